"""How a day of birth may be written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.identity import read_birth_date
from sandbox.refusal import Problem
from sandbox.rules import Rule

TODAY = date(2022, 6, 15)
PAST_DAYS = st.dates(date(1900, 1, 1), TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        "01/02/1990",
        "1/2/1990",
        "01-02-1990",
        "01.02.1990",
        "01021990",
        " 01 / 02 / 1990 ",
        "1/02/1990",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert read_birth_date(typed, TODAY) == date(1990, 2, 1)


@given(PAST_DAYS, st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d%m%Y"]))
def test_every_day_since_1900_can_be_written(day: date, shape: str) -> None:
    assert read_birth_date(day.strftime(shape), TODAY) == day


@pytest.mark.parametrize("typed", ["", "   ", "\u200b"])
def test_a_day_that_is_not_there_is_missing(typed: str) -> None:
    assert read_birth_date(typed, TODAY) == Problem(Rule.BIRTH_MISSING, "birth_date")


@pytest.mark.parametrize(
    "typed",
    [
        "1990",
        "1/2/90",
        "1990-02-01",
        "121990",
        "1/2",
        "mùng 1",
        "１/２/１９９０",
        "01/02/19900",
        "01/02",
    ],
)
def test_anything_else_has_the_wrong_shape(typed: str) -> None:
    assert read_birth_date(typed, TODAY, "born") == Problem(Rule.BIRTH_SHAPE, "born")


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/1990",
        "29/02/1991",
        "32/01/1990",
        "01/13/1990",
        "00/01/1990",
        "31/12/1899",
        "01/01/0000",
    ],
)
def test_a_day_that_no_living_person_was_born_on_is_impossible(typed: str) -> None:
    assert read_birth_date(typed, TODAY) == Problem(Rule.BIRTH_IMPOSSIBLE, "birth_date")


def test_today_is_the_last_day_somebody_can_be_born_on() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert read_birth_date(f"{TODAY:%d/%m/%Y}", TODAY) == TODAY
    assert read_birth_date(f"{tomorrow:%d/%m/%Y}", TODAY) == Problem(
        Rule.BIRTH_FUTURE, "birth_date"
    )


@given(st.text())
def test_no_text_can_break_the_reader(text: str) -> None:
    assert isinstance(read_birth_date(text, TODAY), date | Problem)
