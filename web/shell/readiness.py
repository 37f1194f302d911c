"""Whether a step could be kept now, asked by keeping one: nothing else tells of a full disk."""

from pathlib import Path
from shutil import disk_usage

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from web.shell import schema
from web.shell.database import transaction

_LEAST_FREE = 10_000_000  # bytes beside a SQLite file: its log may grow by three times as much
FULL = "The disk is full or nearly so. Make room for the data folder."
READ_ONLY = "The database can only be read. Check who may write to it."
BUSY = "Somebody else has kept the database from being written to for seconds."
NEWER = "The database is of a newer version of motcua. Install that one."
OLDER = "The database is not of this program's version. Run motcua init."
AWAY = "The database does not answer."
_SAID_BY = {  # by SQLite's names of errors and PostgreSQL's SQLSTATEs, as far as they tell more
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_BUSY": BUSY,
    "53100": FULL,
    "25006": READ_ONLY,
}


def why_not_ready(engine: Engine) -> str:
    """What keeps this office from working, "" when nothing does."""
    if engine.name == "sqlite" and _room(engine) < _LEAST_FREE:
        return FULL
    try:
        with transaction(engine) as connection:
            found = schema.found(connection) or ""
            if found != schema.head():
                return NEWER if found > schema.head() else OLDER
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    except DBAPIError as error:
        name = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", "")
        return next((says for key, says in _SAID_BY.items() if str(name).startswith(key)), AWAY)
    except (SQLAlchemyError, OSError):
        return AWAY
    return ""


def _room(engine: Engine) -> int:
    return disk_usage(Path(str(engine.url.database)).parent).free
