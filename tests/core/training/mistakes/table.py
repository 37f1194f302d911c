"""Every mistaken clerk there is, and where in its log the mistake shows."""

from collections.abc import Iterator
from types import ModuleType

from sandbox.log import Entry
from tests.core.training.mistakes import (
    account_slips,
    arrival,
    arrival_slips,
    attachment,
    code,
    form_data,
    hand_slips,
    manners,
    own_hands,
    procedure,
    vneid,
    vneid_endings,
    vneid_played,
    vneid_slips,
)
from tests.core.training.robot import Clerk

TASKS = (
    form_data,
    hand_slips,
    attachment,
    procedure,
    code,
    manners,
    arrival,
    own_hands,
    vneid,
    vneid_endings,
    vneid_played,
    account_slips,
    arrival_slips,
    vneid_slips,
)


def mistaken(task: ModuleType) -> Iterator[type[Clerk]]:
    """The clerks of one file that deserve a finding, or to be told of their slip."""
    for clerk in vars(task).values():
        here = isinstance(clerk, type) and issubclass(clerk, Clerk)
        if here and (clerk.finding or clerk.observed) and clerk.__module__ == task.__name__:
            yield clerk
    yield from getattr(task, "SLIPS", ())


MISTAKEN = [clerk for task in TASKS for clerk in mistaken(task) if clerk.finding]
OBSERVED = [clerk for task in TASKS for clerk in mistaken(task) if clerk.observed]


def entry_of(clerk: Clerk, line: str) -> Entry:
    """The line of the clerk's log that is meant: "kind:phrase#place", see ``plans.py``."""
    kind, _, place = line.partition("#")
    kind, _, phrase = kind.partition(":")
    lines = [
        entry
        for entry in clerk.log
        if entry.fact.kind == kind and phrase in ("", getattr(entry.fact, "phrase", ""))
    ]
    return lines[int(place or 0)]
