"""Suggestions: what slips from memory comes back in time; the model itself draws nothing."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.core.training.mastery.measuring import PROOFS, TODAY, ago, attempt, progress
from training.mastery import Attempt, Proof
from training.mastery.suggestions import Suggestion, suggestions
from web.practice.competence.spacing import review_day

MISSING = (progress(), progress(competency="keeping"))


def _suggest(
    *attempts: Attempt, proofs: dict[str, Proof] | None = None, mastered: bool = False
) -> tuple[Suggestion, ...]:
    latest = {each.scenario: each for each in attempts}
    days = {key: review_day([each]) for key, each in latest.items()}
    held = (progress(attempt(1), attempt(2)),)
    return suggestions(latest, days, held if mastered else MISSING, proofs or PROOFS, TODAY)


def test_a_failure_comes_back_before_a_pass_and_a_clean_test_last() -> None:
    failed = review_day([attempt(0, passed=False, points=40)])
    scraped = review_day([attempt(0, points=80)])
    good = review_day([attempt(0, points=95)])
    easy = review_day([attempt(0, points=100)])
    assert TODAY < failed <= scraped < good < easy


def test_every_further_pass_makes_the_wait_longer() -> None:
    once = review_day([attempt(30)]) - ago(30)
    twice = review_day([attempt(30), attempt(20)]) - ago(20)
    assert once < twice <= timedelta(days=180)


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans(), st.integers(0, 100)), min_size=1))
def test_the_same_attempts_in_any_order_give_the_same_day(
    drawn: list[tuple[int, bool, int]],
) -> None:
    attempts = [attempt(days, passed=passed, points=points) for days, passed, points in drawn]
    newest = max(each.day for each in attempts)
    assert newest <= review_day(attempts) == review_day(attempts[::-1])


def test_a_newcomer_gets_the_first_two_scenarios_today() -> None:
    assert [(each.scenario, each.day) for each in _suggest()] == [("one", TODAY), ("two", TODAY)]
    assert {each.why for each in _suggest()} == {"chưa luyện lần nào"}


def test_what_failed_comes_first_once_it_is_due() -> None:
    found = _suggest(attempt(40, scenario="three", passed=False), attempt(40, scenario="one"))
    assert [each.scenario for each in found] == ["three", "one", "two"]
    assert found[0].why == "lần gần nhất chưa đạt"


def test_what_is_fresh_waits_for_its_day() -> None:
    *_, last = _suggest(attempt(0, scenario="one"))
    assert last.scenario == "one"
    assert last.day > TODAY
    assert last.why == "ôn lại để nhớ lâu"


def test_what_is_mastered_brings_nothing_new_and_is_only_refreshed() -> None:
    found = _suggest(attempt(300, scenario="one"), mastered=True)
    assert [(each.scenario, each.day, each.why) for each in found] == [
        ("one", TODAY, "đến lúc ôn lại cho khỏi quên")
    ]


def test_never_more_than_five_at_once() -> None:
    many = {f"s{place}": Proof("Bài", 1, frozenset({"making"})) for place in range(9)}
    tried = [attempt(9, scenario=key) for key in many]
    assert len(_suggest(*tried, proofs=many)) == 5


def test_days_are_plain_days() -> None:
    assert type(review_day([attempt(3)])) is date


def test_only_what_proves_something_expected_of_the_person_is_suggested() -> None:
    other = PROOFS | {"four": Proof("Bài bốn", 1, frozenset({"else"}))}
    tried = (attempt(0, scenario="one"), attempt(0, scenario="four"))
    assert "four" not in {each.scenario for each in _suggest(*tried, proofs=other)}
    assert "four" not in {each.scenario for each in _suggest(proofs=other)}
    assert "three" not in {each.scenario for each in _suggest(proofs=other, mastered=True)}


def test_of_what_is_new_two_are_suggested_and_five_in_all() -> None:
    many = {f"s{n}": Proof(f"Bài {n}", 1, frozenset({"making"})) for n in range(9)}
    assert [each.scenario for each in _suggest(proofs=many)] == ["s0", "s1"]
    tried = [attempt(0, scenario=f"s{n}") for n in range(6)]
    assert len(_suggest(*tried, proofs=many)) == 5
