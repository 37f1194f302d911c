"""What a class practises: the package's scenarios and those written by the unit that holds it.

Whose library counts is the class's unit, wherever those who take part work. Runs keep the version
they began with; whoever begins now takes the newest.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from training.scenario import Scenario
from web.classes.lessons.classes import TrainingClass
from web.practice.scenarios import library
from web.practice.scenarios.library import Planned


def read(connection: Connection, training_class: TrainingClass) -> list[Planned]:
    """Every task in order, also those that nobody can begin any more."""
    return library.planned(connection, training_class.plan.unit_id, training_class.plan.scenarios)


def open_tasks(connection: Connection, training_class: TrainingClass) -> frozenset[str]:
    """The ids of the tasks that can be begun now."""
    return frozenset(each.id for each in read(connection, training_class) if each.offered)


def choosable(
    connection: Connection,
    unit_id: int,
    offered: Mapping[str, Scenario],
    training_class: TrainingClass | None,
) -> dict[str, str]:
    """What a class of that unit can be planned with, id to words; ``offered`` is its library.

    A class already planned may keep what has been withdrawn since: runs of it may go on.
    """
    still = (
        read(connection, training_class)
        if training_class and training_class.plan.unit_id == unit_id
        else []
    )
    return {
        **{each.id: each.title for each in offered.values()},
        **{each.id: f"{each.title} (đã ngừng dùng)" for each in still if each.id not in offered},
    }


def elsewhere(connection: Connection, unit_id: int, ids: Sequence[str]) -> dict[str, str]:
    """Words for what that unit has, but the class's unit has not; nothing for what is unknown."""
    found = library.planned(connection, unit_id, ids)
    return {each.id: f"{each.title} (không dùng được ở đây)" for each in found if each.scenario}
