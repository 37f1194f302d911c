"""When a desk opens and closes, and the last moment of each."""

from datetime import datetime, timedelta

import pytest

from rostering import hours
from rostering.chain import PRESSING, USUAL, limit_for
from rostering.values import Half, Session
from tests.core.rostering.offices import MONDAY, shift

MORNING = Session(MONDAY, Half.MORNING, MONDAY.weekday())
AFTERNOON = Session(MONDAY, Half.AFTERNOON, MONDAY.weekday())
INSTANT = timedelta(microseconds=1)


def clock(hour: int, minute: int) -> datetime:
    return datetime(2027, 3, 1, hour, minute, tzinfo=hours.OFFICE_ZONE)


@pytest.mark.parametrize(
    ("session", "opens", "closes", "words"),
    [
        (MORNING, clock(7, 30), clock(11, 30), "07:30–11:30"),
        (AFTERNOON, clock(13, 30), clock(17, 0), "13:30–17:00"),
    ],
    ids=["morning", "afternoon"],
)
def test_a_session_is_open_from_its_first_moment_to_before_its_last(
    session: Session, opens: datetime, closes: datetime, words: str
) -> None:
    assert (hours.begins(session), hours.ends(session)) == (opens, closes)
    assert hours.in_words(session) == words
    assert [hours.has_begun(session, opens - INSTANT), hours.has_begun(session, opens)] == [
        False,
        True,
    ]
    assert [hours.is_over(session, closes - INSTANT), hours.is_over(session, closes)] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("now", "may"),
    [
        (clock(6, 30) - INSTANT, False),
        (clock(6, 30), True),
        (clock(11, 30) - INSTANT, True),
        (clock(11, 30), False),
    ],
)
def test_somebody_checks_in_from_an_hour_before_until_the_desk_closes(
    now: datetime, may: bool
) -> None:
    assert hours.may_check_in(MORNING, now) is may


@pytest.mark.parametrize(
    ("now", "late"),
    [
        (clock(7, 40) - INSTANT, False),
        (clock(7, 40), True),
        (clock(11, 30) - INSTANT, True),
        (clock(11, 30), False),
    ],
)
def test_somebody_is_missed_from_ten_minutes_after_until_the_desk_closes(
    now: datetime, late: bool
) -> None:
    assert hours.is_late(MORNING, now) is late


def test_two_hours_before_the_session_time_is_pressing() -> None:
    missed = shift("An", MONDAY)
    assert limit_for(missed, clock(5, 30) - INSTANT) == USUAL == timedelta(minutes=15)
    assert limit_for(missed, clock(5, 30)) == PRESSING == timedelta(minutes=5)
