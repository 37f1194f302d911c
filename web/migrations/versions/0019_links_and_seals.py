"""Links are kept by a digest; people and runs carry a seal over what they hold."""

import hashlib
import json
from base64 import urlsafe_b64encode

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_LINKS = (("world", "citizen_link"), ("world", "desk_link"), ("roster_link", "code"))
# As web/shell/seals.py had them then; of moments, SQLite's text in UTC counts on PostgreSQL too.
_SEALED = {
    "person": "id username username_key full_name role unit_id active created_at",
    "run": "id world_id person_id unit_id scenario scenario_version mode started_at ended_at state"
    " points passed findings outcome last_link forked_from forked_at partner_id swapped_from"
    " scenario_title class_id slip",
}
_MOMENTS = {"created_at", "started_at", "ended_at"}
_FLAGS = {"active", "passed"}
_AT_ONCE = 5000


def upgrade() -> None:
    for name, column in _LINKS:
        table = sa.table(name, sa.column(column))
        _hash(table, table.c[column])
    for name, names in _SEALED.items():
        empty = sa.text("''")
        op.add_column(name, sa.Column("seal", sa.String(64), nullable=False, server_default=empty))
        _seal(name, names.split())


def _hash(table: sa.TableClause, column: sa.ColumnElement[str]) -> None:
    connection = op.get_bind()
    links = connection.execute(sa.select(column).where(column.is_not(None))).scalars().all()
    changing = sa.update(table).where(column == sa.bindparam("link"))
    changing = changing.values({column: sa.bindparam("digest")})
    rows = [{"link": link, "digest": _digest(link)} for link in links]
    for first in range(0, len(rows), _AT_ONCE):
        connection.execute(changing, rows[first : first + _AT_ONCE])


def _digest(link: str) -> str:
    digest = hashlib.sha256(link.encode()).digest()
    return urlsafe_b64encode(digest[:16]).decode().rstrip("=")


def _seal(name: str, names: list[str]) -> None:
    connection = op.get_bind()
    table = sa.table(name, *map(sa.column, [*names, "seal"]))
    rows = connection.execute(sa.select(*(_plain(table.c[each]) for each in names))).all()
    sealing = sa.update(table).where(table.c.id == sa.bindparam("key"))
    sealing = sealing.values(seal=sa.bindparam("made"))
    values = [{"key": row[0], "made": _made(list(row))} for row in rows]
    for first in range(0, len(values), _AT_ONCE):
        connection.execute(sealing, values[first : first + _AT_ONCE])


def _plain(column: sa.ColumnClause[object]) -> sa.ColumnElement[object]:
    if op.get_bind().dialect.name == "sqlite":
        return column
    if column.name in _MOMENTS:
        return sa.func.to_char(sa.func.timezone("UTC", column), "YYYY-MM-DD HH24:MI:SS.US")
    return sa.cast(column, sa.Integer) if column.name in _FLAGS else column


def _made(values: list[object]) -> str:
    return hashlib.sha256(json.dumps(values, separators=(",", ":")).encode()).hexdigest()


def downgrade() -> None:
    for table in _SEALED:
        op.drop_column(table, "seal")
