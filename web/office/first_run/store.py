"""Queries about whether the office has been opened, and the codes that may open it."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from web.shell.session_models import FirstRunCodeRow, PersonRow

_KEPT = timedelta(days=1)  # several hosts print a code each at their start


def has_people(connection: Connection) -> bool:
    """Whether anybody has an account: then the office is open for good."""
    return connection.execute(select(PersonRow.id).limit(1)).first() is not None


def add_code(connection: Connection, digest: str, now: datetime) -> None:
    """Let one more code open the office, and none of more than a day ago."""
    old = delete(FirstRunCodeRow).where(FirstRunCodeRow.made_at <= now - _KEPT)
    connection.execute(old)
    connection.execute(insert(FirstRunCodeRow).values(digest=digest, made_at=now))


def lock_codes(connection: Connection) -> set[str]:
    """The codes that open it; whoever else would open it waits here, and then finds none."""
    question = select(FirstRunCodeRow.digest).order_by(FirstRunCodeRow.digest).with_for_update()
    return set(connection.execute(question).scalars())


def forget_codes(connection: Connection) -> None:
    """It is open: no code opens anything any more."""
    connection.execute(delete(FirstRunCodeRow))
