"""When a session begins and ends at the desk."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from rostering.values import Half, Session

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
HOURS = {Half.MORNING: (time(7, 30), time(11, 30)), Half.AFTERNOON: (time(13, 30), time(17, 0))}
LATE = timedelta(minutes=10)  # after which somebody who has not come is missed
EARLY = timedelta(minutes=60)  # before which nobody says that they are there


def begins(session: Session) -> datetime:
    """The moment the desk opens."""
    return datetime.combine(session.day, HOURS[session.half][0], OFFICE_ZONE)


def ends(session: Session) -> datetime:
    """The moment it closes."""
    return datetime.combine(session.day, HOURS[session.half][1], OFFICE_ZONE)


def is_over(session: Session, now: datetime) -> bool:
    """Whether it has closed."""
    return now >= ends(session)


def has_begun(session: Session, now: datetime) -> bool:
    """Whether it has opened."""
    return now >= begins(session)


def may_check_in(session: Session, now: datetime) -> bool:
    """Whether somebody can say now that they are at the desk."""
    return begins(session) - EARLY <= now < ends(session)


def is_late(session: Session, now: datetime, after: timedelta = LATE) -> bool:
    """Whether somebody who has not checked in is missed by now."""
    return begins(session) + after <= now < ends(session)


def in_words(session: Session) -> str:
    """``07:30–11:30``."""
    first, last = HOURS[session.half]
    return f"{first:%H:%M}–{last:%H:%M}"
