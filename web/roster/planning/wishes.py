"""Wishes for the roster to come: a few for each, taken until it is published or a day is over.

A wish is no leave: the planner follows it when that costs nobody too much.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from rostering import calendar
from rostering.calendar import Period
from rostering.sentences import HALVES, WEEKDAYS, day_in_words
from rostering.values import Session, Wish
from sandbox.vietnamese import sort_key
from web.roster.planning import office_store, period_store
from web.roster.planning.dates import next_month, written
from web.roster.planning.records import PeriodRecord
from web.roster.planning.sheet import Sheet

MOST = 4
TOO_MANY = (
    f"Mỗi kỳ anh/chị có nhiều nhất {MOST} nguyện vọng để còn theo được. "
    "Anh/chị bỏ bớt một nguyện vọng cũ rồi gửi lại."
)
TWICE = "Anh/chị đã có nguyện vọng cho buổi này. Anh/chị bỏ nguyện vọng cũ trước."


@dataclass(frozen=True, slots=True)
class Coming:
    """The days that wishes are about; ``until``: the last day they are taken, None: till published.

    ``sessions``: the half-days the office is open.
    """

    first: date
    last: date
    sessions: tuple[Session, ...]
    until: date | None
    today: date

    @property
    def closed(self) -> bool:
        """Whether no wish is taken any more."""
        return self.until is not None and self.today > self.until

    @property
    def days(self) -> tuple[date, ...]:
        """Its open days."""
        return tuple(dict.fromkeys(one.day for one in self.sessions))

    def mine(self, wishes: Collection[Wish]) -> list[Wish]:
        """Those about these days."""
        return [one for one in wishes if one.day and self.first <= one.day <= self.last]


def coming(connection: Connection, unit_id: int, today: date) -> Coming:
    """The period that is not published yet; before there is one, the month after the last."""
    known = sorted(period_store.periods(connection, unit_id), key=lambda one: one.first)
    ahead = [one for one in known if one.last > today]
    waiting = (one for one in ahead if period_store.published(connection, one.id) is None)
    draft = next(waiting, None)
    first, last = (draft.first, draft.last) if draft else _month_after(ahead, today)
    overrides = office_store.overrides(connection, unit_id)
    on_duty = draft.on_duty if draft else frozenset[date]()
    start = max(first, today + timedelta(days=1))
    open_days = Period(start, last, draft.plan_start if draft else None, on_duty, overrides)
    until = draft.wishes_until if draft else None
    return Coming(start, last, calendar.sessions(open_days), until, today)


def _month_after(published: list[PeriodRecord], today: date) -> tuple[date, date]:
    """The next month, or what of a month follows what has been published."""
    first, last = next_month(today)
    for one in published:
        if one.first <= last:
            first = max(first, one.last + timedelta(days=1))
            last = next_month(first.replace(day=1) - timedelta(days=1))[1]
    return first, last


def refusal(about: Coming, there: Collection[Wish], wish: Wish) -> str | None:
    """Why one more wish cannot be taken, in words."""
    if about.closed:
        return f"Đã hết hạn nhận nguyện vọng cho kỳ này, ngày {written(about.until)}."
    if not any(wish.matches(session) for session in about.sessions):
        return "Anh/chị chọn một ngày làm việc của kỳ này."
    if any(wish.day == one.day and _overlap(wish, one) for one in there):
        return TWICE
    return TOO_MANY if len(there) >= MOST else None


def _overlap(one: Wish, other: Wish) -> bool:
    return one.half is None or other.half is None or one.half is other.half


def in_words(wish: Wish) -> str:
    """``Mong được trực sáng thứ Hai 04/01/2027``."""
    half = f"{HALVES[wish.half]} " if wish.half else "cả ngày " if wish.day else ""
    weekday = "" if wish.weekday is None else f"{WEEKDAYS[wish.weekday]} hằng tuần"
    when = day_in_words(wish.day) if wish.day else weekday
    return f"{'Mong được trực' if wish.wants else 'Mong được miễn'} {half}{when}".rstrip()


def followed(sheet: Sheet) -> list[tuple[str, str, bool]]:
    """Whose wish for a version's days is met: name, wish, whether it is."""
    request = sheet.office.request
    names = {person.id: person.name for person in request.people}
    sessions = {slot.session for slot in request.slots}
    taken_sessions = {(shift.person, shift.slot.session) for shift in sheet.valid_shifts}
    found = []
    for wish in request.wishes:
        about = [session for session in sessions if wish.matches(session)]
        if about and wish.person in names:
            comes = any((wish.person, session) in taken_sessions for session in about)
            found.append((names[wish.person], in_words(wish), comes == wish.wants))
    return sorted(found, key=lambda each: (sort_key(each[0]), each[1]))
