"""Tables: authored_scenario with its draft, scenario_version; the last only grows."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class AuthoredRow(Base):
    """One scenario written by a unit; ``state`` is one of ``store.State``.

    ``draft`` is the TOML being worked on and always means something; ``draft_number`` counts how
    often it was saved, so that nobody overwrites what they have not seen.
    """

    __tablename__ = "authored_scenario"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    based_on: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    draft: Mapped[str] = mapped_column(Text)
    draft_number: Mapped[int]
    draft_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    draft_at: Mapped[datetime] = mapped_column(UtcDateTime)


class VersionRow(Base):
    """One published version; a row is written once."""

    __tablename__ = "scenario_version"

    scenario_id: Mapped[str] = mapped_column(ForeignKey("authored_scenario.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    content_hash: Mapped[str] = mapped_column(String(64))
    published_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(String(300))
