"""Table: own_word. What trainee and trainer said of a run, signed; a row is written once."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class OwnWordRow(Base):
    """One signed word; ``side`` and ``way`` are those of ``words.py``.

    The three texts answer the three questions; "" where nothing was written.
    """

    __tablename__ = "own_word"
    __table_args__ = (Index("ix_own_word_run_signed", "run_id", "signed_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("run.id", ondelete="CASCADE"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    side: Mapped[str] = mapped_column(String(10))
    way: Mapped[str] = mapped_column(String(10))
    went_well: Mapped[str] = mapped_column(Text)
    was_hard: Mapped[str] = mapped_column(Text)
    next_time: Mapped[str] = mapped_column(Text)
    signed_at: Mapped[datetime] = mapped_column(UtcDateTime)
