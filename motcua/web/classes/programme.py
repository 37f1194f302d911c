"""What a class practises: the package's scenarios and those written by the unit that holds it.

Whose library counts is the class's unit, wherever those who take part work. Runs keep the version
they began with; whoever begins now takes the newest.
"""

from sqlalchemy import Connection

from motcua.web.classes.classes import TrainingClass
from motcua.web.scenarios import library
from motcua.web.scenarios.library import Planned


def read(connection: Connection, kept: TrainingClass) -> list[Planned]:
    """Every task in order, also those that nobody can begin any more."""
    return library.planned(connection, kept.plan.unit_id, kept.plan.scenarios)


def open_tasks(connection: Connection, kept: TrainingClass) -> frozenset[str]:
    """The ids of the tasks that can be begun now."""
    return frozenset(each.id for each in read(connection, kept) if each.offered)
