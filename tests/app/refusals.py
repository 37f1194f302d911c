"""A refusal changes nothing: every refused answer of every test is held to that.

A test that looks at the status of a refusal would pass if the step had been taken as well. So
``Browser`` looks at what was written to the database meanwhile.
"""

import re
from threading import local

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPICursor
from werkzeug.test import TestResponse

from sandbox.log import KINDS

_WRITES = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM) \"?(\w+)", re.IGNORECASE)
# What was typed, chosen and looked up stays, whatever else is wrong; ordered trouble has struck.
_IN_THE_LOG = {
    "step.refused",
    "form.details_saved",
    "form.file_attached",
    "form.looked_up",
    "fault.spent",
}
# Guesses are counted; a swap that the roster has outrun is over, and its answer is told so.
_ELSEWHERE = re.compile(
    r"(?:INSERT INTO|UPDATE) tester_rate|(?:INSERT INTO|UPDATE|DELETE FROM) sign_in_attempt"
    r"|UPDATE user_session SET last_seen_at"
    r"|UPDATE roster_swap .*'cancelled'"
)


class _Kept(local):
    """What this thread has written and committed since it began to watch."""

    def __init__(self) -> None:
        self.writes: list[str] = []


_kept = _Kept()


def begin_to_watch() -> None:
    """Forget what was written before."""
    _kept.writes = []


def hold_to_refusal(answer: TestResponse) -> None:
    """An answer of 4xx leaves everything as it was; raises AssertionError if it did not."""
    if 400 <= answer.status_code < 500:
        asked = f"{answer.request.method} {answer.request.path}"
        assert _kept.writes == [], (
            f"{asked} was refused ({answer.status_code}), and yet wrote {_kept.writes}"
        )


@event.listens_for(Engine, "after_cursor_execute")
def _note(
    connection: Connection, cursor: DBAPICursor, statement: str, parameters: object, *_: object
) -> None:
    found = _WRITES.match(statement)
    if found and cursor.rowcount:
        written = f"{' '.join(statement.split())}: {parameters}"
        if not _expected(found[1], written):
            connection.info.setdefault("written", []).append(written)


def _expected(table: str, written: str) -> bool:
    if table == "world_event":
        return {kind for kind in KINDS if f"'{kind}'" in written} <= _IN_THE_LOG
    return bool(_ELSEWHERE.match(written))


@event.listens_for(Engine, "commit")
def _keep(connection: Connection) -> None:
    _kept.writes += connection.info.pop("written", [])


@event.listens_for(Engine, "rollback")
@event.listens_for(Engine, "rollback_savepoint")
def _forget(connection: Connection, *_: object) -> None:
    connection.info.pop("written", None)
