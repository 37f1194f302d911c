"""What a session opened by a slip reaches: its own class, and its person's runs in that class.

``web/access.py`` asks this before every request, so no room has to think of it. An address that is
open to slips carries one of ``SPEAKS_OF``, or speaks of nobody but the person.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from web.practice.runs import store as runs
from web.practice.runs.runs import RunRecord
from web.shell.people import Slip


def reaches(
    connection: Connection, slip: Slip, person_id: int, arguments: Mapping[str, Any]
) -> bool:
    """Whether all that an address speaks of belongs to the class of the slip and to the person."""
    return all(
        is_theirs(connection, slip, person_id, str(arguments[name]))
        for name, is_theirs in SPEAKS_OF.items()
        if name in arguments
    )


def _is_its_class(_: Connection, slip: Slip, __: int, class_id: str) -> bool:
    return class_id == slip.class_id


def _is_their_run(connection: Connection, slip: Slip, person_id: int, run_id: str) -> bool:
    return _is_theirs(runs.find(connection, run_id), slip, person_id)


def _is_their_world(connection: Connection, slip: Slip, person_id: int, world_id: str) -> bool:
    return _is_theirs(runs.find_by_world(connection, world_id), slip, person_id)


def _is_theirs(run: RunRecord | None, slip: Slip, person_id: int) -> bool:
    return run is not None and (run.person_id, run.class_id) == (person_id, slip.class_id)


SPEAKS_OF: Mapping[str, Callable[[Connection, Slip, int, str], bool]] = {
    "class_id": _is_its_class,
    "run_id": _is_their_run,
    "world_id": _is_their_world,
}
