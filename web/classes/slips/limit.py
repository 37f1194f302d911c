"""What a session opened by a slip reaches: its own class, and its person's runs in that class.

The gate asks this before every request (``shell.passes.EntrySlips``), so no room has to think of
it. An address open to slips carries one of ``SPEAKS_OF``, or speaks of nobody but the person.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from web.classes.slips import store, words
from web.practice.runs import store as runs
from web.practice.runs.runs import RunRecord
from web.shell.people import Slip


def is_good(connection: Connection, slip: Slip) -> bool:
    """Whether a session opened with that slip goes on; so nothing needs to end it."""
    return store.is_good(connection, slip.digest)


def why_over(connection: Connection, slip: Slip) -> str:
    """Why a session opened with that slip goes on no longer."""
    record = store.find(connection, slip.digest)
    ended = words.why_over(record) if record else ""
    return ended or (words.TIRED if is_good(connection, slip) else words.CLOSED)


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
