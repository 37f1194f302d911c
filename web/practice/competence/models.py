"""Table: certificate. What a paper said on the day it was issued; never changed, never deleted."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class CertificateRow(Base):
    """One paper. ``code`` is its check link; ``number`` counts within the unit's ``year``.

    The names and words are those of the day of issue. Whether it still holds is not stored: the
    check page works it out from the person's runs.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("unit_id", "year", "number"),
        UniqueConstraint("person_id", "competency", "valid_until"),
    )

    code: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    year: Mapped[int]
    number: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    competency: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    able: Mapped[str] = mapped_column(String(400))
    full_name: Mapped[str] = mapped_column(String(200))
    unit_name: Mapped[str] = mapped_column(String(200))
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    valid_until: Mapped[date]
