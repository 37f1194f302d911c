"""Small offices to plan for."""

from datetime import date
from typing import Any

from rostering.calendar import Period, sessions, slots
from rostering.values import (
    SUPPORTER,
    Half,
    Leave,
    Opening,
    Organisation,
    Person,
    Request,
    Session,
    Shift,
    Slot,
    Venue,
)

DESK = Organisation("desk", "Bộ phận Một cửa", may_be_empty=True)
YOUTH = Organisation("youth", "Đoàn Thanh niên Mẫu")
WOMEN = Organisation("women", "Hội Phụ nữ Mẫu")
MONDAY = date(2027, 3, 1)
FRIDAY = date(2027, 3, 5)


def venue(name: str = "ban", *, wanted: int = 1, competent: int = 1) -> Venue:
    """Open on working days, morning and afternoon."""
    openings = [Opening(day, half, wanted, competent) for day in range(5) for half in Half]
    return Venue(name, "Bàn hỗ trợ", tuple(openings))


def person(name: str, organisation: Organisation = DESK, **traits: Any) -> Person:
    return Person(name, f"Mẫu {name}", organisation, **traits)


def week(*people: Person, venues: tuple[Venue, ...] = (venue(),), **more: Any) -> Request:
    """One working week, Monday 1 to Friday 5 March 2027."""
    return period(MONDAY, FRIDAY, *people, venues=venues, **more)


def period(
    first: date, last: date, *people: Person, venues: tuple[Venue, ...] = (venue(),), **more: Any
) -> Request:
    """Those days at these places."""
    names = {one.id: one.name for one in venues}
    open_slots = slots(sessions(Period(first, last)), venues)
    return Request(people, open_slots, venue_names=names, **more)


def absent(first: date = MONDAY, last: date = FRIDAY, half: Half | None = None) -> tuple[Leave]:
    return (Leave(first, last, half),)


def at(day: date, half: Half = Half.MORNING, place: str = "ban") -> Slot:
    return Slot(Session(day, half, day.weekday()), place, SUPPORTER)


def shift(who: str, day: date, half: Half = Half.MORNING, place: str = "ban") -> Shift:
    return Shift(at(day, half, place), who)
