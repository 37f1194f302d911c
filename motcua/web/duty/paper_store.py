"""The question a paper's QR code asks."""

from sqlalchemy import Connection, select

from motcua.web.accounts.models import UnitRow
from motcua.web.practice.store import could_be_id
from motcua.web.roster import period_store
from motcua.web.roster.models import PeriodRow
from motcua.web.roster.records import PeriodRecord

_PERIOD = PeriodRow.__table__.c


def period(connection: Connection, period_id: str) -> tuple[PeriodRecord, str] | None:
    """The period of that id with its unit's name, whichever unit it is of."""
    if not could_be_id(period_id):
        return None
    question = select(_PERIOD.unit_id, UnitRow.name).join_from(
        PeriodRow, UnitRow, _PERIOD.unit_id == UnitRow.id
    )
    row = connection.execute(question.where(_PERIOD.id == period_id)).first()
    found = period_store.period(connection, row.unit_id, period_id) if row else None
    return (found, row.name) if row and found else None
