"""Rubric entries, detectors, rules, steps and clauses speak of the same things."""

import hashlib
from collections import Counter

from sandbox.fidelity import ledger
from sandbox.rules import Rule
from tests.core.training.plans_of_visits import BY_BRANCH, BY_STEP, CLAUSE_OF, PLANS, ROWS
from training.clauses import clauses
from training.rubric import DETECTORS, rubric
from training.rubric.entry import EVERYTHING, Harm
from training.scenario import catalogue
from training.scorecard import PASS_MARK
from training.scoring import RUBRIC_VERSION
from training.steps import known_steps

NOBODYS_FAULT = {
    Rule.PORTAL_FAILED,
    Rule.VNEID_DOWN,
    Rule.VNEID_NFC_FAILED,
    Rule.NOT_ASKED,
    Rule.WRONG_UNNAMED,
}
COUNTED_BY_DETECTORS = {  # by tries, or by what could be known: see code_steps.py and vneid.py
    Rule.CODE_EXPIRED,
    Rule.CODE_SUPERSEDED,
    Rule.CODE_WRONG,
    Rule.VNEID_CODE_WRONG,
    Rule.VNEID_CODE_EXPIRED,
    Rule.VNEID_PHONE_NOT_OWNER,
    Rule.VNEID_SIGN_IN,
    Rule.VNEID_PASSWORD_LOCKED,
    Rule.VNEID_PASSCODE_WRONG,
    Rule.VNEID_PASSCODE_LOCKED,
}
# Points and rules by version; 2023.2 only looks more closely at who was urged, 2023.3 at who
# could tell which code was the newer one; since 2023.4 it also holds what a mistake explains.
MARKS_OF_VERSION = {
    "2022.1": "a963247be69c6d41",
    "2023.1": "1b0ebdde285e2b7a",
    "2023.2": "1b0ebdde285e2b7a",
    "2023.3": "2601af7b4b491a72",
    "2023.4": "37a5cc7d2c67d4d7",
    "2023.5": "63b0372dbdfd196a",
}


def test_every_entry_is_found_by_rules_or_by_its_own_detector_and_never_by_both() -> None:
    assert DETECTORS.keys() == {entry.id for entry in rubric().values() if not entry.rules}


def test_every_rule_that_refuses_somebody_is_held_in_exactly_one_entry() -> None:
    held = Counter(rule for entry in rubric().values() for rule in entry.rules)
    refusing = {entry.rule for entry in ledger().values() if entry.says}
    assert held == Counter(refusing - NOBODYS_FAULT - COUNTED_BY_DETECTORS)


def test_every_entry_cites_a_known_clause_step_and_swallowed_entries() -> None:
    for entry in rubric().values():
        assert entry.clause in clauses(), entry.id
        assert entry.step in known_steps(), entry.id
        assert set(entry.swallows) <= rubric().keys() - {entry.id}, entry.id
        assert set(entry.explains) <= {*known_steps(), EVERYTHING}, entry.id


def test_every_entry_spoils_costs_and_cites_what_the_plans_say() -> None:
    cited = {
        entry.id: (
            *(entry.clause, entry.step, entry.points),
            *(dict(entry.by_branch), dict(entry.by_step)),
        )
        for entry in rubric().values()
    }
    assert cited == {
        rule: (
            *(CLAUSE_OF[rule], row.step, row.points),
            *(BY_BRANCH.get(rule, {}), BY_STEP.get(rule, {})),
        )
        for rule, row in ROWS.items()
    }


def test_every_step_is_asked_for_by_the_clause_it_cites() -> None:
    asked = {step: name for name, clause in PLANS.items() for step in clause.steps}
    assert {step.id: step.clause for step in known_steps().values()} == asked


def test_every_entry_is_told_in_full_sentences() -> None:
    for entry in rubric().values():
        assert entry.title[-1] not in ".!?", entry.id
        told = (entry.happened, entry.suffers, entry.instead, entry.weighs)
        assert all(text.endswith(".") for text in told), entry.id


def test_what_cannot_be_made_good_at_the_desk_fails_a_run_and_says_why() -> None:
    costing = [entry for entry in rubric().values() if entry.points]
    fails = {entry.id for entry in costing if entry.grave or 100 - entry.points < PASS_MARK}
    assert fails == {entry.id for entry in costing if entry.harm.fails}
    assert fails == {entry.id for entry in rubric().values() if entry.because}


def test_being_less_at_ease_costs_less_than_having_to_wait() -> None:
    most = {
        harm: max(entry.points for entry in rubric().values() if entry.harm is harm)
        for harm in Harm
    }
    assert most[Harm.EASE] < most[Harm.LATER] <= most[Harm.WAIT] == 100 - PASS_MARK


def test_grave_mistakes_cost_at_least_as_much_as_any_other() -> None:
    costs = {
        grave: [e.points for e in rubric().values() if e.grave is grave] for grave in (True, False)
    }
    assert min(costs[True]) >= max(costs[False])


def test_every_clause_is_cited_somewhere() -> None:
    cited = {entry.clause for entry in rubric().values()}
    cited |= {step.clause for step in known_steps().values()}
    cited |= {clause for scenario in catalogue().values() for clause in scenario.clauses}
    assert clauses().keys() == cited


def test_marks_change_only_together_with_the_version() -> None:
    marks = [
        (e.id, e.points, e.grave, e.usual, sorted(e.rules), sorted(e.swallows), e.explains)
        for e in sorted(rubric().values(), key=lambda entry: entry.id)
    ]
    weights = sorted((step.id, step.weight) for step in known_steps().values())
    digest = hashlib.sha256(repr((marks, weights)).encode()).hexdigest()[:16]
    assert MARKS_OF_VERSION.get(RUBRIC_VERSION) == digest
