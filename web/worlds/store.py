"""The questions asked of the tables of worlds."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Integer,
    ScalarSelect,
    Select,
    String,
    TableValuedAlias,
    bindparam,
    cast,
    func,
    insert,
    select,
)

from sandbox import codec
from sandbox.log import Actor, Entry
from web.shell.database import begin_writing
from web.shell.ids import could_be_id
from web.shell.plain import plain
from web.worlds.models import WorldEventRow, WorldRow

_WORLD = WorldRow.__table__.c
_EVENT = WorldEventRow.__table__.c
Stored = Sequence[Any]  # seq, at, actor, kind, payload, link
_LINE = (_EVENT.seq, _EVENT.at, _EVENT.actor, _EVENT.kind, _EVENT.payload, _EVENT.link)


@dataclass(frozen=True, slots=True)
class WorldRecord:
    """What is kept about a world beside its log; links by their names (``web.shell.links``)."""

    id: str
    unit_id: int | None
    owner_id: int | None
    citizen_link: str
    expires_at: datetime
    desk_link: str | None = None
    tester: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One stored line of a log, with its link of the chain."""

    entry: Entry
    link: str


# Built once: putting a statement together costs more than running it.
_RECORD = select(*(_WORLD[name] for name in WorldRecord.__dataclass_fields__))
_BY_ID = _RECORD.where(_WORLD.id == bindparam("text"))
_BY_CITIZEN_LINK = _RECORD.where(_WORLD.citizen_link == bindparam("text"))
_BY_DESK_LINK = _RECORD.where(_WORLD.desk_link == bindparam("text"))
_LOG = (
    select(*_LINE)
    .where(_EVENT.world_id == bindparam("world"), _EVENT.seq >= bindparam("seq"))
    .order_by(_EVENT.seq)
)
_MARKED = (
    select(_EVENT.seq)
    .where(_EVENT.world_id == bindparam("world"), _EVENT.mark == bindparam("mark"))
    .order_by(_EVENT.seq)
)


def _of_many(requested: TableValuedAlias) -> Select[Any]:
    return (
        select(_EVENT.world_id, *_LINE)
        .join_from(WorldEventRow, requested, _EVENT.world_id == requested.c.key)
        .where(_EVENT.seq >= cast(requested.c.value, Integer))
        .order_by(_EVENT.world_id, _EVENT.seq)
    )


# What is known travels as one JSON object: a question of 500 values takes longer to put together
# than to answer.
_FIRST_SEQS = bindparam("first_seqs", type_=String)
_OF_MANY = {
    "sqlite": _of_many(func.json_each(_FIRST_SEQS).table_valued("key", "value")),
    "postgresql": _of_many(
        func.json_each_text(cast(_FIRST_SEQS, JSON)).table_valued("key", "value")
    ),
}


def head_of(world_id: ColumnElement[str]) -> ScalarSelect[str]:
    """The link of the last line of a world's log, beside that world's id in another question.

    A seek in the log's own index for each row.
    """
    last = select(_EVENT.link).where(_EVENT.world_id == world_id).order_by(_EVENT.seq.desc())
    return last.limit(1).scalar_subquery()


def first_line_of(world_id: ColumnElement[str]) -> ScalarSelect[str]:
    """The payload of the first line of a world's log, in the same way."""
    first = select(_EVENT.payload).where(_EVENT.world_id == world_id, _EVENT.seq == 1)
    return first.scalar_subquery()


def find(connection: Connection, world_id: str) -> WorldRecord | None:
    """The world of that id."""
    return _find(connection, _BY_ID, world_id)


def find_by_citizen_link(connection: Connection, name: str) -> WorldRecord | None:
    """The world whose citizen's side opens with the link of that name."""
    return _find(connection, _BY_CITIZEN_LINK, name)


def find_by_desk_link(connection: Connection, name: str) -> WorldRecord | None:
    """The tester's world whose clerk's side opens with the link of that name."""
    return _find(connection, _BY_DESK_LINK, name)


def _find(connection: Connection, statement: Select[Any], text: str) -> WorldRecord | None:
    if not could_be_id(text):
        return None
    row = connection.execute(statement, {"text": text}).first()
    return WorldRecord(*row) if row else None


def add(connection: Connection, record: WorldRecord, created_at: datetime) -> None:
    """A new world, its log still empty."""
    values = {name: getattr(record, name) for name in WorldRecord.__dataclass_fields__}
    connection.execute(insert(WorldRow), [{**values, "created_at": created_at}])


def lock(connection: Connection, world_id: str) -> None:
    """Make other writers to this world wait; SQLite's write lock makes all writers wait."""
    begin_writing(connection)
    connection.execute(select(_WORLD.id).where(_WORLD.id == world_id).with_for_update())


def lines_from(connection: Connection, world_id: str, seq: int = 1) -> list[Line]:
    """The log from that line on, in order."""
    rows = connection.execute(_LOG, {"world": world_id, "seq": seq})
    return [_line(row) for row in rows]


def logs(connection: Connection, world_ids: Sequence[str]) -> dict[str, list[Entry]]:
    """The whole logs of those worlds, by world."""
    found: dict[str, list[Entry]] = {world_id: [] for world_id in world_ids}
    statement = (
        select(_EVENT.world_id, *_LINE)
        .where(_EVENT.world_id.in_(world_ids))
        .order_by(_EVENT.world_id, _EVENT.seq)
    )
    for world_id, *row in connection.execute(statement):
        found[world_id].append(_line(row).entry)
    return found


def lines_after(connection: Connection, world_id: str, seq: int, link: str) -> list[Line] | None:
    """What was written after line ``seq``; None when that line is no longer the one linked so."""
    rows = connection.execute(_LOG, {"world": world_id, "seq": seq}).all()
    if not rows or rows[0].link != link:
        return None
    return [_line(row) for row in rows[1:]]


def lines_of_many(connection: Connection, first_seqs: Mapping[str, int]) -> dict[str, list[Line]]:
    """World to its log from the line known of it on (0: from the first): one question for all."""
    if not first_seqs:
        return {}
    rows = connection.execute(
        _OF_MANY[connection.dialect.name], {"first_seqs": json.dumps(first_seqs)}
    ).all()
    return {
        world_id: [_line(row[1:]) for row in lines]
        for world_id, lines in groupby(rows, key=itemgetter(0))
    }


def every_log(connection: Connection) -> Iterator[tuple[str, Iterator[Stored]]]:
    """Each world's id with its lines just as they stand written, read as they are asked for."""
    written: list[Any] = [plain(connection, column) for column in _LINE]
    statement = select(_EVENT.world_id, *written).order_by(_EVENT.world_id, _EVENT.seq)
    rows = connection.execute(statement.execution_options(yield_per=1000))
    for world_id, lines in groupby(rows, key=itemgetter(0)):
        yield world_id, (row[1:] for row in lines)


def count_lines(connection: Connection) -> int:
    """How many lines all logs have together."""
    return connection.execute(select(func.count()).select_from(WorldEventRow)).scalar_one()


def append(
    connection: Connection,
    world_id: str,
    entries: Iterable[Entry],
    previous: str,
    mark: str | None = None,
) -> Sequence[str]:
    """Add lines to the log, each chained to the one before; returns their links.

    ``mark`` is that of the press which led to them (see ``marked``).

    Raises:
        sqlalchemy.exc.IntegrityError: somebody else wrote the same line first.
    """
    rows: list[dict[str, object]] = []
    links: list[str] = []
    for entry in entries:
        previous = codec.link(previous, entry)
        links.append(previous)
        rows.append(
            {
                "world_id": world_id,
                "seq": entry.seq,
                "at": entry.at,
                "actor": entry.actor.value,
                "kind": entry.fact.kind,
                "payload": codec.encode(entry.fact),
                "link": previous,
                "mark": mark,
            }
        )
    if rows:
        connection.execute(insert(WorldEventRow), rows)
    return links


def marked(connection: Connection, world_id: str, mark: str) -> Sequence[int]:
    """The lines which that press has led to already, in order."""
    return connection.scalars(_MARKED, {"world": world_id, "mark": mark}).all()


def _line(row: Stored) -> Line:
    seq, at, actor, kind, payload, link = row
    return Line(Entry(seq, at, Actor(actor), codec.decode(kind, payload)), link)
