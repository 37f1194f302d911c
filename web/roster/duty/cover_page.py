"""How fast somebody was found in some days, for the desk head."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from rostering import cover
from rostering.cover import Case, Ending, Figures
from rostering.hours import in_words
from rostering.sentences import HALVES, session_in_words
from web.roster.planning import absence_store, office_store, people_store, period_store
from web.roster.planning.absence_store import Absence
from web.roster.planning.actor import Actor

USUAL = timedelta(days=30)
ENDINGS = {
    Ending.COVERED: ("Có người thay", "good"),
    Ending.UNCOVERED: ("Không có người thay", "bad"),
    Ending.OPEN: ("Đang tìm", "wait"),
    Ending.BACK: ("Vẫn đi trực được", "plain"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One absence; ``address`` is "" once its roster is over."""

    words: str
    who: str
    tag: tuple[str, str]
    took: timedelta | None
    address: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The page: all sessions, each half, every absence, and those that do not count."""

    first: date
    last: date
    all: Figures
    halves: tuple[tuple[str, Figures], ...]
    lines: tuple[Line, ...]
    still_open: int
    back: int


def read(connection: Connection, actor: Actor, first: date, last: date) -> Cover:
    """The absences from sessions of these days, both ends included."""
    absences = absence_store.between(connection, actor.unit_id, first, last)
    cases = [_case(one, actor) for one in absences]
    counts = Counter(one.ending for one in cases)
    halves = tuple((HALVES[half].capitalize(), found) for half, found in cover.by_half(cases))
    return Cover(
        first,
        last,
        cover.figures(cases),
        halves,
        tuple(_lines(connection, actor, absences, cases)),
        counts[Ending.OPEN],
        counts[Ending.BACK],
    )


def _case(one: Absence, actor: Actor) -> Case:
    session = one.shift.slot.session
    return Case(session, cover.ending(one.outcome, session, actor.now), one.time_to_cover)


def _lines(
    connection: Connection, actor: Actor, absences: list[Absence], cases: list[Case]
) -> list[Line]:
    names = {one.id: one.name for one in people_store.members(connection, actor.unit_id)}
    places = office_store.places(connection, actor.unit_id)
    venues = {place.venue.id: place.venue.name for place in places}
    periods = period_store.periods(connection, actor.unit_id)
    now = [one for one in periods if one.last >= actor.today]
    found = []
    for one, case in zip(absences, cases, strict=True):
        slot, session = one.shift.slot, case.session
        text = f"{session_in_words(session)} ({in_words(session)}), {venues[slot.venue]}"
        is_current = any(period.first <= session.day <= period.last for period in now)
        found.append(
            Line(
                text[:1].upper() + text[1:],
                names[one.shift.person],
                ENDINGS[case.ending],
                case.took if case.ending is Ending.COVERED else None,
                one.page if is_current else "",
            )
        )
    return found
