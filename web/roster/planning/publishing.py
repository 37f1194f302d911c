"""Publish a draft: a gap is accepted by somebody, with a reason, or it stops the publication."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from rostering.values import Gap, Shift
from web.roster.planning import drafting, people_store, period_store, sheet, shifts_store
from web.roster.planning.actor import Actor
from web.roster.planning.records import KeptGap, PeriodRecord, Version, VersionState
from web.roster.planning.sheet import Sheet
from web.shell.formatting import moment


def accept(connection: Connection, actor: Actor, seen: Sheet, gaps: Mapping[Gap, str]) -> None:
    """This person answers for these gaps, with these reasons; others stay as they were."""
    fresh = {
        gap: replace(_kept(gap), accepted_by=actor.person_id, reason=reason, accepted_at=actor.now)
        for gap, reason in gaps.items()
    }
    shifts_store.keep_gaps(connection, seen.version.id, {**seen.accepted, **fresh}.values())


def publish(connection: Connection, actor: Actor, seen: Sheet) -> str | None:
    """Let the draft hold from now on; a refusal in words when it cannot."""
    refusal = obstacle(connection, seen)
    if refusal:
        return refusal
    _seal(connection, actor, seen, seen.held)
    return None


def obstacle(connection: Connection, seen: Sheet) -> str | None:
    """What keeps a version from being published, in words."""
    version = seen.version
    holding = period_store.published(connection, version.period_id)
    if version.published:
        return _already(connection, version)
    if holding and drafting.is_stale(version, holding):
        return (
            f"{_already(connection, holding)} Bản dự thảo này có trước bản đó. "
            "Anh/chị bấm “Xếp lại, đổi ít nhất” để tiếp tục từ bản đã ban hành."
        )
    if seen.judgement.broken:
        return "Còn buổi trái quy định. Anh/chị đổi người ở buổi đó hoặc xếp lại."
    if seen.open_gaps:
        return (
            f"Còn {len(seen.open_gaps)} chỗ trống chưa có người chịu trách nhiệm. "
            "Anh/chị tìm người, hoặc ghi lý do và nhận trách nhiệm cho từng chỗ."
        )
    return None


def amend(
    connection: Connection, actor: Actor, holding: Version, shifts: Collection[Shift], why: str
) -> Version:
    """A new version with these shifts, published at once: a swap or cover everybody agreed to.

    What becomes empty by it is accepted by the same person for the same reason. Holes elsewhere
    stay as they are: nobody answers for them by agreeing to something else.
    """
    period = _period(connection, actor, holding)
    made = Version(
        id=actor.effects.new_id(),
        period_id=period.id,
        number=max(one.number for one in period_store.versions(connection, period.id)) + 1,
        state=VersionState.DRAFT,
        changes=0,
        why=why,
        made_by=actor.person_id,
        made_at=actor.now,
    )
    old = sheet.read(connection, period, holding, actor.today)
    period_store.add_version(connection, made)
    shifts_store.keep_shifts(connection, made.id, shifts)
    shifts_store.keep_gaps(connection, made.id, old.accepted.values())
    fresh = sheet.read(connection, period, made, actor.today)
    touched = {shift.slot for shift in {*shifts} ^ {*old.shifts}}
    emptied = [gap for gap in fresh.open_gaps if gap.slot in touched]
    accept(connection, actor, fresh, dict.fromkeys(emptied, why))
    _seal(connection, actor, sheet.read(connection, period, made, actor.today), fresh.shifts)
    return replace(
        made, state=VersionState.PUBLISHED, approved_by=actor.person_id, published_at=actor.now
    )


def _period(connection: Connection, actor: Actor, version: Version) -> PeriodRecord:
    found = period_store.period(connection, actor.unit_id, version.period_id, lock=True)
    if found is None:
        raise LookupError(version.period_id)
    return found


def _seal(connection: Connection, actor: Actor, seen: Sheet, shifts: Collection[Shift]) -> None:
    shifts_store.keep_shifts(connection, seen.version.id, shifts)
    shifts_store.keep_gaps(connection, seen.version.id, seen.accepted.values())
    period_store.seal(connection, seen.version.id, actor.person_id, actor.now)


def _already(connection: Connection, version: Version) -> str:
    names = people_store.names_of_accounts(connection)
    who = names.get(version.approved_by or 0, "")
    return f"Bản số {version.number} đã được {who} ban hành lúc {moment(version.published_at)}."


def _kept(gap: Gap) -> KeptGap:
    session = gap.slot.session
    return KeptGap(
        session.day, session.half, gap.slot.venue, gap.slot.duty, gap.people, gap.competent
    )
