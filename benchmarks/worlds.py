"""Goal 3: a new world beside a bare committing POST, and with 10,000 held."""

from contextlib import ExitStack
from functools import partial
from time import perf_counter

from flask import Flask
from sqlalchemy import insert
from werkzeug.test import Client

from benchmarks.measure import Row, in_turn, in_words
from benchmarks.office import BenchOffice
from sandbox.setup import Setup
from web.shell.database import open_engine, transaction
from web.shell.runtime import Runtime
from web.shell.session_models import AttemptRow
from web.worlds import service

MANY = 10_000
SEED = service.Seed(7, "2022", "bench", Setup())


def rows() -> list[Row]:
    """Every row of this part."""
    with ExitStack() as rooms:
        office, fuller = BenchOffice(rooms), BenchOffice(rooms)
        bare = Client(_committing(office.runtime))
        made = in_turn(
            partial(_create, office), lambda: bare.post("/"), times=30, clock=perf_counter
        )
        before = _size(fuller)
        _fill(fuller)
        each = (_size(fuller) - before) / MANY / 1000
        reading = in_turn(partial(_read, fuller), partial(_read, office), times=100)
        making = in_turn(partial(_create, fuller), partial(_create, office), times=50)
        return [
            _row("creating a world / a bare committing POST", made, 3),
            _row(f"reading a world with {MANY:,} held / with few", reading, 1.1),
            _row(f"creating a world with {MANY:,} held / with few", making, 1.1),
            Row(f"database, a world of {MANY:,} held", f"{each:.1f} kB", "", each),
        ]


def _row(name: str, measured: tuple[float, float, float], most: float) -> Row:
    ours, theirs, ratio = measured
    return Row(name, in_words(ours), in_words(theirs), ratio, f"≤ {most}", ratio <= most)


def _size(office: BenchOffice) -> int:
    return sum(file.stat().st_size for file in office.settings.data.glob("test.sqlite3*"))


def _create(office: BenchOffice) -> None:
    with office.app.app_context(), transaction(office.runtime.engine) as connection:
        service.create(connection, SEED, unit_id=None, owner_id=None)


def _fill(office: BenchOffice) -> None:
    with office.app.app_context(), transaction(office.runtime.engine) as connection:
        for _ in range(MANY):
            service.create(connection, SEED, unit_id=None, owner_id=None)


def _read(office: BenchOffice) -> None:
    with office.app.app_context(), transaction(office.runtime.engine, writes=False) as connection:
        service.read(connection, office.clerk.record.id)


def _committing(runtime: Runtime) -> Flask:
    """A Flask app whose one address inserts one row and commits."""
    app = Flask("bare")
    engine = open_engine(runtime.settings.database_url)
    numbers = iter(range(10**9))

    def post() -> str:
        row = {"source": str(next(numbers)), "failures": 1, "window_ends_at": runtime.effects.now()}
        with transaction(engine) as connection:
            connection.execute(insert(AttemptRow), [row])
        return "done"

    app.add_url_rule("/", view_func=post, methods=["POST"])
    return app
