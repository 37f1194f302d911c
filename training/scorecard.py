"""What marking a run gives: points, findings, observations and steps."""

from dataclasses import dataclass
from datetime import datetime

from training.steps import Step


@dataclass(frozen=True, slots=True)
class When:
    """A place in the log."""

    seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake, at its first moment; ``points`` 0 makes it an observation.

    ``clause`` is an id of ``clauses.toml``; ``step`` the id of the step it spoils.
    """

    rule: str
    title: str
    clause: str
    step: str
    when: When
    times: int
    happened: str
    suffers: str
    instead: str
    points: int
    grave: bool


@dataclass(frozen=True, slots=True)
class StepResult:
    """One expected step. ``when`` None: it is missing. ``in_order``: no later step came first."""

    step: Step
    when: When | None
    in_order: bool


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The marks of one run, a pure function of scenario and log.

    ``points`` 0 to 100; ``findings`` cost points, ``observations`` do not (hints
    excepted). ``outcome`` "" while the visit is still going on. ``passed`` needs
    80 points, no grave finding and the outcome the scenario asks for, or one beyond it.
    """

    points: int
    passed: bool
    findings: tuple[Finding, ...]
    observations: tuple[Finding, ...]
    steps: tuple[StepResult, ...]
    outcome: str
    duration_s: float
    rubric_version: str
