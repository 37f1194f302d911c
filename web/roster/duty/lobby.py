"""Who is on duty now, as a screen in the lobby may show it: places and organisations, no names."""

from dataclasses import dataclass

from sqlalchemy import Connection

from rostering.hours import has_begun, in_words, is_over
from rostering.sentences import HALVES
from rostering.values import Session, Shift, Slot
from sandbox.vietnamese import text_key
from web.roster.duty import current_rosters
from web.roster.duty.current_rosters import CurrentRoster, roster_on
from web.roster.planning import absence_store
from web.roster.planning.actor import Actor
from web.roster.planning.grid import place_of


@dataclass(frozen=True, slots=True)
class Desk:
    """A place with who is there, as words; ``people`` is 0 while somebody is looked for."""

    place: str
    people: int
    homes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lobby:
    """The screen: which half-day, its hours, whether it has begun or is over, the places."""

    half: str
    hours: str
    begun: bool
    over: bool
    desks: tuple[Desk, ...]


def read(connection: Connection, actor: Actor) -> Lobby:
    """The half-day that runs, or comes next today."""
    now = current_rosters.session_now(actor)
    roster = roster_on(current_rosters.read(connection, actor), actor.today)
    absent = {one.shift for one in absence_store.open_in(connection, actor.unit_id)}
    desks = tuple(_desk(roster, slot, absent) for slot in _slots(roster, now)) if roster else ()
    half = HALVES[now.half].capitalize()
    begun, over = has_begun(now, actor.now), is_over(now, actor.now)
    return Lobby(half, in_words(now), begun, over, desks)


def _slots(roster: CurrentRoster, now: Session) -> list[Slot]:
    return sorted(slot for slot in roster.request.slots if slot.session == now)


def _desk(roster: CurrentRoster, slot: Slot, absent: set[Shift]) -> Desk:
    people = {one.id: one for one in roster.request.people}
    there = [each for each in roster.valid_shifts if each.slot == slot and each not in absent]
    homes = sorted({people[each.person].organisation.name for each in there}, key=text_key)
    return Desk(place_of(roster.office, slot), len(there), tuple(homes))
