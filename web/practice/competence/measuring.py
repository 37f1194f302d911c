"""What everybody here is measured by: scenarios, the rules, the office's settings, today."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from training.competencies import competency_file
from training.mastery import Attempt, Criteria, Intervals, own_proof, proofs
from training.scenario import catalogue
from web.practice.runs.runs import Mode
from web.practice.scenarios import library
from web.shell.formatting import OFFICE_ZONE
from web.shell.runtime import runtime

COUNTED = (Mode.PRACTICE, Mode.TEST)
"""The modes in which people find the way themselves; being led through proves nothing."""


def unit_criteria(connection: Connection, unit_id: int, attempts: Iterable[Attempt]) -> Criteria:
    """The rules in force, for those attempts of people of that unit: at most two questions.

    What the package's scenarios prove comes first, then the unit's own, by each version used.
    """
    settings, package = runtime().settings, catalogue()
    used = {(each.scenario, each.version) for each in attempts}
    own = {
        line.id: own_proof(line.versions, package.values(), offered=line.offered)
        for line in library.lines(connection, unit_id, used)
    }
    intervals = Intervals(settings.valid_days, settings.remind_days)
    return Criteria({**proofs(package), **own}, competency_file(), intervals)


def today() -> date:
    """The day in the office."""
    return runtime().effects.now().astimezone(OFFICE_ZONE).date()
