"""Queries about sessions."""

import hashlib
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from web.classes.slips import store as slips
from web.shell.people import Person, Role, Slip
from web.shell.session_models import PersonRow, SessionRow, UnitRow

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


def find_open(connection: Connection, token: str) -> tuple[Person, datetime, datetime] | None:
    """The person, last seen at, expires at; None when revoked, unknown or the person is off.

    A session that a slip has opened lives as long as that slip is good, so nothing needs to end it.
    """
    row = connection.execute(_OPEN, {"token_hash": hash_of(token)}).one_or_none()
    if row is None:
        return None
    person_id, username, full_name, role, unit_id, unit, must_change, seen, expires, digest = row
    slip = _slip(connection, digest) if digest else None
    if digest and slip is None:
        return None
    person = Person(person_id, username, full_name, Role(role), unit_id, unit, must_change, slip)
    return person, seen, expires


def _slip(connection: Connection, digest: str) -> Slip | None:
    class_id = slips.good_for(connection, digest)
    return Slip(digest, class_id) if class_id else None


def add(
    connection: Connection,
    token: str,
    person_id: int,
    now: datetime,
    expires: datetime,
    slip: str | None = None,
) -> None:
    """Open a session; ``slip`` is the digest of the slip that opens it, None for a password."""
    connection.execute(
        insert(SessionRow).values(
            token_hash=hash_of(token),
            person_id=person_id,
            created_at=now,
            last_seen_at=now,
            expires_at=expires,
            slip=slip,
        )
    )


def sweep(connection: Connection, now: datetime) -> None:
    """Forget sessions that are over anyway: nobody gets in by them, whatever their state."""
    connection.execute(delete(SessionRow).where(SessionRow.expires_at <= now))


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


def revoke_all(
    connection: Connection, person_id: int, now: datetime, *, but: str | None = None
) -> None:
    """End every session of a person, ``but`` the one with this cookie."""
    theirs = update(SessionRow).where(
        SessionRow.person_id == person_id, SessionRow.revoked_at.is_(None)
    )
    if but is not None:
        theirs = theirs.where(SessionRow.token_hash != hash_of(but))
    connection.execute(theirs.values(revoked_at=now))
