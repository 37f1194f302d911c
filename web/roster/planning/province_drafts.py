"""A draft for every office of the database: read what there is, plan it, save the result.

Nothing is locked while offices are planned; what somebody did meanwhile is respected when drafts
are saved. Nothing is ever published here: a head does that, and answers for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from os import cpu_count

from sqlalchemy import Connection

from rostering.fairness import fairness
from rostering.planner import Plan, conflict, plan, repairs
from rostering.province import share_out
from rostering.sentences import Sentences
from rostering.values import Request
from web.roster.planning import (
    carrying,
    drafting,
    office_store,
    people_store,
    period_store,
    province_store,
)
from web.roster.planning.actor import Actor
from web.roster.planning.dates import written
from web.roster.planning.office import read_office
from web.roster.planning.province_store import Unit
from web.roster.planning.records import PeriodRecord
from web.shell.effects import Effects

NO_HEAD = "Đơn vị chưa có tài khoản trưởng bộ phận đang dùng để nhận bản dự thảo."
NO_PLACE = "Đơn vị chưa có địa điểm trực nào đang dùng."
NO_SESSION = "Trong những ngày này không có buổi nào mở cửa."


@dataclass(frozen=True, slots=True)
class Job:
    """An office with what is to be planned; ``refusal`` says why nothing can be, ``done`` that it
    has been already."""

    unit: Unit
    people: int
    period: PeriodRecord | None = None
    request: Request | None = None
    refusal: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan with its explanations; ``seconds`` it took without them."""

    plan: Plan
    seconds: float
    spread: float
    why: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an office; ``outcome`` is None where nothing was planned."""

    job: Job
    outcome: Outcome | None = None

    @property
    def well(self) -> bool:
        """Whether nobody has to look after it: planned without a gap, or there before."""
        return bool(self.job.done) or (self.outcome is not None and not self.gaps)

    @property
    def gaps(self) -> int:
        """Sessions that are short of people."""
        return len(self.outcome.plan.roster.gaps) if self.outcome else 0


def jobs(connection: Connection, effects: Effects, first: date, last: date) -> list[Job]:
    """Every office with people who can be on duty, by code."""
    return list(_jobs(connection, effects, first, last))


def plan_jobs(found: Sequence[Job], processes: int | None, limit_s: float) -> list[Result]:
    """Plan what can be planned, on all processors when None; in the order of the jobs."""
    requests = [job.request for job in found if job.request]
    outcomes = iter(
        share_out(partial(outcome, limit_s=limit_s), requests, processes or cpu_count() or 1)
    )
    return [Result(job, next(outcomes) if job.request else None) for job in found]


def outcome(request: Request, limit_s: float) -> Outcome:
    """Plan an office; where people are missing, say why and what would help."""
    clock = Effects()
    began = clock.monotonic()
    best = plan(request, limit_s)
    seconds = clock.monotonic() - began
    spread = fairness(request, best.roster.shifts).spread
    if not best.roster.gaps:
        return Outcome(best, seconds, spread, (), ())
    sentences = Sentences(request)
    why = sentences.conflict(conflict(request, best.roster.gaps[0]))
    ways = tuple(map(sentences.repair, repairs(request, best.roster)))
    return Outcome(best, seconds, spread, (sentences.gap(best.roster.gaps[0]), *why), ways)


def save_draft(connection: Connection, effects: Effects, result: Result) -> Result:
    """Save a plan as its office's draft, unless there is a roster for these days by now."""
    job, unit = result.job, result.job.unit
    if result.outcome is None or job.period is None or unit.head is None:
        return result
    existing = _already(connection, job.period)
    if existing:
        return Result(Job(unit, job.people, done=existing))
    carrying.store_carried(connection, unit.id, job.period.first)
    period_store.add_period(connection, job.period)
    actor = Actor(unit.head, unit.id, effects)
    drafting.save_draft(connection, actor, job.period, result.outcome.plan.roster.shifts)
    return result


def _jobs(connection: Connection, effects: Effects, first: date, last: date) -> Iterator[Job]:
    for unit in province_store.units(connection):
        people = sum(one.active for one in people_store.members(connection, unit.id))
        if people:
            yield _job(connection, effects, unit, people, (first, last))


def _job(
    connection: Connection, effects: Effects, unit: Unit, people: int, days: tuple[date, date]
) -> Job:
    if unit.head is None:
        return Job(unit, people, refusal=NO_HEAD)
    actor = Actor(unit.head, unit.id, effects)
    period = _period(connection, actor, *days)
    if not period.venues:
        return Job(unit, people, refusal=NO_PLACE)
    existing = _already(connection, period)
    if existing:
        return Job(unit, people, done=existing)
    office = read_office(connection, period)
    request = office.frozen_request((), office.before(actor.today))
    if not request.slots:
        return Job(unit, people, refusal=NO_SESSION)
    return Job(unit, people, period, request)


def _period(connection: Connection, actor: Actor, first: date, last: date) -> PeriodRecord:
    places = office_store.places(connection, actor.unit_id)
    newest = next(iter(period_store.periods(connection, actor.unit_id)), None)
    return PeriodRecord(
        id=actor.effects.new_id(),
        unit_id=actor.unit_id,
        first=first,
        last=last,
        plan_start=None,
        decision_number=newest.decision_number if newest else "",
        decision_date=newest.decision_date if newest else None,
        venues=tuple(place.venue.id for place in places if place.active),
        made_by=actor.person_id,
        made_at=actor.now,
        carried=carrying.carried_into(connection, actor.unit_id, first),
    )


def _already(connection: Connection, period: PeriodRecord) -> str:
    """The roster that there is for some of these days, in words; "" when there is none."""
    for other in period_store.periods(connection, period.unit_id):
        if period.first <= other.last and other.first <= period.last:
            published = period_store.published(connection, other.id)
            kind = "lịch đã ban hành" if published else "bản dự thảo"
            return f"Đã có {kind} từ {written(other.first)} đến {written(other.last)}, giữ nguyên."
    return ""
