"""The question a paper's QR code asks."""

from sqlalchemy import Connection, select

from web.roster.planning import period_store
from web.roster.planning.models import PeriodRow
from web.roster.planning.records import PeriodRecord
from web.shell.ids import could_be_id
from web.shell.session_models import UnitRow

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
