"""The Vietnamese working calendar: which half-days an office is open, and what a day off is called.

Holidays and swapped days come from the ``holidays`` library; ``swapped_days.toml`` adds what it
misses, and an office adds its own: whoever speaks last is right.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from rostering.values import Half, Session, Slot, Venue

MONDAY_TO_FRIDAY = frozenset(range(5))
WEEKEND = "Cuối tuần"
_SWAPPED_WITH = re.compile(r"(\d\d)/(\d\d)/(\d{4})")  # "Ngày nghỉ (thay cho ngày 22/08/2026)"


@dataclass(frozen=True, slots=True)
class Override:
    """A day that is off, or worked, against the usual calendar; ``source`` says who ordered it.

    ``like``: the day whose opening hours a worked day takes over, if it stands for another.
    """

    day: date
    works: bool
    name: str
    like: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day: worked or not; ``name`` in Vietnamese, "" on a plain working day."""

    day: date
    works: bool
    name: str
    like: int


@dataclass(frozen=True, slots=True)
class Period:
    """The days a roster is for, both ends included.

    Nothing is planned before ``plan_start``. ``on_duty`` are days off on which people are on duty
    all the same, such as Tết. ``overrides`` are the office's own.
    """

    first: date
    last: date
    plan_start: date | None = None
    on_duty: frozenset[date] = frozenset()
    overrides: tuple[Override, ...] = ()
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY

    @property
    def start(self) -> date:
        """The first day something may be planned for."""
        return max(self.first, self.plan_start or self.first)


def days(period: Period) -> list[Day]:
    """Every day of the period from its start, worked or not."""
    dates = list(_dates(period.start, period.last))
    years = frozenset(year for day in dates for year in (day.year, day.year + 1))
    own = (*built_in(), *period.overrides)
    known = {**_library(years), **{one.day: one for one in own}}
    return [_day(day, known.get(day), period.weekdays) for day in dates]


def sessions(period: Period) -> tuple[Session, ...]:
    """The half-days to plan, in order: those of working days, and duty on days off."""
    return tuple(
        Session(day.day, half, day.like, "" if day.works else day.name)
        for day in days(period)
        if day.works or day.day in period.on_duty
        for half in Half
    )


def slots(sessions: Iterable[Session], venues: Collection[Venue]) -> tuple[Slot, ...]:
    """What has to be filled in these sessions at these places."""
    return tuple(
        Slot(session, venue.id, opening.duty, opening.wanted, opening.competent)
        for session in sessions
        for venue in venues
        for opening in venue.openings
        if opening.half == session.half
        and opening.weekday == (None if session.off else session.like)
        and opening.wanted
    )


@cache
def built_in() -> tuple[Override, ...]:
    """The days the library is known to miss, each with its source."""
    text = files("rostering").joinpath("swapped_days.toml").read_text("utf-8")
    return tuple(Override(**entry) for entry in tomllib.loads(text)["day"])


def _dates(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _day(day: date, override: Override | None, weekdays: Collection[int]) -> Day:
    if override:
        return Day(day, override.works, override.name, (override.like or day).weekday())
    works = day.weekday() in weekdays
    return Day(day, works, "" if works else WEEKEND, day.weekday())


@cache
def _library(years: frozenset[int]) -> Mapping[date, Override]:
    """The library's holidays, and the Saturdays it knows to be worked instead."""
    import holidays  # noqa: PLC0415  # takes a good part of a second, which a start can do without

    calendar = holidays.country_holidays("VN", years=years, language="vi")
    off = {day: Override(day, works=False, name=name) for day, name in calendar.items()}
    return off | {one.day: one for one in map(_worked_for, off.values()) if one}


def _worked_for(off: Override) -> Override | None:
    if not (found := _SWAPPED_WITH.search(off.name)):
        return None
    day, month, year = map(int, found.groups())
    name = f"Làm bù cho ngày {off.day:%d/%m/%Y}"
    return Override(date(year, month, day), works=True, name=name, like=off.day)
