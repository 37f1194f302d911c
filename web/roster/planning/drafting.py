"""Make a roster for a period, and make it again where something has changed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from rostering.planner import Repair, plan
from rostering.values import Shift
from web.roster.planning import carrying, period_store, shifts_store
from web.roster.planning.actor import Actor
from web.roster.planning.concessions import to_json
from web.roster.planning.office import Office, read_office
from web.roster.planning.records import PeriodRecord, Version, VersionState

LIMIT_S = 5.0  # a commune takes a tenth of it; the database is locked meanwhile


def begin(connection: Connection, actor: Actor, period: PeriodRecord) -> Version:
    """A new period with its first draft."""
    carrying.store_carried(connection, period.unit_id, period.first)
    carried = carrying.carried_into(connection, period.unit_id, period.first)
    planned = replace(period, carried=carried)
    period_store.add_period(connection, planned)
    return plan_again(connection, actor, planned, least=False)


def plan_again(
    connection: Connection, actor: Actor, period: PeriodRecord, *, least: bool
) -> Version:
    """Plan the period's draft; ``least``: change as little as possible of what there is."""
    office = read_office(connection, period)
    base = _base(connection, period, office)
    before = office.before(actor.today)
    vacated = office.vacated(base)
    frozen_days = before | period.frozen_days
    frozen = [t for t in base if t.slot.session.day in before or t not in vacated]
    request = office.frozen_request(frozen, frozen_days)
    if least and base:
        request = replace(request, previous=frozenset(t for t in base if t not in vacated))
    result = plan(request, LIMIT_S)
    return save_draft(connection, actor, period, result.roster.shifts)


def save_draft(
    connection: Connection,
    actor: Actor,
    period: PeriodRecord,
    shifts: Iterable[Shift],
    why: str = "",
) -> Version:
    """The period's draft with these shifts."""
    draft = _draft(connection, actor, period, why)
    shifts_store.save_shifts(connection, draft.id, shifts)
    return draft


def copy(connection: Connection, actor: Actor, holding: Version, why: str = "") -> Version:
    """A draft with the shifts of the version in force, to be changed by hand.

    Raises LookupError: the unit has no such period.
    """
    period = period_store.period(connection, actor.unit_id, holding.period_id, lock=True)
    if period is None:
        raise LookupError(holding.period_id)
    return save_draft(connection, actor, period, shifts_store.shifts(connection, holding.id), why)


def agree(connection: Connection, actor: Actor, period: PeriodRecord, repair: Repair) -> Version:
    """Store what was agreed to, and plan again with it, changing little."""
    more = tuple(to_json(change) for change in repair.changes)
    updated = replace(period, agreed=(*period.agreed, *more))
    period_store.change_period(connection, updated)
    return plan_again(connection, actor, updated, least=True)


def set_days(
    connection: Connection, period: PeriodRecord, frozen: Iterable[date], on_duty: Iterable[date]
) -> PeriodRecord:
    """Leave exactly these days as they are; have people on duty on exactly these days off."""
    updated = replace(period, frozen_days=frozenset(frozen), on_duty=frozenset(on_duty))
    period_store.change_period(connection, updated)
    return updated


def latest(connection: Connection, period_id: str) -> Version | None:
    """The version to work from: the draft, unless something was published after it."""
    versions = period_store.versions(connection, period_id)
    draft = next((one for one in versions if not one.published), None)
    holding = period_store.published(connection, period_id)
    return holding if draft is None or is_stale(draft, holding) else draft


def is_stale(draft: Version, holding: Version | None) -> bool:
    """Whether another version was published after the draft."""
    return bool(holding and holding.published_at and holding.published_at > draft.made_at)


def _base(connection: Connection, period: PeriodRecord, office: Office) -> tuple[Shift, ...]:
    version = latest(connection, period.id)
    return office.in_own_slots(shifts_store.shifts(connection, version.id)) if version else ()


def _draft(connection: Connection, actor: Actor, period: PeriodRecord, why: str) -> Version:
    """The period's draft as of now; a new one when there is none."""
    versions = period_store.versions(connection, period.id)
    for old in versions:
        if not old.published:
            changed = replace(
                old, changes=old.changes + 1, made_by=actor.person_id, made_at=actor.now
            )
            period_store.change_version(
                connection,
                old.id,
                changes=changed.changes,
                made_by=actor.person_id,
                made_at=actor.now,
            )
            return changed
    version = Version(
        id=actor.effects.new_id(),
        period_id=period.id,
        number=max((one.number for one in versions), default=0) + 1,
        state=VersionState.DRAFT,
        changes=0,
        why=why,
        made_by=actor.person_id,
        made_at=actor.now,
    )
    period_store.add_version(connection, version)
    return version
