"""Queries about sessions."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from web.shell.people import Person, Role, Slip
from web.shell.session_models import PersonRow, SessionRow, UnitRow

# How long a session that is over still tells whose forms its open pages hold.
REMEMBERED = timedelta(days=7)

_OPEN = (
    select(
        PersonRow.id,
        PersonRow.username,
        PersonRow.full_name,
        PersonRow.role,
        PersonRow.unit_id,
        UnitRow.name,
        PersonRow.must_change_password,
        SessionRow.last_seen_at,
        SessionRow.expires_at,
        SessionRow.slip,
        SessionRow.slip_class_id,
    )
    .join_from(SessionRow, PersonRow, SessionRow.person_id == PersonRow.id)
    .join(UnitRow, PersonRow.unit_id == UnitRow.id)
    .where(
        SessionRow.token_hash == bindparam("token_hash"),
        SessionRow.revoked_at.is_(None),
        PersonRow.active,
    )
)  # built once: every page asks it


def hash_of(token: str) -> str:
    """What is stored of a cookie, so that a copy of the database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that nobody has ended; whether its time is over, its reader decides."""

    person: Person
    last_seen_at: datetime
    expires_at: datetime


def find_open(connection: Connection, token: str) -> OpenSession | None:
    """The session of that cookie; None when it is revoked, unknown or its person is off."""
    row = connection.execute(_OPEN, {"token_hash": hash_of(token)}).one_or_none()
    if row is None:
        return None
    person_id, username, full_name, role, unit_id, unit, must_change, seen, expires, *slip = row
    person = Person(
        person_id,
        username,
        full_name,
        Role(role),
        unit_id,
        unit,
        must_change,
        Slip(*slip) if slip[0] else None,
        token,
    )
    return OpenSession(person, seen, expires)


def add(
    connection: Connection,
    token: str,
    person_id: int,
    now: datetime,
    expires: datetime,
    slip: Slip | None = None,
) -> None:
    """Open a session; ``slip`` is the slip that opens it, None for a password."""
    connection.execute(
        insert(SessionRow).values(
            token_hash=hash_of(token),
            person_id=person_id,
            created_at=now,
            last_seen_at=now,
            expires_at=expires,
            slip=slip and slip.digest,
            slip_class_id=slip and slip.class_id,
        )
    )


def find_slip(connection: Connection, token: str) -> Slip | None:
    """The slip a session was opened with, whether it still goes on or not."""
    question = select(SessionRow.slip, SessionRow.slip_class_id).where(
        SessionRow.token_hash == hash_of(token), SessionRow.slip.is_not(None)
    )
    row = connection.execute(question).one_or_none()
    return Slip(row.slip or "", row.slip_class_id or "") if row else None


def whose(connection: Connection, token: str) -> int | None:
    """The person of a session, whether it still goes on or not."""
    question = select(SessionRow.person_id).where(SessionRow.token_hash == hash_of(token))
    return connection.execute(question).scalar_one_or_none()


def sweep(connection: Connection, now: datetime) -> None:
    """Forget sessions that have long been over: nobody gets in by them, whatever their state."""
    connection.execute(delete(SessionRow).where(SessionRow.expires_at <= now - REMEMBERED))


def touch(connection: Connection, token: str, now: datetime) -> None:
    """Remember that the person was here."""
    connection.execute(
        update(SessionRow).where(SessionRow.token_hash == hash_of(token)).values(last_seen_at=now)
    )


def revoke(connection: Connection, token: str, now: datetime) -> None:
    """End one session."""
    connection.execute(
        update(SessionRow).where(SessionRow.token_hash == hash_of(token)).values(revoked_at=now)
    )


def revoke_all(connection: Connection, person_id: int, now: datetime) -> None:
    """End every session of a person."""
    theirs = update(SessionRow).where(
        SessionRow.person_id == person_id, SessionRow.revoked_at.is_(None)
    )
    connection.execute(theirs.values(revoked_at=now))
