"""The questions asked of runs of one version, and of their marks by a newer one."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from web.practice.remarking.models import RemarkRow
from web.practice.runs.runs import COACHED, RunRecord, State
from web.practice.runs.store import COLUMNS, RUN, record_of
from web.shell.session_models import PersonRow

_RUN = RUN.c
_REMARK = RemarkRow.__table__.c


@dataclass(frozen=True, slots=True)
class Remark:
    """The marks a run would have earned by ``version`` of its scenario."""

    run_id: str
    version: int
    points: int
    passed: bool
    findings: int
    marked_by: int
    marked_at: datetime


_COLUMNS = tuple(_REMARK[name] for name in Remark.__dataclass_fields__)


def finished(
    connection: Connection, unit_id: int, scenario_id: str, version: int, at_most: int
) -> list[tuple[RunRecord, str]]:
    """The unit's newest runs of that version whose marks count, each with the person's name."""
    question = (
        select(*COLUMNS, PersonRow.full_name)
        .join_from(RUN, PersonRow, _RUN.person_id == PersonRow.id)
        .where(_RUN.unit_id == unit_id, _RUN.state == State.FINISHED.value)
        .where(_RUN.scenario == scenario_id, _RUN.scenario_version == version)
        .where(_RUN.mode.not_in([mode.value for mode in COACHED]))
        .order_by(_RUN.started_at.desc(), _RUN.id)
        .limit(at_most)
    )
    rows: Any = connection.execute(question)
    return [(record_of(row), row[-1]) for row in rows]


def of_runs(connection: Connection, run_ids: Sequence[str]) -> list[Remark]:
    """Their re-marks, oldest first."""
    question = select(*_COLUMNS).where(_REMARK.run_id.in_(run_ids))
    return [Remark(*row) for row in connection.execute(question.order_by(_REMARK.id))]


def add(connection: Connection, remarks: Sequence[Remark]) -> None:
    """New re-marks."""
    if remarks:
        connection.execute(insert(RemarkRow), [asdict(each) for each in remarks])
