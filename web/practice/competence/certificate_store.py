"""The register of certificates: lines are added, never changed."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select

from web.practice.competence.models import CertificateRow
from web.shell.formatting import OFFICE_ZONE
from web.shell.ids import could_be_id
from web.shell.session_models import UnitRow


@dataclass(frozen=True, slots=True)
class Certificate:
    """One line of the register; see ``CertificateRow``."""

    code: str
    unit_id: int
    year: int
    number: int
    person_id: int
    competency: str
    title: str
    able: str
    full_name: str
    unit_name: str
    issued_at: datetime
    valid_until: date

    @property
    def written_number(self) -> str:
        """The number as an office writes it."""
        return f"{self.number:02d}/{self.year}/GXN-LT"

    @property
    def issued_on(self) -> date:
        """The day of issue in the office."""
        return self.issued_at.astimezone(OFFICE_ZONE).date()

    @property
    def check_page(self) -> str:
        """The address that says whether it still holds."""
        return f"/chung-nhan/{self.code}"

    @property
    def paper(self) -> str:
        """The address of the PDF."""
        return f"/nang-luc/giay/{self.code}.pdf"


_ROW = CertificateRow.__table__.c
_COLUMNS = tuple(_ROW[name] for name in Certificate.__dataclass_fields__)


def find(connection: Connection, code: str) -> Certificate | None:
    """The certificate with that check link."""
    found = _read(connection, _ROW.code == code) if could_be_id(code) else []
    return next(iter(found), None)


def of_person(connection: Connection, person_id: int) -> list[Certificate]:
    """The person's certificates, newest first."""
    return _read(connection, _ROW.person_id == person_id)


def _read(connection: Connection, *which: ColumnElement[bool]) -> list[Certificate]:
    newest_first = (_ROW.issued_at.desc(), _ROW.number.desc())
    rows: Any = connection.execute(select(*_COLUMNS).where(*which).order_by(*newest_first))
    return [Certificate(*row) for row in rows]


def lock(connection: Connection, unit_id: int) -> None:
    """Let nobody else write to the unit's register until the transaction ends."""
    statement = select(UnitRow.id).where(UnitRow.id == unit_id)
    connection.execute(statement.with_for_update(key_share=True))


def next_number(connection: Connection, unit_id: int, year: int) -> int:
    """The register's next number; the register must be held."""
    issued = select(func.max(_ROW.number)).where(_ROW.unit_id == unit_id, _ROW.year == year)
    return (connection.execute(issued).scalar() or 0) + 1


def add(connection: Connection, certificate: Certificate) -> None:
    """A new line."""
    connection.execute(insert(CertificateRow), [asdict(certificate)])
