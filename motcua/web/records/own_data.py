"""Everything the office keeps about one person's practice, for that person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from motcua.web.access import Person
from motcua.web.competence import certificate_store
from motcua.web.competence.certificate_store import Certificate
from motcua.web.formatting import machine_time
from motcua.web.records.tables import Table, certificates_table, runs_table
from motcua.web.run_log import store as run_log
from motcua.web.run_log.filters import Wanted
from motcua.web.run_log.scope import Scope
from motcua.web.run_log.store import Listed

_RUN_FIELDS = (
    "id",
    "scenario",
    "scenario_version",
    "title",
    "mode",
    "state",
    "points",
    "passed",
    "findings",
    "outcome",
)


@dataclass(frozen=True, slots=True)
class OwnData:
    """One person's account, runs and certificates."""

    person: Person
    runs: list[Listed]
    certificates: list[Certificate]

    def tables(self) -> tuple[Table, Table]:
        """As sheets."""
        return runs_table(self.runs), certificates_table(self.certificates)

    def as_json(self, made_at: datetime) -> dict[str, Any]:
        """As plain JSON; moments are ISO 8601 in UTC."""
        return {
            "made_at": machine_time(made_at),
            "person": {
                "username": self.person.username,
                "full_name": self.person.full_name,
                "role": self.person.role.value,
                "unit": self.person.unit_name,
            },
            "runs": [_run(listed) for listed in self.runs],
            "certificates": [_certificate(each) for each in self.certificates],
        }


def read(connection: Connection, person: Person) -> OwnData:
    """The person's own data, wherever they practised."""
    runs = run_log.every(connection, Scope(person_id=person.id), Wanted())
    return OwnData(person, runs, certificate_store.of_person(connection, person.id))


def _run(listed: Listed) -> dict[str, Any]:
    run = listed.run
    return {
        **{name: getattr(run, name) for name in _RUN_FIELDS},
        "unit": listed.unit_name,
        "started_at": machine_time(run.started_at),
        "ended_at": machine_time(run.ended_at) if run.ended_at else None,
    }


def _certificate(certificate: Certificate) -> dict[str, Any]:
    return {
        "number": certificate.written_number,
        "competency": certificate.competency,
        "title": certificate.title,
        "unit": certificate.unit_name,
        "issued_on": certificate.issued_on.isoformat(),
        "valid_until": certificate.valid_until.isoformat(),
    }
