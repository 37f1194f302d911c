"""Queries about persons as they sign in."""

from datetime import datetime

from sqlalchemy import Connection, Integer, bindparam, delete, select, text, update

from web.shell.database import UtcDateTime
from web.shell.session_models import AttemptRow, PersonRow

_COUNT = (
    text(
        """
        INSERT INTO sign_in_attempt (source, failures, window_ends_at) VALUES (:source, 1, :ends)
        ON CONFLICT (source) DO UPDATE SET
            failures = CASE WHEN sign_in_attempt.window_ends_at <= :now
                            THEN 1 ELSE sign_in_attempt.failures + 1 END,
            window_ends_at = CASE WHEN sign_in_attempt.window_ends_at <= :now
                                  THEN :ends ELSE sign_in_attempt.window_ends_at END
        RETURNING failures, window_ends_at
        """
    )
    .bindparams(bindparam("now", type_=UtcDateTime), bindparam("ends", type_=UtcDateTime))
    .columns(failures=Integer, window_ends_at=UtcDateTime)
)


_HOLD = (
    text(
        """
        INSERT INTO sign_in_attempt (source, failures, window_ends_at) VALUES (:source, 0, :now)
        ON CONFLICT (source) DO UPDATE SET failures = sign_in_attempt.failures
        RETURNING failures, window_ends_at
        """
    )
    .bindparams(bindparam("now", type_=UtcDateTime))
    .columns(failures=Integer, window_ends_at=UtcDateTime)
)


def username_key(username: str) -> str:
    """The form in which usernames must differ."""
    return username.strip().casefold()


def find_active(connection: Connection, username: str) -> tuple[int, str] | None:
    """Id and password hash of the active person with this name."""
    row = connection.execute(
        select(PersonRow.id, PersonRow.password_hash).where(
            PersonRow.username_key == username_key(username), PersonRow.active
        )
    ).one_or_none()
    return row and (row.id, row.password_hash)


def password_hash(connection: Connection, person_id: int) -> str:
    """The stored hash of one person."""
    return connection.execute(
        select(PersonRow.password_hash).where(PersonRow.id == person_id)
    ).scalar_one()


def set_password(
    connection: Connection, person_id: int, new_hash: str, *, must_change: bool = False
) -> None:
    """Store another password hash."""
    connection.execute(
        update(PersonRow)
        .where(PersonRow.id == person_id)
        .values(password_hash=new_hash, must_change_password=must_change)
    )


def count_attempt(
    connection: Connection, source: str, now: datetime, ends: datetime
) -> tuple[int, datetime]:
    """Count one attempt in a single statement: attempts in this window, and when it ends."""
    values = {"source": source, "now": now, "ends": ends}
    row = connection.execute(_COUNT, values).one()
    return row.failures, row.window_ends_at


def hold_attempts(connection: Connection, source: str, now: datetime) -> tuple[int, datetime]:
    """Attempts so far and when they are forgotten; nobody else counts them until this is over."""
    row = connection.execute(_HOLD, {"source": source, "now": now}).one()
    return row.failures, row.window_ends_at


def set_attempts(connection: Connection, source: str, failures: int, ends: datetime) -> None:
    """Write down what ``hold_attempts`` held."""
    theirs = update(AttemptRow).where(AttemptRow.source == source)
    connection.execute(theirs.values(failures=failures, window_ends_at=ends))


def attempts(connection: Connection, source: str) -> tuple[int, datetime | None]:
    """Attempts counted so far, and when their window ends; 0 and None for a source not known."""
    statement = select(AttemptRow.failures, AttemptRow.window_ends_at)
    row = connection.execute(statement.where(AttemptRow.source == source)).one_or_none()
    return (row.failures, row.window_ends_at) if row else (0, None)


def forget_attempts(connection: Connection, source: str) -> None:
    """Start counting anew."""
    connection.execute(delete(AttemptRow).where(AttemptRow.source == source))


def sweep_attempts(connection: Connection, now: datetime) -> None:
    """Forget windows that are over: the next attempt of their source opens a new one anyway."""
    expired = select(AttemptRow.source).where(AttemptRow.window_ends_at <= now)
    free = expired.with_for_update(skip_locked=True)  # whoever counts just now is not waited for
    connection.execute(delete(AttemptRow).where(AttemptRow.source.in_(free)))


def uncount_attempt(connection: Connection, source: str) -> None:
    """Take back one attempt that turned out right."""
    connection.execute(
        update(AttemptRow)
        .where(AttemptRow.source == source)
        .values(failures=AttemptRow.failures - 1)
    )
