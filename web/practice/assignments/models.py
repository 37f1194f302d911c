"""Tables: what was asked, of whom. How far they have come is read from their runs."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class AssignmentRow(Base):
    """One assignment of one unit; ``withdrawn_at``: it is asked no longer."""

    __tablename__ = "assignment"
    __table_args__ = (Index("ix_assignment_unit_deadline", "unit_id", "deadline"),)

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    title: Mapped[str] = mapped_column(String(150))
    tests_only: Mapped[bool]
    passes: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deadline: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AssignedScenarioRow(Base):
    """One scenario of an assignment, in the order it is best practised."""

    __tablename__ = "assigned_scenario"

    assignment_id: Mapped[str] = mapped_column(ForeignKey("assignment.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    scenario: Mapped[str] = mapped_column(String(60))


class AssignedPersonRow(Base):
    """One person an assignment is for."""

    __tablename__ = "assigned_person"
    __table_args__ = (Index("ix_assigned_person_person_id", "person_id"),)

    assignment_id: Mapped[str] = mapped_column(ForeignKey("assignment.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, autoincrement=False
    )
