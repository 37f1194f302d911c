"""What a session opened by a slip reaches: its own class, and its person's runs in that class.

``web/access.py`` asks this before every request, so no room has to think of it. An address that is
open to slips carries one of ``SPEAKS_OF``, or speaks of nobody but the person.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from web.classes.slips import store
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


SPEAKS_OF: Mapping[str, Callable[[Connection, Slip, int, str], bool]] = {
    "class_id": _is_its_class,
    "run_id": store.is_their_run,
    "world_id": store.is_their_world,
}
