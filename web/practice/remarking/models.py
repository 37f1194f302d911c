"""Table: remark, which only grows."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class RemarkRow(Base):
    """What a run would have earned by a newer version of its scenario; a row is written once."""

    __tablename__ = "remark"
    __table_args__ = (Index("ix_remark_run_version", "run_id", "version", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("run.id", ondelete="CASCADE"))
    version: Mapped[int]
    points: Mapped[int]
    passed: Mapped[bool]
    findings: Mapped[int]
    marked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    marked_at: Mapped[datetime] = mapped_column(UtcDateTime)
