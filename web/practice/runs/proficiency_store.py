"""Who has passed the test set, and what they say of VNeID on their own phone."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from training.proficiency import TEST_SET
from web.practice.runs.models import DeclarationRow, RunRow
from web.practice.runs.runs import Mode
from web.shell.access import Role
from web.shell.session_models import PersonRow

OFFICERS = (Role.CLERK, Role.DESK_HEAD)

_RUN = RunRow.__table__.c
_PERSON = PersonRow.__table__.c
_DECLARATION = DeclarationRow.__table__.c


@dataclass(frozen=True, slots=True)
class Declaration:
    """What somebody said, and on which day."""

    installed: bool
    declared_on: date


def declaration(connection: Connection, person_id: int) -> Declaration | None:
    """What that person has said, if anything."""
    question = select(_DECLARATION.installed, _DECLARATION.declared_on).where(
        _DECLARATION.person_id == person_id
    )
    row = connection.execute(question).first()
    return Declaration(*row) if row else None


def declare(connection: Connection, person_id: int, declaration: Declaration) -> None:
    """Keep what that person says now; only the newest word counts, also of two said at once."""
    theirs = select(_PERSON.id).where(_PERSON.id == person_id)
    connection.execute(theirs.with_for_update(key_share=True))
    connection.execute(delete(DeclarationRow).where(_DECLARATION.person_id == person_id))
    values = {"installed": declaration.installed, "declared_on": declaration.declared_on}
    connection.execute(insert(DeclarationRow), [{"person_id": person_id, **values}])


def passed_tests(connection: Connection, person_id: int) -> set[str]:
    """The scenarios of the test set that person has passed without hints."""
    return _passed(connection, _RUN.person_id == person_id).get(person_id, set())


def officers(connection: Connection, unit_id: int) -> list[int]:
    """Those who serve at the unit's desk."""
    roles = [role.value for role in OFFICERS]
    question = select(_PERSON.id).where(
        _PERSON.unit_id == unit_id, _PERSON.active, _PERSON.role.in_(roles)
    )
    return list(connection.execute(question).scalars())


def passed_by(connection: Connection, person_ids: list[int]) -> dict[int, set[str]]:
    """The same for several people at once; nobody without a passed test."""
    return _passed(connection, _RUN.person_id.in_(person_ids))


def with_vneid(connection: Connection, person_ids: list[int]) -> set[int]:
    """Those of them who say that VNeID is active on their own phone."""
    question = select(_DECLARATION.person_id).where(
        _DECLARATION.person_id.in_(person_ids), _DECLARATION.installed
    )
    return set(connection.execute(question).scalars())


def _passed(connection: Connection, whose: ColumnElement[bool]) -> dict[int, set[str]]:
    question = (
        select(_RUN.person_id, _RUN.scenario)
        .where(whose, _RUN.mode == Mode.TEST.value, _RUN.passed, _RUN.scenario.in_(TEST_SET))
        .distinct()
    )
    passed: dict[int, set[str]] = {}
    for person_id, scenario in connection.execute(question):
        passed.setdefault(person_id, set()).add(scenario)
    return passed
