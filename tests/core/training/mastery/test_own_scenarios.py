"""Passes in an office's own scenarios, version by version."""

from dataclasses import replace
from datetime import date, timedelta

from training.competencies import competency_file
from training.mastery import (
    Attempt,
    CompetencyProgress,
    Criteria,
    State,
    own_proof,
    progress_of,
    proofs,
)
from training.mastery.suggestions import suggestions
from training.scenario import Scenario, catalogue

TODAY = date(2026, 11, 23)
OWN, KEEPS = "dv-nho-giu-mat-khau", "tk-12-nho-giu-mat-khau"
PACKAGE = tuple(catalogue().values())


def version(number: int, *, without: str = "") -> Scenario:
    source = catalogue()[KEEPS]
    kept = tuple(step for step in source.steps if step.id != without)
    return replace(source, id=OWN, version=number, title="Bài của xã", steps=kept)


def measured(*versions: Scenario, offered: bool = True) -> Criteria:
    by_number = {each.version: each for each in versions}
    own = {OWN: own_proof(by_number, PACKAGE, offered=offered)}
    return Criteria({**proofs(catalogue()), **own}, competency_file())


def passes_at(*numbers: int, scenario: str = OWN, first: int = 10) -> list[Attempt]:
    """One passed test a day, at these versions."""
    return [
        Attempt(
            scenario,
            n,
            "kiem_tra",
            f"{scenario}-{day}",
            TODAY - timedelta(days=first - day),
            True,
            100,
        )
        for day, n in enumerate(numbers)
    ]


def stands(
    by: Criteria, attempts: list[Attempt], competency: str = "privacy"
) -> CompetencyProgress:
    return progress_of(competency, attempts, by, TODAY)


def test_two_tests_in_a_faithful_copy_prove_what_two_in_the_original_prove() -> None:
    by = measured(version(1))
    for competency in catalogue()[KEEPS].competencies:
        assert stands(by, passes_at(1, 1), competency).mastered
    mixed = [*passes_at(1), *passes_at(1, scenario=KEEPS, first=5)]
    assert stands(by, mixed).mastered


def test_practice_only_is_practised_but_never_proved() -> None:
    by = measured(version(1, without="decline_password"))
    found = stands(by, passes_at(1, 1, 1))
    assert (found.state, found.passes) == (State.PRACTISING, 0)
    assert stands(by, passes_at(1, 1), "account_creation").mastered


def test_a_new_version_makes_due_only_what_it_touches() -> None:
    by = measured(version(1), replace(version(2), marked=frozenset({"tk.no_goodbye"})))
    due = stands(by, passes_at(1, 1), "communication")
    assert (due.state, due.reasons) == (State.CHANGED, ("tình huống “Bài của xã” đã sửa",))
    for competency in ("account_creation", "privacy"):
        assert stands(by, passes_at(1, 1), competency).mastered
    assert stands(by, passes_at(1, 1, 2, 2), "communication").mastered


def test_a_version_in_other_words_or_one_that_asks_less_takes_nothing_away() -> None:
    for newer in (replace(version(2), title="Khác"), version(2, without="decline_password")):
        by = measured(version(1), newer)
        for competency in catalogue()[KEEPS].competencies:
            assert stands(by, passes_at(1, 1), competency).mastered


def test_what_was_not_proved_then_is_not_proved_by_a_better_version_now() -> None:
    by = measured(version(1, without="decline_password"), version(2))
    assert stands(by, passes_at(1, 1)).state is State.PRACTISING
    assert stands(by, passes_at(1, 1, 2, 2)).mastered


def test_a_withdrawn_scenario_counts_on_but_is_not_suggested() -> None:
    by = measured(version(1), offered=False)
    attempts = passes_at(1, 1)
    held = (stands(by, attempts, "trouble"), stands(by, attempts))
    assert held[1].mastered
    latest, review = {OWN: attempts[-1]}, {OWN: TODAY}
    again = suggestions(latest, review, held, by.proofs, TODAY)
    assert OWN not in {each.scenario for each in again}
    offered = suggestions(latest, review, held, measured(version(1)).proofs, TODAY)
    assert OWN in {each.scenario for each in offered}
