"""The questions asked of authored scenarios and their versions."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, tuple_, update
from sqlalchemy.exc import IntegrityError

from web.practice.scenarios.models import AuthoredRow, VersionRow
from web.shell.database import begin_writing
from web.shell.session_models import PersonRow

_SCENARIO = AuthoredRow.__table__.c
_VERSION = VersionRow.__table__.c


class State(StrEnum):
    """Where an authored scenario stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Authored:
    """One scenario of a unit; see ``AuthoredRow``."""

    id: str
    unit_id: int
    author_id: int
    based_on: str
    state: State
    created_at: datetime
    draft: str
    draft_number: int
    draft_by: int
    draft_at: datetime

    @property
    def page(self) -> str:
        """The address where it is looked after."""
        return f"/soan/{self.id}"


@dataclass(frozen=True, slots=True)
class Version:
    """One published version; ``by`` is who published it."""

    number: int
    text: str
    content_hash: str
    published_at: datetime
    note: str
    by: str


_COLUMNS = tuple(_SCENARIO[name] for name in Authored.__dataclass_fields__)
_SHOWN = (_VERSION.number, _VERSION.text, _VERSION.content_hash, _VERSION.published_at)


def find(connection: Connection, unit_id: int, scenario_id: str) -> Authored | None:
    """The unit's scenario of that id."""
    question = select(*_COLUMNS).where(_SCENARIO.id == scenario_id, _SCENARIO.unit_id == unit_id)
    row = connection.execute(question).first()
    return _authored(tuple(row)) if row else None


def _authored(values: tuple[object, ...]) -> Authored:
    fields = dict(zip(Authored.__dataclass_fields__, values, strict=True))
    return Authored(**{**fields, "state": State(str(fields["state"]))})  # type: ignore[arg-type]  # a row has its columns' types


def of_unit(connection: Connection, unit_id: int) -> list[Authored]:
    """The unit's scenarios, those worked on last first."""
    question = select(*_COLUMNS).where(_SCENARIO.unit_id == unit_id)
    rows = connection.execute(question.order_by(_SCENARIO.draft_at.desc(), _SCENARIO.id))
    return [_authored(tuple(row)) for row in rows]


def lock(connection: Connection, scenario: Authored) -> Authored:
    """The scenario as it stands once nobody else can change it before this transaction ends.

    Raises NoResultFound: there is no such scenario.
    """
    begin_writing(connection)
    statement = select(*_COLUMNS).where(_SCENARIO.id == scenario.id).with_for_update()
    return _authored(tuple(connection.execute(statement).one()))


def is_taken(connection: Connection, scenario_id: str) -> bool:
    """Whether any unit's scenario has that id."""
    question = select(_SCENARIO.id).where(_SCENARIO.id == scenario_id)
    return connection.execute(question).first() is not None


def add(connection: Connection, scenario: Authored) -> bool:
    """A new scenario; False, and nothing written, when its id was taken meanwhile.

    Raises:
        IntegrityError: the row breaks another constraint.
    """
    try:
        with connection.begin_nested():
            connection.execute(insert(AuthoredRow), [asdict(scenario)])
    except IntegrityError:
        if not is_taken(connection, scenario.id):
            raise
        return False
    return True


def save(connection: Connection, scenario: Authored) -> None:
    """Write a scenario's present draft and state over the earlier ones."""
    values = asdict(scenario)
    connection.execute(update(AuthoredRow).where(_SCENARIO.id == scenario.id).values(**values))


def name_of(connection: Connection, person_id: int) -> str:
    """The person's name."""
    question = select(PersonRow.full_name).where(PersonRow.id == person_id)
    return connection.execute(question).scalar() or ""


def versions(connection: Connection, scenario_id: str) -> list[Version]:
    """What was published, newest first."""
    question = (
        select(*_SHOWN, _VERSION.note, PersonRow.full_name)
        .join_from(VersionRow, PersonRow, _VERSION.published_by == PersonRow.id)
        .where(_VERSION.scenario_id == scenario_id)
        .order_by(_VERSION.number.desc())
    )
    return [Version(*row) for row in connection.execute(question)]


def add_version(connection: Connection, scenario_id: str, version: Version, by: int) -> None:
    """A new version."""
    values = asdict(version)
    del values["by"]
    row = {"scenario_id": scenario_id, "published_by": by, **values}
    connection.execute(insert(VersionRow), [row])


def all_versions(connection: Connection) -> Iterator[tuple[str, int, str, str]]:
    """Every published version of every unit: id, number, text, hash."""
    question = select(_VERSION.scenario_id, _VERSION.number, _VERSION.text, _VERSION.content_hash)
    for row in connection.execute(question.order_by(_VERSION.scenario_id, _VERSION.number)):
        yield row.scenario_id, row.number, row.text, row.content_hash


def text_of(connection: Connection, scenario_id: str, number: int) -> str | None:
    """The TOML of that very version."""
    which = (_VERSION.scenario_id == scenario_id, _VERSION.number == number)
    return connection.execute(select(_VERSION.text).where(*which)).scalar()


def texts_of(
    connection: Connection, pairs: Collection[tuple[str, int]]
) -> dict[tuple[str, int], str]:
    """The TOML of those very versions, by id and number; nothing is asked for none."""
    if not pairs:
        return {}
    which = tuple_(_VERSION.scenario_id, _VERSION.number).in_(pairs)
    rows = connection.execute(
        select(_VERSION.scenario_id, _VERSION.number, _VERSION.text).where(which)
    )
    return {(row.scenario_id, row.number): row.text for row in rows}


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest version of a scenario of that unit; ``offered``: it can be begun there now."""

    scenario_id: str
    unit_id: int
    number: int
    text: str
    offered: bool


def newest(connection: Connection, unit_id: int, *, withdrawn: bool = False) -> Mapping[str, str]:
    """The TOML of the newest version of each scenario the unit offers now, by id.

    With ``withdrawn`` those it once offered, too.
    """
    found = _newest(connection, _SCENARIO.unit_id == unit_id)
    return {each.scenario_id: each.text for each in found if withdrawn or each.offered}


def newest_among(
    connection: Connection, unit_id: int, ids: Collection[str]
) -> Mapping[str, Newest]:
    """The newest versions of those the unit has ever published, by id; none is asked for none."""
    found = _newest(connection, _SCENARIO.unit_id == unit_id, _SCENARIO.id.in_(ids)) if ids else []
    return {each.scenario_id: each for each in found}


def newest_of(connection: Connection, unit_id: int, ids: Collection[str]) -> list[Newest]:
    """The newest versions of all the unit has published, and of those ids, whoever wrote them."""
    return _newest(connection, or_(_SCENARIO.unit_id == unit_id, _SCENARIO.id.in_(ids)))


def _newest(connection: Connection, *which: ColumnElement[bool]) -> list[Newest]:
    last = (
        select(_VERSION.scenario_id, func.max(_VERSION.number).label("number"))
        .group_by(_VERSION.scenario_id)
        .subquery()
    )
    same = and_(_VERSION.scenario_id == last.c.scenario_id, _VERSION.number == last.c.number)
    question = (
        select(_SCENARIO.unit_id, _VERSION.scenario_id, *_SHOWN[:2], _SCENARIO.state)
        .join(last, same)
        .join(AuthoredRow, _SCENARIO.id == _VERSION.scenario_id)
        .where(*which)
        .order_by(_SCENARIO.created_at, _SCENARIO.id)
    )
    return [
        Newest(scenario_id, unit_id, number, text, state == State.PUBLISHED.value)
        for unit_id, scenario_id, number, text, state in connection.execute(question)
    ]
