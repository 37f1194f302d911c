"""One person's entries as a calendar that telephones subscribe to (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from rostering.hours import begins, ends
from rostering.sentences import duty
from rostering.values import Shift
from web.shell.formatting import OFFICE_ZONE

TYPE = "text/calendar; charset=utf-8"
_REMINDER = timedelta(hours=-12)
_REFRESH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CalendarShift:
    """A shift with the roster it is from: the version's number and when it was published."""

    shift: Shift
    venue: str
    version: int
    published_at: datetime


def calendar(owner: str, entries: Iterable[CalendarShift]) -> bytes:
    """The entries as an iCalendar file; the same entries give the same bytes."""
    ics = Calendar()
    ics.add("prodid", "-//motcua//Lich truc//VI")
    ics.add("version", "2.0")
    ics.add("method", "PUBLISH")
    ics.add("x-wr-calname", f"Lịch trực của {owner}")
    ics.add("x-wr-timezone", str(OFFICE_ZONE))
    ics.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    for entry in sorted(entries, key=lambda each: each.shift):
        ics.add_component(_event(entry))
    ics.add_missing_timezones()
    content: bytes = ics.to_ical()
    return content


def _event(entry: CalendarShift) -> Event:
    session, event = entry.shift.slot.session, Event()
    event.add("uid", uid(entry.shift))
    event.add("sequence", entry.version)
    event.add("dtstamp", entry.published_at)
    event.add("last-modified", entry.published_at)
    event.add("dtstart", begins(session).astimezone(OFFICE_ZONE))
    event.add("dtend", ends(session).astimezone(OFFICE_ZONE))
    event.add("summary", f"{duty(entry.shift.slot).capitalize()} – {entry.venue}")
    event.add("location", entry.venue)
    event.add("description", f"Lịch trực bản {entry.version} (bàn tập Một cửa).")
    event.add_component(_reminder(entry))
    return event


def _reminder(entry: CalendarShift) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _REMINDER)
    alarm.add("description", f"Anh/chị có ca trực tại {entry.venue}")
    return alarm


def uid(shift: Shift) -> str:
    """The same for the same person, place and session in every version."""
    session = shift.slot.session
    when = f"{session.day:%Y%m%d}-{session.half.value}"
    return f"{when}-{shift.slot.venue}-{shift.slot.duty}-{shift.person}@motcua.test"
