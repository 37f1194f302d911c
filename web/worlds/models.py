"""Tables: world, world_event; tester_rate.

The log is the truth; nothing else about a world is stored.
"""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class WorldRow(Base):
    """One world: whose it is, how its two sides open, and until when it lives.

    A tester's world has no owner: ``tester`` is the mark of the token that made it, and its
    clerk's side opens with ``desk_link``. Everybody else's has neither. Both links are kept by
    their names alone (``web.shell.links``).
    """

    __tablename__ = "world"
    __table_args__ = (
        Index("ix_world_tester_expires", "tester", "expires_at"),
        Index(
            "ix_world_swept",
            "expires_at",
            sqlite_where=text("tester IS NOT NULL"),
            postgresql_where=text("tester IS NOT NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    citizen_link: Mapped[str] = mapped_column(String(22), unique=True)
    desk_link: Mapped[str | None] = mapped_column(String(22), unique=True)
    tester: Mapped[str | None] = mapped_column(String(22))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class WorldEventRow(Base):
    """One line of a world's log; ``at`` is world time, ``link`` the hash chain.

    ``mark`` tells which press led to it, so that the press counts once however often it arrives.
    """

    __tablename__ = "world_event"

    world_id: Mapped[str] = mapped_column(ForeignKey("world.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(40))
    payload: Mapped[str] = mapped_column(Text)
    link: Mapped[str] = mapped_column(String(64))
    mark: Mapped[str | None] = mapped_column(String(24))


class TesterRateRow(Base):
    """``given`` calls to the tester of that mark in ``second`` (since 1970), on all hosts."""

    __tablename__ = "tester_rate"

    tester: Mapped[str] = mapped_column(String(22), primary_key=True)
    second: Mapped[int] = mapped_column(BigInteger)
    given: Mapped[int]
