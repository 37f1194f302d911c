"""A person's progress with one competency: a pure function of their attempts and the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from training.competencies import Change, CompetencyFile
from training.mastery.attempts import Attempt, Part, Proof
from training.mastery.counting import count_passes, last_valid_day


class State(StrEnum):
    """How far somebody has come with a competency."""

    NEW = "chua_luyen"
    PRACTISING = "dang_luyen"
    MASTERED = "thanh_thao"
    EXPIRED = "qua_han"
    CHANGED = "quy_trinh_doi"


@dataclass(frozen=True, slots=True)
class Intervals:
    """The office's settings: how many days a pass counts, and how long before its end to remind."""

    valid_days: int = 365
    remind_days: int = 30


@dataclass(frozen=True, slots=True)
class CompetencyProgress:
    """One competency of one person on one day.

    ``passes`` of ``needed`` count today. ``until`` is the last day of the mastery, or the
    last day it would have had (EXPIRED, CHANGED); None before the first. ``due_soon``: it
    ends within the reminder's time. ``reasons`` say what changed. ``counted_days`` are the
    days whose passes count, so another has to be on a day of its own.
    """

    competency: str
    state: State
    passes: int
    needed: int
    until: date | None = None
    due_soon: bool = False
    reasons: tuple[str, ...] = ()
    counted_days: frozenset[date] = frozenset()

    @property
    def mastered(self) -> bool:
        """Whether it counts today."""
        return self.state is State.MASTERED

    @property
    def due(self) -> bool:
        """Whether it counted once and has to be proved again."""
        return self.state in {State.EXPIRED, State.CHANGED}


@dataclass(frozen=True, slots=True)
class Criteria:
    """What progress is measured by: what scenarios prove, the rules, the office's intervals."""

    proofs: Mapping[str, Proof]
    file: CompetencyFile
    intervals: Intervals = Intervals()

    def part(self, attempt: Attempt) -> Part:
        """What the version that was practised is to its person; nothing for what is unknown."""
        proof = self.proofs.get(attempt.scenario)
        return proof.part(attempt.version) if proof else Part()

    def outdated(self, attempt: Attempt, competency: str) -> bool:
        """Whether the scenario, or the procedure it practises, has changed since."""
        changed = any(_touches(change, competency, attempt) for change in self.file.changes)
        return changed or competency not in self.part(attempt).still


def _touches(change: Change, competency: str, attempt: Attempt) -> bool:
    return competency in change.competencies and attempt.day < change.on


def progress_of(
    competency: str, attempts: Iterable[Attempt], criteria: Criteria, today: date
) -> CompetencyProgress:
    """Where the attempts leave their person with ``competency`` on ``today``.

    Attempts at scenarios that are not known any more, or prove something else, are left out.
    """
    rule, days = criteria.file.rule_of(competency), criteria.intervals.valid_days
    practised = [each for each in attempts if competency in criteria.part(each).practises]
    proving = [each for each in practised if competency in criteria.part(each).proves]
    passes = [each for each in proving if each.passed and each.mode == rule.mode]
    current = [each for each in passes if not criteria.outdated(each, competency)]
    valid = [each for each in current if each.day + timedelta(days=days) >= today]
    until, once = last_valid_day(current, rule, days), last_valid_day(passes, rule, days)
    state = _state(until, once, today, bool(practised))
    return CompetencyProgress(
        competency=competency,
        state=state,
        passes=count_passes(valid, rule),
        needed=rule.passes,
        until=until if state is State.MASTERED else once,
        due_soon=state is State.MASTERED and _ends_soon(until, today, criteria.intervals),
        reasons=_reasons(passes, competency, criteria) if state is State.CHANGED else (),
        counted_days=frozenset(each.day for each in valid),
    )


def _state(until: date | None, once: date | None, today: date, practised: bool) -> State:
    if until and until >= today:
        return State.MASTERED
    if once:
        return State.CHANGED if once >= today else State.EXPIRED
    return State.PRACTISING if practised else State.NEW


def _ends_soon(until: date | None, today: date, intervals: Intervals) -> bool:
    return until is not None and until - timedelta(days=intervals.remind_days) <= today


def _reasons(passes: Sequence[Attempt], competency: str, criteria: Criteria) -> tuple[str, ...]:
    """What changed since the passes, each thing once, in words."""
    changes = [
        change.says
        for change in criteria.file.changes
        if any(_touches(change, competency, each) for each in passes)
    ]
    scenarios = [
        f"tình huống “{proof.title}” đã sửa"
        for key, proof in criteria.proofs.items()
        if any(
            each.scenario == key and competency not in criteria.part(each).still for each in passes
        )
    ]
    return (*changes, *scenarios)
