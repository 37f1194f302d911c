"""A person's entries as a calendar, read back with the library."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

from rostering.values import Half
from tests.core.rostering.offices import FRIDAY, MONDAY, shift
from web.roster.duty.feed import CalendarShift, calendar

PUBLISHED = datetime(2027, 2, 20, 3, 0, tzinfo=UTC)


def entry(version: int = 1, half: Half = Half.MORNING) -> CalendarShift:
    return CalendarShift(shift("Ước", MONDAY, half), "Bàn hỗ trợ", version, PUBLISHED)


def read(*entries: CalendarShift) -> Calendar:
    ics = Calendar.from_ical(calendar("Mẫu Ước", entries).decode())
    assert isinstance(ics, Calendar)
    return ics


def test_a_morning_is_at_the_offices_own_hours() -> None:
    (event,) = read(entry()).events
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    assert event.start == datetime(2027, 3, 1, 7, 30, tzinfo=zone)
    assert event.end == datetime(2027, 3, 1, 11, 30, tzinfo=zone)
    assert event["dtstart"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event["location"] == "Bàn hỗ trợ"


def test_the_file_explains_its_time_zone() -> None:
    ics = read(entry())
    assert [zone["tzid"] for zone in ics.timezones] == ["Asia/Ho_Chi_Minh"]
    assert not ics.errors


def test_a_new_version_is_the_same_event_with_a_higher_number() -> None:
    (first,), (second,) = read(entry(1)).events, read(entry(2)).events
    assert first["uid"] == second["uid"]
    assert (first["sequence"], second["sequence"]) == (1, 2)


def test_every_shift_has_an_identity_of_its_own() -> None:
    other = CalendarShift(shift("Ước", FRIDAY), "Bàn hỗ trợ", 1, PUBLISHED)
    ics = read(entry(), entry(half=Half.AFTERNOON), other)
    assert len({event["uid"] for event in ics.events}) == 3


def test_the_same_shifts_give_the_same_bytes() -> None:
    assert calendar("Mẫu Ước", [entry()]) == calendar("Mẫu Ước", [entry()])


def test_nobody_on_duty_is_a_calendar_all_the_same() -> None:
    assert read().events == []
