"""Queries about periods and the versions of their rosters."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from web.roster.planning.models import PeriodRow, VersionRow
from web.roster.planning.records import PeriodRecord, Version, VersionState
from web.shell.ids import could_be_id
from web.shell.session_models import UnitRow
from web.shell.units_store import below

_PERIOD = PeriodRow.__table__.c
_VERSION = VersionRow.__table__.c
_PERIOD_COLUMNS = tuple(_PERIOD[name] for name in PeriodRecord.__dataclass_fields__)
_VERSION_COLUMNS = tuple(_VERSION[name] for name in Version.__dataclass_fields__)


def periods(connection: Connection, unit_id: int) -> list[PeriodRecord]:
    """The unit's periods, the latest first."""
    return _periods(connection, _PERIOD.unit_id == unit_id)


def period(
    connection: Connection, unit_id: int, period_id: str, *, lock: bool = False
) -> PeriodRecord | None:
    """The unit's period of that id; ``lock`` keeps other writers waiting."""
    which = (_PERIOD.unit_id == unit_id, _PERIOD.id == period_id)
    return next(iter(_periods(connection, *which, lock=lock)), None)


def period_and_unit(connection: Connection, period_id: str) -> tuple[PeriodRecord, str] | None:
    """The period of that id with its unit's name, whichever unit it is of."""
    if not could_be_id(period_id):
        return None
    question = select(UnitRow.name).join_from(PeriodRow, UnitRow, _PERIOD.unit_id == UnitRow.id)
    name = connection.execute(question.where(_PERIOD.id == period_id)).scalar()
    found = _periods(connection, _PERIOD.id == period_id)
    return (found[0], name) if name and found else None


def add_period(connection: Connection, period: PeriodRecord) -> None:
    """A new period."""
    connection.execute(insert(PeriodRow), [_stored(period)])


def change_period(connection: Connection, changed: PeriodRecord) -> None:
    """Store everything about a period anew."""
    statement = update(PeriodRow).where(_PERIOD.id == changed.id)
    connection.execute(statement.values(**_stored(changed)))


def versions(connection: Connection, period_id: str) -> list[Version]:
    """The period's versions, the newest first."""
    return _versions(connection, _VERSION.period_id == period_id)


def version(connection: Connection, unit_id: int, version_id: str) -> Version | None:
    """The unit's version of that id."""
    which = (_PERIOD.unit_id == unit_id, _VERSION.id == version_id)
    return next(iter(_versions(connection, *which)), None)


def published_on(connection: Connection, unit_id: int, day: date) -> Version | None:
    """The version in force on a day: the newest published one of a period around it."""
    around = (_PERIOD.unit_id == unit_id, _PERIOD.first <= day, _PERIOD.last >= day)
    is_published = _VERSION.state == VersionState.PUBLISHED.value
    return _newest(_versions(connection, *around, is_published))


def any_published_within(connection: Connection, top: int) -> bool:
    """Whether the unit ``top`` or one below it ever published a roster."""
    question = (
        select(_VERSION.id)
        .join_from(VersionRow, PeriodRow, _VERSION.period_id == _PERIOD.id)
        .where(_PERIOD.unit_id.in_(below(top)))
        .where(_VERSION.state == VersionState.PUBLISHED.value)
    )
    return connection.execute(question.limit(1)).first() is not None


def published(connection: Connection, period_id: str) -> Version | None:
    """The version of a period in force; None before the first is published."""
    is_published = _VERSION.state == VersionState.PUBLISHED.value
    return _newest(_versions(connection, _VERSION.period_id == period_id, is_published))


def published_before(connection: Connection, version: Version) -> Version | None:
    """The version in force until this one was published, or now while it is a draft."""
    is_published = _VERSION.state == VersionState.PUBLISHED.value
    found = _versions(connection, _VERSION.period_id == version.period_id, is_published)
    return _newest([one for one in found if _earlier(one, version)])


def add_version(connection: Connection, version: Version) -> None:
    """A new version."""
    names = Version.__dataclass_fields__
    connection.execute(insert(VersionRow), [{name: getattr(version, name) for name in names}])


def change_version(connection: Connection, version_id: str, **values: object) -> None:
    """Store something about a draft; the database refuses it for a published version."""
    connection.execute(update(VersionRow).where(_VERSION.id == version_id).values(**values))


def _earlier(one: Version, version: Version) -> bool:
    if one.published_at is None or version.published_at is None:
        return one.id != version.id
    return one.published_at < version.published_at


def _newest(published: list[Version]) -> Version | None:
    return max(published, key=lambda one: one.published_at or one.made_at, default=None)


def mark_published(connection: Connection, version_id: str, by: int, now: datetime) -> None:
    """Publish a draft: from here on the database keeps it as it is."""
    state = VersionState.PUBLISHED.value
    change_version(connection, version_id, state=state, approved_by=by, published_at=now)


_DAYS = ("on_duty", "frozen_days")
_TUPLES = ("venues", "agreed")


def _periods(
    connection: Connection, *which: ColumnElement[bool], lock: bool = False
) -> list[PeriodRecord]:
    question = select(*_PERIOD_COLUMNS).where(*which).order_by(_PERIOD.first.desc(), _PERIOD.id)
    statement = question.with_for_update() if lock else question
    return [_period(row) for row in connection.execute(statement)]


def _period(row: Row[Any]) -> PeriodRecord:
    values = dict(row._mapping)
    days = {name: frozenset(map(date.fromisoformat, values[name])) for name in _DAYS}
    return PeriodRecord(**values | days | {name: tuple(values[name]) for name in _TUPLES})


def _stored(period: PeriodRecord) -> dict[str, object]:
    values = {name: getattr(period, name) for name in PeriodRecord.__dataclass_fields__}
    days = {name: sorted(day.isoformat() for day in values[name]) for name in _DAYS}
    return values | days | {name: list(values[name]) for name in _TUPLES}


def _versions(connection: Connection, *which: ColumnElement[bool]) -> list[Version]:
    question = (
        select(*_VERSION_COLUMNS)
        .join_from(VersionRow, PeriodRow, _VERSION.period_id == _PERIOD.id)
        .where(*which)
        .order_by(_VERSION.number.desc())
    )
    rows = connection.execute(question)
    return [Version(**dict(r._mapping) | {"state": VersionState(r.state)}) for r in rows]
