"""What marking a run gives: points, findings, observations and steps."""

from dataclasses import dataclass
from datetime import datetime

from training.steps import Step

PASS_MARK = 80


@dataclass(frozen=True, slots=True)
class When:
    """A place in the log."""

    seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake, at its first moment; ``points`` 0 makes it an observation.

    ``rule`` is a rubric entry, or "step." and a step that was left out for no other reason.
    ``clause`` is an id of ``clauses.toml``; ``step`` the id of the step it spoils, and ``spoils``
    are further ones that praise would contradict; ``weighs`` says why it costs that much.
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
    weighs: str = ""
    spoils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepResult:
    """One expected step. ``when`` None: it is missing. ``in_order``: no later step came first.

    ``needed`` False: it is missing because this visit had no place for it.
    """

    step: Step
    when: When | None
    in_order: bool
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The marks of one run, a pure function of scenario and log.

    ``points`` 0 to 100; ``findings`` cost points, ``observations`` do not (hints excepted). Of a
    finished visit every point lost stands in one of them. ``outcome`` "" while the visit is still
    going on. ``passed`` needs 80 points, no grave finding and the outcome the scenario asks for,
    or one beyond it. ``blocked``: the world did not allow that; then a day to come back is enough.
    """

    points: int
    passed: bool
    findings: tuple[Finding, ...]
    observations: tuple[Finding, ...]
    steps: tuple[StepResult, ...]
    outcome: str
    duration_s: float
    rubric_version: str
    blocked: bool = False
