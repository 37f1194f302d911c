"""Everything the office stores about one person, for that person: their practice and their duty."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol

from sqlalchemy import Connection

from web.classes.lessons import store as lessons
from web.classes.lessons.store import AttendanceRecord
from web.office.records import own_duty
from web.office.records.own_duty import DutyTable
from web.office.records.tables import (
    assignments_table,
    certificates_table,
    classes_table,
    runs_table,
    unsent_table,
    words_table,
)
from web.people.audit import store as audit
from web.people.audit.store import Entry
from web.people.audit.table import audit_table
from web.practice.assignments import store as assignments
from web.practice.assignments.store import AssignmentRecord
from web.practice.competence import certificate_store
from web.practice.competence.certificate_store import Certificate
from web.practice.debrief import store as debrief
from web.practice.debrief.store import WordRecord
from web.practice.run_log import store as run_log
from web.practice.run_log.filters import Filters
from web.practice.run_log.scope import Scope
from web.practice.run_log.store import Listed
from web.practice.runs import proficiency_store
from web.practice.runs.proficiency_store import Declaration
from web.shell import unsent_store
from web.shell.access import Person
from web.shell.formatting import machine_time
from web.shell.spreadsheets import Table
from web.shell.unsent import owner_of
from web.shell.unsent_store import UnsentForm

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
    """One person's account, and all that practising and being on duty left behind."""

    person: Person
    runs: list[Listed]
    certificates: list[Certificate]
    classes: list[AttendanceRecord]
    assignments: list[AssignmentRecord]
    words: list[WordRecord]
    declaration: Declaration | None
    unsent: list[tuple[str, UnsentForm]]
    duty: tuple[DutyTable, ...]
    audit: list[Entry]

    def tables(self) -> tuple[Table, ...]:
        """As sheets."""
        return (
            runs_table(self.runs),
            certificates_table(self.certificates),
            classes_table(self.classes),
            assignments_table(self.assignments),
            words_table(self.words),
            unsent_table(self.unsent),
            *(each.table for each in self.duty),
            audit_table(self.audit),
        )

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
            "runs": [_run(entry) for entry in self.runs],
            "certificates": [_certificate(each) for each in self.certificates],
            "classes": _plain(self.classes),
            "assignments": _plain(self.assignments),
            "signed_words": _plain(self.words),
            "vneid_declaration": _declaration(self.declaration),
            "unsent_forms": [_unsent(page, form) for page, form in self.unsent],
            "audit_log": _plain(self.audit),
            "duty": {each.key: each.as_json() for each in self.duty},
        }


def read(connection: Connection, person: Person) -> OwnData:
    """The person's own data, wherever they practised."""
    runs = run_log.every(connection, Scope(person_id=person.id), Filters())
    return OwnData(
        person,
        runs,
        certificates=certificate_store.of_person(connection, person.id),
        classes=lessons.attendance_of(connection, person.id),
        assignments=assignments.history_of(connection, person.id),
        words=debrief.words_of(connection, person.id),
        declaration=proficiency_store.declaration(connection, person.id),
        unsent=unsent_store.forms_of(connection, owner_of(person.id)),
        duty=own_duty.read(connection, person.id),
        audit=audit.of_person(connection, person.id),
    )


class _Row(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


def _plain(rows: Iterable[_Row]) -> list[dict[str, Any]]:
    return [{name: _json_value(value) for name, value in asdict(row).items()} for row in rows]


def _json_value(value: object) -> object:
    return machine_time(value) if isinstance(value, datetime) else value


def _declaration(declaration: Declaration | None) -> Mapping[str, Any] | None:
    if declaration is None:
        return None
    return {"installed": declaration.installed, "declared_on": declaration.declared_on.isoformat()}


def _run(entry: Listed) -> dict[str, Any]:
    run = entry.run
    return {
        **{name: getattr(run, name) for name in _RUN_FIELDS},
        "unit": entry.unit_name,
        "started_at": machine_time(run.started_at),
        "ended_at": machine_time(run.ended_at) if run.ended_at else None,
    }


def _unsent(page: str, form: UnsentForm) -> dict[str, Any]:
    return {"page": page, "saved_at": machine_time(form.saved_at), "fields": form.fields}


def _certificate(certificate: Certificate) -> dict[str, Any]:
    return {
        "number": certificate.written_number,
        "competency": certificate.competency,
        "title": certificate.title,
        "unit": certificate.unit_name,
        "issued_on": certificate.issued_on.isoformat(),
        "valid_until": certificate.valid_until.isoformat(),
    }
