"""What has changed for a member since they last looked at the rosters in force."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from rostering.hours import in_words, is_over
from rostering.sentences import session_in_words
from rostering.values import Slot
from web.roster.planning import office_store, period_store, receipt_store, shifts_store
from web.roster.planning.actor import Actor
from web.roster.planning.records import Member, PeriodRecord, Version


@dataclass(frozen=True, slots=True)
class News:
    """A version that the member has not seen.

    ``first``: nothing of its period has been seen yet. ``gained`` and ``lost`` are shifts to come,
    in words, against the version last seen; all shifts are gained where there is none.
    """

    period: PeriodRecord
    version: Version
    first: bool
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Whether a shift that was known is no longer as it was."""
        return not self.first and bool(self.gained or self.lost)

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence a shift."""
        lost = (f"Thôi trực {words}." for words in self.lost)
        return (*lost, *(f"Thêm ca {words}." for words in self.gained))


def unread(connection: Connection, actor: Actor, member: Member) -> list[News]:
    """The rosters in force, or to come, that have not been seen; the nearest first."""
    read_versions = receipt_store.versions_read_by(connection, member.id)
    return [
        _news(connection, actor, member, period, version, read_versions)
        for period, version in _holding(connection, actor)
        if version.id not in read_versions
    ]


def _holding(connection: Connection, actor: Actor) -> Iterator[tuple[PeriodRecord, Version]]:
    for period in reversed(period_store.periods(connection, actor.unit_id)):
        version = period_store.published(connection, period.id)
        if period.last >= actor.today and version:
            yield period, version


def _news(
    connection: Connection,
    actor: Actor,
    member: Member,
    period: PeriodRecord,
    version: Version,
    read_versions: frozenset[str],
) -> News:
    versions = period_store.versions(connection, period.id)  # the newest first
    before = next((one for one in versions if one.id in read_versions), None)
    now = _coming(connection, actor, member, version)
    known = _coming(connection, actor, member, before) if before else frozenset()
    places = office_store.places(connection, actor.unit_id)
    names = {place.venue.id: place.venue.name for place in places}
    return News(
        period,
        version,
        before is None,
        tuple(_words(slot, names) for slot in sorted(now - known)),
        tuple(_words(slot, names) for slot in sorted(known - now)),
    )


def _coming(
    connection: Connection, actor: Actor, member: Member, version: Version
) -> frozenset[Slot]:
    return frozenset(
        shift.slot
        for shift in shifts_store.shifts(connection, version.id)
        if shift.person == member.id and not is_over(shift.slot.session, actor.now)
    )


def _words(slot: Slot, names: dict[str, str]) -> str:
    hours = in_words(slot.session)
    return f"{session_in_words(slot.session)} ({hours}), {names.get(slot.venue, slot.venue)}"
