"""Tables: training_class, class_member. Which runs are begun in a class stands with the runs."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class TrainingClassRow(Base):
    """One class session; ``scenarios`` are ids in order, ``code`` opens it to whoever joins."""

    __tablename__ = "training_class"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    trainer_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    title: Mapped[str] = mapped_column(String(150))
    scenarios: Mapped[list[str]] = mapped_column(JSON)
    mode: Mapped[str] = mapped_column(String(10))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    venue: Mapped[str] = mapped_column(String(150))
    state: Mapped[str] = mapped_column(String(10))
    code: Mapped[str] = mapped_column(String(6), unique=True)
    version: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ClassMemberRow(Base):
    """Somebody expected in a class. ``joined_at``: when they first opened it.

    ``slip_at``: when they first came in by an entry slip.
    """

    __tablename__ = "class_member"

    class_id: Mapped[str] = mapped_column(ForeignKey("training_class.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    joined_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    slip_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
