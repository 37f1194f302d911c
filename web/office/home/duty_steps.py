"""The home page's cards about rosters: who waits for me, what moved, the head's work, my shift."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from rostering import chain
from rostering.exchange import State
from rostering.hours import in_words, is_over
from rostering.sentences import session_in_words
from rostering.values import Shift
from web.office.home.duty_head_steps import to_see_to
from web.office.home.step import Step
from web.roster.duty import news, swap_store
from web.roster.duty.news import News
from web.roster.planning import absence_store, people_store, period_store, shifts_store
from web.roster.planning.actor import EDITORS, Actor
from web.roster.planning.records import LeaveState, Member
from web.shell.access import Person
from web.shell.runtime import runtime

_SOON = timedelta(days=2)
_SOME = 3


@dataclass(frozen=True, slots=True)
class DutySteps:
    """``today`` presses; ``rosters``: one card for each that was published and not seen yet."""

    today: tuple[Step, ...]
    rosters: tuple[Step, ...]


def duty_steps(person: Person, connection: Connection) -> DutySteps:
    """What presses first: an answer somebody waits for, a shift that moved, what the head has to
    see to, then the next shift.
    """
    actor = Actor(person.id, person.unit_id, runtime().effects)
    member = people_store.member_of_person(connection, actor.unit_id, actor.person_id)
    edits = person.role in EDITORS
    waiting = _Open.read(connection, actor) if member or edits else _Open()
    unread = news.unread(connection, actor, member) if member else []
    today = [*_waiting(waiting, actor, member), *_moved(unread)] if member else []
    if edits:
        today += [*_to_approve(connection, waiting, actor), *to_see_to(connection, actor)]
    if member:
        today += _next(connection, actor, member)
    return DutySteps(
        tuple(today), tuple(_new(each) for each in unread if each.first and each.gained)
    )


@dataclass(frozen=True, slots=True)
class _Open:
    """The unit's swaps and absences that nobody has decided yet."""

    swaps: Sequence[swap_store.SwapRecord] = ()
    absences: Sequence[absence_store.Absence] = ()

    @classmethod
    def read(cls, connection: Connection, actor: Actor) -> "_Open":
        return cls(
            swap_store.open_in(connection, actor.unit_id),
            absence_store.open_in(connection, actor.unit_id),
        )


def _new(each: News) -> Step:
    period = each.period
    says = (
        f"Kỳ {period.first:%d/%m/%Y} – {period.last:%d/%m/%Y} đã ban hành. "
        f"Anh/chị có {len(each.gained)} ca sắp tới, ca đầu tiên: {each.gained[0]}."
    )
    return Step("Lịch trực mới", says, "Xem lịch trực", each.version.page)


def _moved(unread: Iterable[News]) -> Iterator[Step]:
    sentences = [words for each in unread if each.moved for words in each.sentences]
    if sentences:
        more = f" Và {len(sentences) - _SOME} thay đổi khác." if len(sentences) > _SOME else ""
        says = f"{' '.join(sentences[:_SOME])}{more}"
        yield Step("Ca trực của anh/chị đã đổi", says, "Xem ca trực", "/ca-truc")


def _waiting(waiting: _Open, actor: Actor, member: Member) -> Iterator[Step]:
    requests = sum(member.id in each.swap.waits_for for each in waiting.swaps)
    requests += sum(_is_asked(each.chain, actor, member) for each in waiting.absences)
    if requests:
        says = (
            f"{requests} đề nghị đổi ca hoặc trực thay đang chờ anh/chị. "
            "Trả lời sớm để bàn trực không trống."
        )
        yield Step("Trả lời đồng nghiệp về ca trực", says, "Xem và trả lời", "/ca-truc")


def _is_asked(one: chain.Chain, actor: Actor, member: Member) -> bool:
    answered = {answer.person for answer in one.answers}
    return member.id in chain.status(one, actor.now).was_asked - answered


def _to_approve(connection: Connection, found: _Open, actor: Actor) -> Iterator[Step]:
    leave = people_store.leave_of_unit(connection, actor.unit_id)
    waiting = sum(each.swap.state is State.ACCEPTED for each in found.swaps)
    waiting += sum(one.state is LeaveState.ASKED and one.last >= actor.today for one in leave)
    absent = found.absences
    if waiting or absent:
        parts = [f"{waiting} đề nghị chờ duyệt"] if waiting else []
        parts += [f"{len(absent)} ca đang tìm người thay"] if absent else []
        says = f"{' và '.join(parts)}."
        yield Step("Duyệt việc trực", says, "Mở việc cần duyệt", "/ca-truc/can-duyet")


def _next(connection: Connection, actor: Actor, member: Member) -> Iterator[Step]:
    """The shift that runs or comes within two days."""
    version = period_store.published_on(connection, actor.unit_id, actor.today)
    shifts = shifts_store.shifts(connection, version.id) if version else ()
    mine = (shift for shift in shifts if shift.person == member.id)
    coming = (shift for shift in mine if not is_over(shift.slot.session, actor.now))
    shift = min(coming, default=None)
    if shift and shift.slot.session.day - actor.today < _SOON:
        yield Step("Ca trực của anh/chị", f"{_when(shift, actor)}.", "Mở ca trực", "/ca-truc")


def _when(shift: Shift, actor: Actor) -> str:
    session = shift.slot.session
    day = "Hôm nay" if session.day == actor.today else "Ngày mai"
    return f"{day}, {session_in_words(session)} ({in_words(session)})"
