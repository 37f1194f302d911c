"""Publish a draft: a gap is accepted by somebody, with a reason, or it stops the publication."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from rostering.values import Gap, Shift
from web.roster.planning import drafting, people_store, period_store, shifts_store
from web.roster.planning.actor import Actor
from web.roster.planning.records import GapRecord, PeriodRecord, Version, VersionState
from web.roster.planning.sheet import Sheet, read_sheet
from web.shell.formatting import moment


def accept(connection: Connection, actor: Actor, sheet: Sheet, gaps: Mapping[Gap, str]) -> None:
    """This person answers for these gaps, with these reasons; others stay as they were."""
    fresh = {
        gap: replace(
            _gap_record(gap), accepted_by=actor.person_id, reason=reason, accepted_at=actor.now
        )
        for gap, reason in gaps.items()
    }
    shifts_store.save_gaps(connection, sheet.version.id, {**sheet.accepted, **fresh}.values())


def publish(connection: Connection, actor: Actor, sheet: Sheet) -> str | None:
    """Put the draft in force from now on; a refusal in words when it cannot be."""
    refusal = obstacle(connection, sheet)
    if refusal:
        return refusal
    _store_published(connection, actor, sheet, sheet.valid_shifts)
    return None


def obstacle(connection: Connection, sheet: Sheet) -> str | None:
    """What keeps a version from being published, in words."""
    version = sheet.version
    holding = period_store.published(connection, version.period_id)
    if version.published:
        return _already(connection, version)
    if holding and drafting.is_stale(version, holding):
        return (
            f"{_already(connection, holding)} Bản dự thảo này có trước bản đó. "
            "Anh/chị bấm “Xếp lại, đổi ít nhất” để tiếp tục từ bản đã ban hành."
        )
    if sheet.judgement.broken:
        return "Còn buổi trái quy định. Anh/chị đổi người ở buổi đó hoặc xếp lại."
    if sheet.open_gaps:
        return (
            f"Còn {len(sheet.open_gaps)} chỗ trống chưa có người chịu trách nhiệm. "
            "Anh/chị tìm người, hoặc ghi lý do và nhận trách nhiệm cho từng chỗ."
        )
    return None


def amend(
    connection: Connection, actor: Actor, holding: Version, shifts: Collection[Shift], why: str
) -> Version:
    """A new version with these shifts, published at once: a swap or cover everybody agreed to.

    What becomes empty by it is accepted by the same person for the same reason. Holes elsewhere
    stay as they are: nobody answers for them by agreeing to something else. Raises LookupError: the
    unit has no such period.
    """
    period = _period(connection, actor, holding)
    version = Version(
        id=actor.effects.new_id(),
        period_id=period.id,
        number=max(one.number for one in period_store.versions(connection, period.id)) + 1,
        state=VersionState.DRAFT,
        changes=0,
        why=why,
        made_by=actor.person_id,
        made_at=actor.now,
    )
    old = read_sheet(connection, period, holding, actor.today)
    period_store.add_version(connection, version)
    shifts_store.save_shifts(connection, version.id, shifts)
    shifts_store.save_gaps(connection, version.id, old.accepted.values())
    fresh = read_sheet(connection, period, version, actor.today)
    slots = {shift.slot for shift in {*shifts} ^ {*old.shifts}}
    new_gaps = [gap for gap in fresh.open_gaps if gap.slot in slots]
    accept(connection, actor, fresh, dict.fromkeys(new_gaps, why))
    _store_published(
        connection, actor, read_sheet(connection, period, version, actor.today), fresh.shifts
    )
    return replace(
        version, state=VersionState.PUBLISHED, approved_by=actor.person_id, published_at=actor.now
    )


def _period(connection: Connection, actor: Actor, version: Version) -> PeriodRecord:
    found = period_store.period(connection, actor.unit_id, version.period_id, lock=True)
    if found is None:
        raise LookupError(version.period_id)
    return found


def _store_published(
    connection: Connection, actor: Actor, sheet: Sheet, shifts: Collection[Shift]
) -> None:
    shifts_store.save_shifts(connection, sheet.version.id, shifts)
    shifts_store.save_gaps(connection, sheet.version.id, sheet.accepted.values())
    period_store.mark_published(connection, sheet.version.id, actor.person_id, actor.now)


def _already(connection: Connection, version: Version) -> str:
    names = people_store.names_of_accounts(connection)
    who = names.get(version.approved_by or 0, "")
    return f"Bản số {version.number} đã được {who} ban hành lúc {moment(version.published_at)}."


def _gap_record(gap: Gap) -> GapRecord:
    session = gap.slot.session
    return GapRecord(
        session.day, session.half, gap.slot.venue, gap.slot.duty, gap.people, gap.competent
    )
