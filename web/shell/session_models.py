"""Tables: unit, person, user_session, sign_in_attempt, first_run_code."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, text
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class UnitRow(Base):
    """A province, one of its communes (with a parent), or a commune by itself.

    ``level`` is one of ``people.Level``.
    """

    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(30), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    level: Mapped[str] = mapped_column(String(10), server_default="commune")


class PersonRow(Base):
    """Somebody who signs in; ``username_key`` is the folded name that must be unique.

    ``seal``: see ``web.shell.seals``.
    """

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(60))
    username_key: Mapped[str] = mapped_column(String(60), unique=True)
    full_name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    must_change_password: Mapped[bool]
    active: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seal: Mapped[str] = mapped_column(String(64), server_default=text("''"))


class SessionRow(Base):
    """One signed-in browser; only the hash of its cookie is kept.

    ``slip``: the digest of the entry slip it was opened with, None when a password opened it;
    ``slip_class_id`` the class that slip is for.
    """

    __tablename__ = "user_session"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    slip: Mapped[str | None] = mapped_column(String(64))
    slip_class_id: Mapped[str | None] = mapped_column(ForeignKey("training_class.id"))


class AttemptRow(Base):
    """Failed sign-ins of one source since the window began."""

    __tablename__ = "sign_in_attempt"

    source: Mapped[str] = mapped_column(String(200), primary_key=True)
    failures: Mapped[int]
    window_ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


class FirstRunCodeRow(Base):
    """What is stored of a code that opens an office without people; gone once it is open."""

    __tablename__ = "first_run_code"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
