"""The rosters in force, and the member who asks."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from rostering.hours import in_words, is_over
from rostering.sentences import Sentences, session_in_words
from rostering.values import Half, Request, Session, Shift, Slot
from web.roster.planning import people_store, period_store, shifts_store
from web.roster.planning.actor import Actor
from web.roster.planning.grid import place_of
from web.roster.planning.office import Office, address_of, read_office
from web.roster.planning.records import Member, Version


@dataclass(frozen=True, slots=True)
class CurrentRoster:
    """A period's roster in force; ``valid_shifts``: the shifts whose people can come."""

    office: Office
    version: Version
    shifts: tuple[Shift, ...]
    valid_shifts: tuple[Shift, ...]

    @property
    def request(self) -> Request:
        """What its shifts are judged by."""
        return self.office.request

    @property
    def sentences(self) -> Sentences:
        """Sentences about it."""
        return Sentences(self.office.request)

    def name(self, member_id: str) -> str:
        """Somebody's name."""
        return self.office.names.get(member_id, "Người đã thôi trực")

    def words(self, slot: Slot) -> str:
        """``Sáng thứ Hai 04/01/2027 (07:30–11:30), Bộ phận Một cửa``."""
        text = session_in_words(slot.session)
        hours = in_words(slot.session)
        return f"{text[:1].upper()}{text[1:]} ({hours}), {place_of(self.office, slot)}"

    def shift(self, key: str) -> Shift | None:
        """The shift that a form or an address means."""
        return next((shift for shift in self.shifts if key_of(shift) == key), None)

    def coming(self, actor: Actor) -> list[Shift]:
        """The shifts that are not over, in order."""
        return [each for each in self.shifts if not is_over(each.slot.session, actor.now)]


def key_of(shift: Shift) -> str:
    """A shift as a value of a form and a part of an address; ids have no dots."""
    day, half, venue, duty = address_of(shift.slot)
    return f"{day:%Y%m%d}.{half}.{venue}.{duty}.{shift.person}"


def read(connection: Connection, actor: Actor) -> list[CurrentRoster]:
    """The unit's rosters that are not over, the nearest first."""
    periods = reversed(period_store.periods(connection, actor.unit_id))
    return [
        _current_roster(read_office(connection, period), version, connection)
        for period in periods
        if period.last >= actor.today and (version := period_store.published(connection, period.id))
    ]


def lock(connection: Connection, actor: Actor) -> None:
    """Keep others from changing the unit's rosters until the transaction ends."""
    for period in period_store.periods(connection, actor.unit_id):
        if period.last >= actor.today:
            period_store.period(connection, actor.unit_id, period.id, lock=True)


def _current_roster(office: Office, version: Version, connection: Connection) -> CurrentRoster:
    shifts = office.in_own_slots(shifts_store.shifts(connection, version.id))
    vacated = office.vacated(shifts)
    return CurrentRoster(
        office, version, shifts, tuple(shift for shift in shifts if shift not in vacated)
    )


def roster_on(rosters: list[CurrentRoster], day: date) -> CurrentRoster | None:
    """The roster in force on a day."""
    within = (one for one in rosters if one.office.period.first <= day <= one.office.period.last)
    return max(
        within, key=lambda one: one.version.published_at or one.version.made_at, default=None
    )


def find(rosters: list[CurrentRoster], key: str) -> tuple[CurrentRoster, Shift] | None:
    """The shift that an address means, with its roster."""
    return next(((roster, shift) for roster in rosters if (shift := roster.shift(key))), None)


def me(connection: Connection, actor: Actor) -> Member | None:
    """The member who signs in with this account."""
    return people_store.member_of_person(connection, actor.unit_id, actor.person_id)


def session_now(actor: Actor) -> Session:
    """The half-day that runs, or comes next today."""
    morning = Session(actor.today, Half.MORNING, actor.today.weekday())
    if not is_over(morning, actor.now):
        return morning
    return Session(actor.today, Half.AFTERNOON, actor.today.weekday())
