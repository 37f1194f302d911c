"""Who really was on duty: check-ins, marks of absence and leave, as fairness counts them."""

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import Connection

from rostering import fairness
from rostering.values import Turn
from web.roster.planning import absence_store, presence_store
from web.roster.planning.office import Office


def missed(
    connection: Connection, seen: Office, turns: Collection[Turn], today: date
) -> frozenset[Turn]:
    """The turns up to today that nobody kept; whoever stood in has the turn in their own name."""
    period = seen.period
    said = presence_store.presence(connection, period.unit_id, period.first, period.last)
    placed = {turn: said.get(presence_store.place_of(turn.person, turn.slot)) for turn in turns}
    came = {turn: known.came for turn, known in placed.items() if known}
    past = [turn for turn in turns if turn.slot.session.day < today]
    away = {*seen.vacated(past), *_reported(connection, period.unit_id, today)}
    return fairness.missed(turns, came, away)


def _reported(connection: Connection, unit_id: int, today: date) -> Iterator[Turn]:
    """Turns gone by whose people said that they cannot come, with nobody found ever since."""
    for one in absence_store.open_in(connection, unit_id):
        if one.turn.slot.session.day < today:
            yield one.turn
