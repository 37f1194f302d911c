"""Tables: unsent_form, refused_answer. Both are swept; nothing else refers to them."""

from datetime import datetime

from sqlalchemy import LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class UnsentFormRow(Base):
    """The fields of one form as they were typed, as JSON: name to list of values.

    ``owner`` is ``p`` and a person's id, or ``w`` and the world whose desk pass was shown.
    ``interrupted``: it was sent, and could not be taken because the session had changed.
    ``turn``: which time its page sent it, as ``<page load>.<number>``; "" when it came as a form.
    """

    __tablename__ = "unsent_form"

    owner: Mapped[str] = mapped_column(String(24), primary_key=True)
    page: Mapped[str] = mapped_column(String(400), primary_key=True)
    action: Mapped[str] = mapped_column(String(200), primary_key=True)
    fields: Mapped[str] = mapped_column(Text)
    interrupted: Mapped[bool]
    turn: Mapped[str] = mapped_column(String(24), server_default=text("''"))
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class RefusedAnswerRow(Base):
    """The page that answered a refused form, packed; ``owner`` "" where the id alone opens it."""

    __tablename__ = "refused_answer"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    owner: Mapped[str] = mapped_column(String(24))
    page: Mapped[str] = mapped_column(String(400))
    status: Mapped[int]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
