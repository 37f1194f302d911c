"""Dates, numbers and durations as an office writes them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from web.shell.formatting import clock, day, duration, machine_time, moment, number, percent

_LATE = datetime(2026, 11, 22, 17, 30, 5, tzinfo=UTC)


def test_an_evening_in_utc_is_the_next_day_in_the_office() -> None:
    assert day(_LATE) == "23/11/2026"
    assert moment(_LATE) == "23/11/2026 00:30"
    assert clock(_LATE) == "00:30:05"
    assert machine_time(_LATE) == "2026-11-22T17:30:05+00:00"


def test_a_date_alone_stays_what_it_is() -> None:
    assert day(date(1990, 2, 1)) == "01/02/1990"


def test_nothing_is_written_as_nothing() -> None:
    assert day(None) == moment(None) == clock(None) == ""


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [(0, 0, "0"), (1234567, 0, "1.234.567"), (1234.56, 1, "1.234,6"), (-5000, 0, "-5.000")],
)
def test_numbers_have_dots_and_a_comma(value: float, decimals: int, written: str) -> None:
    assert number(value, decimals) == written


def test_percentages_use_a_comma() -> None:
    assert percent(0.855, 1) == "85,5%"
    assert percent(1) == "100%"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0 giây"),
        (59.9, "59 giây"),
        (125, "2 phút 5 giây"),
        (120, "2 phút"),
        (timedelta(hours=1, seconds=1), "1 giờ 1 giây"),
    ],
)
def test_durations_are_read_in_words(value: timedelta | float, words: str) -> None:
    assert duration(value) == words
