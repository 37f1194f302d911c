"""Tables: run (its marks are a cache, the world's log is the truth), vneid_declaration."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, false, text
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class RunRow(Base):
    """One scenario practised once by one person, in a world of its own.

    ``unit_id`` is the person's unit on that day. From ``points`` on the columns are worked
    out from the log when the run ends; ``last_link`` is then the chain's last link, so that
    a log cut short shows. ``class_id`` is the class it was begun in, ``slip`` the digest of the
    entry slip it was begun with, ``paused`` whether that class stands still; ``seal``
    covers all but that (``web.shell.seals``).
    """

    __tablename__ = "run"
    __table_args__ = (
        Index("ix_run_unit_started", "unit_id", "started_at"),
        Index("ix_run_person_started", "person_id", "started_at"),
        Index("ix_run_swapped_from", "swapped_from", unique=True),
    )

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    world_id: Mapped[str] = mapped_column(ForeignKey("world.id"), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    scenario: Mapped[str] = mapped_column(String(60))
    scenario_version: Mapped[int]
    mode: Mapped[str] = mapped_column(String(10))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10))
    points: Mapped[int | None]
    passed: Mapped[bool | None]
    findings: Mapped[int | None]
    outcome: Mapped[str] = mapped_column(String(20))
    last_link: Mapped[str] = mapped_column(String(64))
    forked_from: Mapped[str | None] = mapped_column(String(22), index=True)
    forked_at: Mapped[int | None]
    partner_id: Mapped[int | None]
    swapped_from: Mapped[str | None] = mapped_column(String(22))
    scenario_title: Mapped[str | None] = mapped_column(String(150))
    class_id: Mapped[str | None] = mapped_column(String(22), index=True)
    slip: Mapped[str | None] = mapped_column(String(64))
    paused: Mapped[bool] = mapped_column(server_default=false())
    seal: Mapped[str] = mapped_column(String(64), server_default=text("''"))


class DeclarationRow(Base):
    """Whether an officer has VNeID level 2 active on their own phone, in their own words (S2-01).

    Yes or no and the day it was said; nothing that identifies the account or the phone.
    """

    __tablename__ = "vneid_declaration"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    installed: Mapped[bool]
    declared_on: Mapped[date]
