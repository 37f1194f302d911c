"""What everybody here is measured by: the catalogue, the rules, the office's settings, today."""

from datetime import date

from motcua.training.competencies import competency_file
from motcua.training.mastery import Intervals, Yardstick, proofs
from motcua.training.scenario import catalogue
from motcua.web.formatting import OFFICE_ZONE
from motcua.web.practice.runs import Mode
from motcua.web.shell import shell

COUNTED = (Mode.PRACTICE, Mode.TEST)
"""The modes in which people find the way themselves; being led through proves nothing."""


def yardstick() -> Yardstick:
    """The rules in force."""
    settings = shell().settings
    intervals = Intervals(settings.valid_days, settings.remind_days)
    return Yardstick(proofs(catalogue()), competency_file(), intervals)


def today() -> date:
    """The day in the office."""
    return shell().effects.now().astimezone(OFFICE_ZONE).date()
