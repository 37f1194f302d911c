"""Table: audit_entry."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class AuditRow(Base):
    """One act. ``by_id`` None: the command line. ``changes``: JSON, [what, before, after] each.

    ``unit_id`` is the unit whose matter it is, ``person_id`` the account it is about.
    """

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    by_name: Mapped[str] = mapped_column(String(200))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    act: Mapped[str] = mapped_column(String(30))
    subject: Mapped[str] = mapped_column(String(300))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    changes: Mapped[str] = mapped_column(Text)
