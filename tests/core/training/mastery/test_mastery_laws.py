"""Whatever somebody's attempts are: order does not matter, and nothing done counts against them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.core.training.mastery.measuring import TODAY, ago, criteria, rules
from training.mastery import Attempt, CompetencyProgress, State, progress_of
from training.mastery.counting import count_passes

DAYS = st.sampled_from([0, 1, 2, 30, 200, 364, 365, 366, 400, 800]).map(ago)
ATTEMPTS = st.builds(
    Attempt,
    scenario=st.sampled_from(["one", "two", "three", "gone"]),
    version=st.just(1),
    mode=st.sampled_from(["luyen", "kiem_tra", "kiem_tra"]),
    seed=st.sampled_from("abc"),
    day=DAYS,
    passed=st.sampled_from([True, True, False]),
    points=st.integers(0, 100),
)
MANY = st.lists(ATTEMPTS, max_size=8)
COMPETENCIES = st.sampled_from(["making", "keeping"])
WORTH = [State.NEW, State.PRACTISING, State.CHANGED, State.EXPIRED, State.MASTERED]


def measure(competency: str, attempts: list[Attempt], today: date = TODAY) -> CompetencyProgress:
    return progress_of(competency, attempts, criteria(), today)


@given(competency=COMPETENCIES, attempts=MANY, data=st.data())
def test_the_order_of_attempts_does_not_matter(
    competency: str, attempts: list[Attempt], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(attempts))
    assert measure(competency, shuffled) == measure(competency, attempts)


@given(competency=COMPETENCIES, attempts=MANY, more=ATTEMPTS)
def test_one_attempt_more_never_takes_anything_away(
    competency: str, attempts: list[Attempt], more: Attempt
) -> None:
    before, after = measure(competency, attempts), measure(competency, [*attempts, more])
    assert WORTH.index(after.state) >= WORTH.index(before.state)
    assert after.passes >= before.passes
    assert (after.until or date.min) >= (before.until or date.min)


@given(competency=COMPETENCIES, attempts=MANY)
def test_mastery_is_having_enough_passes_that_count_today(
    competency: str, attempts: list[Attempt]
) -> None:
    found = measure(competency, attempts)
    assert found.mastered == (found.passes == found.needed)
    assert found.mastered == (found.until is not None and found.until >= TODAY)


@given(attempts=MANY)
def test_no_more_count_together_than_there_are_days_or_worlds(attempts: list[Attempt]) -> None:
    rule = rules().rule.model_copy(update={"passes": 10})
    days, seeds = {each.day for each in attempts}, {each.seed for each in attempts}
    assert count_passes(attempts, rule) <= min(len(days), len(seeds))
    assert count_passes(attempts, rule) == most_by_trying_all(attempts)


def most_by_trying_all(attempts: list[Attempt]) -> int:
    """The same number found the slow way: take each pass or leave it."""
    if not attempts:
        return 0
    first, *others = attempts
    apart = [each for each in others if each.day != first.day and each.seed != first.seed]
    return max(most_by_trying_all(others), 1 + most_by_trying_all(apart))
