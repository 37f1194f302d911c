"""Goal 2: one step of a run beside raw commits of the same rows at the same PRAGMAs."""

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Row, in_turn, in_words
from benchmarks.office import BenchOffice
from sandbox.desk import Say
from sandbox.log import Actor
from sandbox.mock_dvc import Create
from sandbox.portal.form_reading import Typed
from web.shell.database import PRAGMAS, transaction
from web.worlds import service

STEPS = 40


def rows() -> list[Row]:
    """Every row of this part."""
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        office.clerk.up_to_code()
        raw = rooms.enter_context(closing(_raw(office.settings.data / "raw.sqlite3")))
        refused = Create(1, Typed(**office.clerk.right()), otp="1")
        return [
            _row(office, "one phrase said / raw commits of its rows", Say("greet"), raw, lines=2),
            _row(office, "a code refused / raw commit of its row", refused, raw, lines=1),
        ]


def _row(
    office: BenchOffice, name: str, command: object, raw: sqlite3.Connection, lines: int
) -> Row:
    world = office.clerk.record.id

    def step() -> None:
        with office.app.app_context(), transaction(office.runtime.engine) as connection:
            service.act(connection, world, command, Actor.CLERK)

    ours, theirs, ratio = in_turn(
        step, lambda: _commit(raw, lines), times=STEPS, clock=perf_counter
    )
    speed = 1 / ratio
    return Row(name, in_words(ours), in_words(theirs), speed, "≥ 0.1", speed >= 0.1)


def _raw(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute("CREATE TABLE line (world TEXT, seq INTEGER, payload TEXT, link TEXT)")
    return connection


def _commit(raw: sqlite3.Connection, lines: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    for _ in range(lines):
        raw.execute("INSERT INTO line VALUES (?, ?, ?, ?)", ("w" * 22, 1, "x" * 120, "l" * 64))
    raw.execute("COMMIT")
