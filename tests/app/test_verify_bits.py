"""Whatever bit is turned in what a check covers, ``motcua verify`` says so."""

import random  # noqa: TID251  # seeded: which bits are turned is the same every time
from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from tests.app.databases import POSTGRESQL
from tests.app.office import Office
from web.practice.runs.models import RunRow
from web.shell import seals
from web.shell.session_models import PersonRow
from web.verify import broken_logs

pytestmark = pytest.mark.skipif(bool(POSTGRESQL), reason="it takes no text with a turned bit")

LINE = ("world_id", "seq", "at", "actor", "kind", "payload", "link")
COVERED = [
    *(("world_event", column) for column in LINE),
    *((table, column) for table, columns in seals.SEALED.items() for column in columns),
]
AT_MOST = 10  # bits of one text


@pytest.fixture
def db(office: Office) -> Iterator[Connection]:
    """An office with one run, in the hands of somebody who has its file."""
    office.served("canbo1")
    with office.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("DROP TRIGGER world_event_no_update")
        driver = connection.connection.driver_connection
        assert driver
        driver.text_factory = lambda raw: raw.decode(errors="surrogateescape")
        yield connection
        connection.rollback()
        driver.text_factory = str


def bits_of(value: object, chance: random.Random) -> Sequence[int]:
    every = range(8 * len(value.encode()) if isinstance(value, str) else 31)
    return chance.sample(every, min(AT_MOST, len(every)))


def turned(value: object, bit: int) -> object:
    """The value with that bit turned; a text stays a text, if perhaps none that can be read."""
    if isinstance(value, int):
        return value ^ 1 << bit
    raw = bytearray(str(value).encode())
    raw[bit // 8] ^= 1 << bit % 8
    return bytes(raw)


def is_seen(db: Connection) -> bool:
    found = (broken_logs(db), seals.broken(db, RunRow), seals.broken(db, PersonRow))
    return any(map(list, found))


def missed(db: Connection, table: str, column: str, bits: Sequence[int] | None = None) -> list[int]:
    """The bits of the column's first value whose turning nobody notices."""
    question = text(f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1")  # noqa: S608  # names of the schema
    row = db.execute(question).first()
    if row is None or row[1] == "":
        return []
    unseen = []
    for bit in bits or bits_of(row[1], random.Random(f"{table} {column}")):  # noqa: S311  # seeded, no secret
        changed = turned(row[1], bit)
        value = "CAST(:value AS TEXT)" if isinstance(changed, bytes) else ":value"
        db.exec_driver_sql("SAVEPOINT before")
        change = text(f"UPDATE {table} SET {column} = {value} WHERE rowid = :row")  # noqa: S608  # the same
        with suppress(IntegrityError):  # the number of another line: the database refuses two
            db.execute(change, {"value": changed, "row": row[0]})
            if not is_seen(db):
                unseen.append(bit)
        db.exec_driver_sql("ROLLBACK TO before")
    return unseen


def test_no_turned_bit_of_logs_marks_and_accounts_goes_unseen(db: Connection) -> None:
    assert not is_seen(db)
    assert {column: bits for column in COVERED if (bits := missed(db, *column))} == {}
    assert not is_seen(db)


def test_world_started_is_covered_whole(db: Connection) -> None:
    payload = db.execute(text("SELECT payload FROM world_event WHERE seq = 1")).scalar_one()
    some = range(0, 8 * len(payload.encode()), 17)  # no power of two: every place in a letter
    assert missed(db, "world_event", "payload", some) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE run SET points = points - 1", RunRow),
        ("UPDATE run SET last_link = ''", RunRow),
        ("UPDATE person SET role = 'administrator' WHERE username = 'canbo1'", PersonRow),
        ("UPDATE person SET active = 0 WHERE username = 'canbo1'", PersonRow),
        ("UPDATE person SET seal = ''", PersonRow),
    ],
)
def test_marks_and_roles_changed_by_hand_are_named(
    db: Connection, change: str, named: type[RunRow | PersonRow]
) -> None:
    db.exec_driver_sql(change)
    assert list(seals.broken(db, named))
