"""One person's shifts as a calendar that telephones subscribe to (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from rostering.hours import begins, ends
from rostering.sentences import duty
from rostering.values import Turn
from web.shell.formatting import OFFICE_ZONE

TYPE = "text/calendar; charset=utf-8"
_REMINDER = timedelta(hours=-12)
_REFRESH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Shift:
    """A turn with the roster it is from: the version's number and when it was published."""

    turn: Turn
    venue: str
    version: int
    published_at: datetime


def calendar(owner: str, shifts: Iterable[Shift]) -> bytes:
    """The shifts as an iCalendar file; the same shifts give the same bytes."""
    made = Calendar()
    made.add("prodid", "-//motcua//Lich truc//VI")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"Lịch trực của {owner}")
    made.add("x-wr-timezone", str(OFFICE_ZONE))
    made.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    for shift in sorted(shifts, key=lambda each: each.turn):
        made.add_component(_event(shift))
    made.add_missing_timezones()
    written: bytes = made.to_ical()
    return written


def _event(shift: Shift) -> Event:
    session, event = shift.turn.slot.session, Event()
    event.add("uid", uid(shift.turn))
    event.add("sequence", shift.version)
    event.add("dtstamp", shift.published_at)
    event.add("last-modified", shift.published_at)
    event.add("dtstart", begins(session).astimezone(OFFICE_ZONE))
    event.add("dtend", ends(session).astimezone(OFFICE_ZONE))
    event.add("summary", f"{duty(shift.turn.slot).capitalize()} – {shift.venue}")
    event.add("location", shift.venue)
    event.add("description", f"Lịch trực bản {shift.version} (bàn tập Một cửa).")
    event.add_component(_reminder(shift))
    return event


def _reminder(shift: Shift) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _REMINDER)
    alarm.add("description", f"Anh/chị có ca trực tại {shift.venue}")
    return alarm


def uid(turn: Turn) -> str:
    """The same for the same person, place and session in every version."""
    session = turn.slot.session
    when = f"{session.day:%Y%m%d}-{session.half.value}"
    return f"{when}-{turn.slot.venue}-{turn.slot.duty}-{turn.person}@motcua.test"
