"""Somebody should be at the desk by now and has not checked in: the head is notified."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from rostering.hours import is_late
from rostering.values import Half, Session
from web.roster.duty import current_rosters, store
from web.roster.duty.current_rosters import CurrentRoster, key_of
from web.roster.planning import absence_store, presence_store
from web.roster.planning.actor import Actor


@dataclass(frozen=True, slots=True)
class Missing:
    """A shift whose person cannot come, or has not; ``marked``: the head has recorded it."""

    key: str
    name: str
    words: str
    reason: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Alarm:
    """Who is missed now; ``tag`` tells one such list from another."""

    missing: tuple[Missing, ...]

    @property
    def tag(self) -> str:
        """The same for the same people."""
        text = "\n".join(f"{one.key} {one.reason}" for one in self.missing)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def now(connection: Connection, actor: Actor) -> Alarm:
    """Whom the head has to hear of without looking; nobody where the unit wants no alarm."""
    settings = store.duty_settings(connection, actor.unit_id)
    if not settings.raises_alarm or not _any_late(actor, settings.late_after):
        return Alarm(())
    return Alarm(
        late(connection, actor, current_rosters.read(connection, actor), settings.late_after)
    )


def _any_late(actor: Actor, after: timedelta) -> bool:
    """Whether a session of today has run long enough; most pages are looked at when none has."""
    halves = (Session(actor.today, half, actor.today.weekday()) for half in Half)
    return any(is_late(session, actor.now, after) for session in halves)


def late(
    connection: Connection, actor: Actor, rosters: Iterable[CurrentRoster], after: timedelta
) -> tuple[Missing, ...]:
    """Whoever is due at the desk and has not checked in, unless a stand-in is being looked for."""
    presences = presence_store.presence(connection, actor.unit_id, actor.today)
    open_shifts = {one.shift for one in absence_store.open_in(connection, actor.unit_id)}
    found = []
    for roster in rosters:
        for shift in roster.valid_shifts:
            known = presences.get(presence_store.place_of(shift.person, shift.slot))
            here = known is not None and known.came
            if (
                is_late(shift.slot.session, actor.now, after)
                and not here
                and shift not in open_shifts
            ):
                marked = known is not None
                reason = "vắng mặt" if marked else "chưa ghi nhận có mặt"
                words = roster.words(shift.slot)
                found.append(
                    Missing(key_of(shift), roster.name(shift.person), words, reason, marked)
                )
    return tuple(found)
