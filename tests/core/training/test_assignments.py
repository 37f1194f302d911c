"""An assignment is done when all of it is passed, and in time when that was before the deadline."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.assignments import SOON, Attempt, State, Task, task_progress

GIVEN = datetime(2026, 11, 2, 1, tzinfo=UTC)
DEADLINE = datetime(2026, 11, 6, 8, tzinfo=UTC)  # 15:00 in Viet Nam
TASK = Task(("a", "b"), passes=1, tests_only=False, since=GIVEN, deadline=DEADLINE)
SECOND = timedelta(seconds=1)


def passed(scenario: str, at: datetime, *, is_test: bool = False) -> Attempt:
    return Attempt(scenario, is_test, passed=True, ended_at=at)


BOTH = [passed("a", GIVEN), passed("b", DEADLINE - SECOND)]


@pytest.mark.parametrize(
    ("last", "state"),
    [(DEADLINE - SECOND, State.DONE), (DEADLINE, State.DONE_LATE)],
)
def test_before_the_deadline_means_strictly_before(last: datetime, state: State) -> None:
    assert task_progress(TASK, [passed("a", GIVEN), passed("b", last)]).state(DEADLINE) is state


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (DEADLINE - SOON - SECOND, State.OPEN),
        (DEADLINE - SOON, State.SOON),
        (DEADLINE - SECOND, State.SOON),
        (DEADLINE, State.OVERDUE),
    ],
)
def test_what_is_not_done_presses_more_and_more(now: datetime, state: State) -> None:
    assert task_progress(TASK, [passed("a", GIVEN)]).state(now) is state


def test_only_what_was_done_since_it_was_asked_counts() -> None:
    early = task_progress(TASK, [passed("a", GIVEN - SECOND)])
    assert early.done == 0


def test_a_run_with_hints_proves_nothing_where_tests_are_asked() -> None:
    tests = replace(TASK, tests_only=True)
    assert task_progress(tests, BOTH).done == 0
    assert task_progress(tests, [replace(each, is_test=True) for each in BOTH]).done == 2


def test_it_is_repeated_until_it_has_been_passed_often_enough() -> None:
    twice = replace(TASK, scenarios=("a",), passes=2)
    once = task_progress(twice, [passed("a", GIVEN)])
    assert (once.done, once.parts[0].passed) == (0, 1)
    second = GIVEN + timedelta(days=1)
    assert (
        task_progress(twice, [passed("a", second), passed("a", GIVEN)]).parts[0].done_at == second
    )


def test_the_next_part_is_the_first_that_is_missing() -> None:
    following = task_progress(TASK, [passed("a", GIVEN)]).next_part
    assert following is not None
    assert following.scenario == "b"
    assert task_progress(TASK, BOTH).next_part is None


ATTEMPTS = st.lists(
    st.builds(
        Attempt,
        st.sampled_from(["a", "b", "c"]),
        st.booleans(),
        st.booleans(),
        st.datetimes(GIVEN.replace(tzinfo=None), DEADLINE.replace(tzinfo=None)).map(
            lambda at: at.replace(tzinfo=UTC)
        ),
    )
)


@given(attempts=ATTEMPTS, more=ATTEMPTS, passes=st.integers(1, 3), tests_only=st.booleans())
def test_nothing_that_follows_takes_away_what_was_done(
    attempts: list[Attempt], more: list[Attempt], passes: int, tests_only: bool
) -> None:
    task = replace(TASK, passes=passes, tests_only=tests_only)
    before, after = task_progress(task, attempts), task_progress(task, [*more, *attempts])
    assert after.done >= before.done
    assert task_progress(task, reversed(attempts)) == before
