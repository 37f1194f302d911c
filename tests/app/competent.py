"""People who passed and failed on the days a test needs, without playing every run."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.app.office import FIRST, Office
from training.scenario import catalogue
from web.practice.competence import measuring
from web.practice.runs import store
from web.practice.runs.runs import Mode, RunRecord, State

PRIVACY = "tk-12-nho-giu-mat-khau"  # proves account_creation, privacy and communication
TROUBLE = "tk-03-tin-nhan-khong-toi"  # proves account_creation, trouble and communication


def marked(
    office: Office,
    username: str,
    days_ago: int,
    scenario: str = FIRST,
    *,
    passed: bool = True,
    points: int = 95,
    mode: Mode = Mode.TEST,
) -> RunRecord:
    """A run that ended so many days ago, in a world of its own."""
    run = office.start(username, scenario, mode, seed=office.effects.now().minute + days_ago * 60)
    ended = run.started_at - timedelta(days=days_ago)
    done = replace(
        run,
        started_at=ended - timedelta(minutes=8),
        ended_at=ended,
        state=State.FINISHED,
        points=points,
        passed=passed,
        findings=0 if passed else 4,
        outcome="account_created",
    )
    with office.writing() as db:
        store.save(db, done)
    return done


def mastered(office: Office, username: str, scenario: str = FIRST, newest: int = 1) -> None:
    """Two passes on two days, the newer one ``newest`` days ago."""
    for days_ago in (newest + 1, newest):
        marked(office, username, days_ago, scenario)


def revise(monkeypatch: pytest.MonkeyPatch, scenario: str) -> None:
    """From here on that scenario stands in its second version."""
    revised = replace(catalogue()[scenario], version=2)
    monkeypatch.setattr(measuring, "catalogue", lambda: {**catalogue(), scenario: revised})
