"""Attempts and rules made by hand, so that a test says only what it is about."""

from datetime import date, timedelta

from training.competencies import Change, CompetencyFile, parse
from training.mastery import Attempt, CompetencyProgress, Criteria, Intervals, Proof, progress_of

TODAY = date(2026, 11, 23)
RULES = """
[rule]
passes = 2
mode = "kiem_tra"
different_days = true
different_seeds = true

[competencies.making]
title = "Làm"
able = "Làm được."
roles = ["clerk"]

[competencies.keeping]
title = "Giữ"
able = "Giữ được."
roles = ["clerk"]
"""
PROOFS = {
    "one": Proof("Bài một", 1, frozenset({"making"})),
    "two": Proof("Bài hai", 1, frozenset({"making", "keeping"})),
    "three": Proof("Bài ba", 1, frozenset({"keeping"})),
}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def attempt(
    days_ago: int,
    seed: str = "",
    *,
    passed: bool = True,
    scenario: str = "one",
    mode: str = "kiem_tra",
    points: int = 90,
) -> Attempt:
    """An attempt; a seed of its own for each day unless one is given."""
    return Attempt(scenario, 1, mode, seed or str(days_ago), ago(days_ago), passed, points)


def rules(*changes: Change) -> CompetencyFile:
    return parse(RULES).model_copy(update={"changes": changes})


def criteria(*changes: Change, proofs: dict[str, Proof] | None = None) -> Criteria:
    return Criteria(proofs or PROOFS, rules(*changes), Intervals(valid_days=365, remind_days=30))


def progress(
    *attempts: Attempt, competency: str = "making", by: Criteria | None = None
) -> CompetencyProgress:
    return progress_of(competency, attempts, by or criteria(), TODAY)
