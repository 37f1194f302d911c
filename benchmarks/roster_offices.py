"""Offices to plan for, drawn so that every run measures the same ones."""

from datetime import date, timedelta

from rostering.calendar import Period, sessions, slots
from rostering.values import (
    SUPPORTER,
    Half,
    Leave,
    Limits,
    Opening,
    Organisation,
    Person,
    Request,
    Venue,
    Wish,
)
from sandbox.personas.keyed_random import KeyedRandom

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 30)  # 22 working days, 44 sessions
ABLE = frozenset({SUPPORTER})
DESK = Organisation("desk", "Bộ phận Một cửa", may_be_empty=True)


def office(seed: int, people: int, places: int = 1, *, wanted: int = 2) -> Request:
    """A month of an office: two people at the desk, one at each other place.

    A quarter of the people are the desk's own. Four in ten are on leave for a while, three in ten
    work some sessions of the week only, two in ten are new, two in ten still learn; most may do
    three or four shifts a week; each has a wish.
    """
    draw = KeyedRandom(seed, "benchmark")
    venues = [_venue(number, wanted if number == 0 else 1) for number in range(places)]
    return Request(
        tuple(_person(draw, number, people) for number in range(people)),
        slots(sessions(Period(FIRST, LAST)), venues),
        tuple(_wish(draw, number) for number in range(people)),
        seed=seed,
    )


def _venue(number: int, wanted: int) -> Venue:
    openings = (Opening(day, half, wanted) for day in range(5) for half in Half)
    return Venue(f"v{number}", f"Nơi {number}", tuple(openings))


def _person(draw: KeyedRandom, number: int, people: int) -> Person:
    others = max(5, people // 4)
    home = number % others
    at_desk = number < people // 4
    return Person(
        f"p{number:02}",
        f"Mẫu {number}",
        DESK if at_desk else Organisation(f"o{home}", f"Hội {home}"),
        competent=ABLE if draw.chance(80) else frozenset(),
        learning=ABLE,
        capable_phone=draw.chance(70),
        experienced=draw.chance(80),
        share=draw.choice([1.0, 1.0, 1.0, 0.5]),
        available=_hours(draw) if draw.chance(30) else None,
        leave=(_leave(draw),) if draw.chance(40) else (),
        limits=Limits(per_week=draw.choice([None, 3, 4])),
        carried=draw.choice([0.0, 0.0, 1.0, -1.0, 0.5]),
    )


def _hours(draw: KeyedRandom) -> frozenset[tuple[int, Half]]:
    return frozenset((day, half) for day in range(5) for half in Half if draw.chance(60))


def _leave(draw: KeyedRandom) -> Leave:
    first = FIRST + timedelta(days=draw.randrange(28))
    return Leave(first, first + timedelta(days=draw.randrange(6)))


def _wish(draw: KeyedRandom, number: int) -> Wish:
    half = draw.choice([None, Half.MORNING, Half.AFTERNOON])
    return Wish(f"p{number:02}", draw.chance(50), draw.randrange(5), half)
