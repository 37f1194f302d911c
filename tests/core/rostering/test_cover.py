"""How long it takes to find somebody: numerator, denominator, median and worst."""

from datetime import date, datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.cover import Case, Ending, by_half, ending, figures
from rostering.values import Half, Session
from web.roster.planning.absence_store import Outcome
from web.shell.formatting import OFFICE_ZONE

DAY = date(2027, 3, 1)
MORNING, AFTERNOON = (Session(DAY, half, 0) for half in Half)
NOON = datetime(2027, 3, 1, 12, 0, tzinfo=OFFICE_ZONE)

endings = st.sampled_from(Ending)
minutes = st.integers(0, 500).map(lambda n: timedelta(minutes=n))
cases = st.lists(
    st.builds(Case, st.sampled_from([MORNING, AFTERNOON]), endings, minutes), max_size=12
)


def covered(*took: int) -> list[Case]:
    return [Case(MORNING, Ending.COVERED, timedelta(minutes=each)) for each in took]


@pytest.mark.parametrize(
    ("outcome", "session", "expected"),
    [
        (Outcome.COVERED, MORNING, Ending.COVERED),
        (Outcome.ASSIGNED, AFTERNOON, Ending.COVERED),
        (Outcome.EMPTY, AFTERNOON, Ending.UNCOVERED),
        (Outcome.BACK, MORNING, Ending.BACK),
        (None, AFTERNOON, Ending.OPEN),
        (None, MORNING, Ending.UNCOVERED),
    ],
)
def test_an_absence_nobody_covered_is_uncovered_once_its_session_is_over(
    outcome: Outcome | None, session: Session, expected: Ending
) -> None:
    assert ending(outcome, session, NOON) is expected


def test_median_and_worst_are_over_those_covered() -> None:
    found = figures([*covered(3, 50, 10), Case(MORNING, Ending.UNCOVERED)])
    assert (found.covered, found.total, found.uncovered) == (3, 4, 1)
    assert (found.median, found.worst) == (timedelta(minutes=10), timedelta(minutes=50))
    assert figures(covered(3, 10)).median == timedelta(minutes=6, seconds=30)


def test_without_anybody_found_there_is_no_time() -> None:
    found = figures([Case(MORNING, Ending.UNCOVERED), Case(MORNING, Ending.OPEN)])
    assert (found.covered, found.total, found.median, found.worst) == (0, 1, None, None)


@given(cases)
def test_the_halves_add_up_and_what_is_open_or_back_does_not_count(many: list[Case]) -> None:
    found, halves = figures(many), [each for _, each in by_half(many)]
    assert found.total == sum(each.total for each in halves)
    assert found.covered == sum(each.covered for each in halves)
    not_counted = sum(one.ending in {Ending.OPEN, Ending.BACK} for one in many)
    assert found.total == len(many) - not_counted
    assert 0 <= found.covered <= found.total
    times = [one.took for one in many if one.ending is Ending.COVERED and one.took is not None]
    assert found.worst == max(times, default=None)
    if times and found.median is not None:
        assert found.median.total_seconds() == median(each.total_seconds() for each in times)
