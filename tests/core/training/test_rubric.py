"""Rubric entries, detectors, rules, steps and clauses speak of the same things."""

import hashlib
from collections import Counter

from sandbox.fidelity import ledger
from sandbox.rules import Rule
from training.clauses import clauses
from training.rubric import DETECTORS, rubric
from training.scenario import catalogue
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
    Rule.CODE_SUPERSEDED,
    Rule.CODE_WRONG,
    Rule.VNEID_CODE_WRONG,
    Rule.VNEID_SIGN_IN,
    Rule.VNEID_PASSWORD_LOCKED,
    Rule.VNEID_PASSCODE_WRONG,
    Rule.VNEID_PASSCODE_LOCKED,
}
# Points and rules by version; 2023.2 only looks more closely at who was urged, 2023.3 at who
# could tell which code was the newer one.
MARKS_OF_VERSION = {
    "2022.1": "a963247be69c6d41",
    "2023.1": "1b0ebdde285e2b7a",
    "2023.2": "1b0ebdde285e2b7a",
    "2023.3": "2601af7b4b491a72",
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


def test_every_entry_is_told_in_full_sentences() -> None:
    for entry in rubric().values():
        assert entry.title[-1] not in ".!?", entry.id
        assert all(text.endswith(".") for text in (entry.happened, entry.suffers, entry.instead))


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
        (e.id, e.points, e.grave, e.usual, sorted(e.rules), sorted(e.swallows))
        for e in sorted(rubric().values(), key=lambda entry: entry.id)
    ]
    weights = sorted((step.id, step.weight) for step in known_steps().values())
    digest = hashlib.sha256(repr((marks, weights)).encode()).hexdigest()[:16]
    assert MARKS_OF_VERSION.get(RUBRIC_VERSION) == digest
