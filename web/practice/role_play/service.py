"""Start a run whose citizen a colleague plays, take that part, and sit the other way round."""

from dataclasses import replace

from sqlalchemy import Connection

from sandbox.log import Actor
from sandbox.played import PlayCitizen
from web.practice.role_play import store
from web.practice.runs import service as practice
from web.practice.runs import store as runs
from web.practice.runs.runs import PRACTISING, Mode, RunRecord
from web.practice.scenarios import library
from web.shell.access import Person
from web.worlds import service as worlds
from web.worlds.store import lock


def start(connection: Connection, person: Person, scenario_id: str) -> RunRecord | str:
    """A new practice run whose citizen is played by a person, or why there is none.

    Raises:
        KeyError: no scenario has that id.
    """
    run = practice.start(connection, person, scenario_id, Mode.PRACTICE)
    if isinstance(run, RunRecord):
        worlds.act(connection, run.world_id, PlayCitizen(), Actor.SYSTEM)
    return run


def may_play(person: Person | None, run: RunRecord) -> bool:
    """Whether this person can be the colleague: somebody who practises, not the clerk.

    Not whoever came in by slip: swapping begins a run outside their class.
    """
    if person is None or person.slip:
        return False
    return person.role in PRACTISING and person.id != run.person_id


def take_part(connection: Connection, run: RunRecord, person: Person) -> bool:
    """Write down who plays the citizen; whoever came first stays. Whether it is this person."""
    lock(connection, run.world_id)
    known = runs.find(connection, run.id) or run
    if known.partner_id is None and may_play(person, known):
        known = replace(known, partner_id=person.id)
        runs.save(connection, known)
    return known.partner_id == person.id


def swap(connection: Connection, run: RunRecord) -> RunRecord | None:
    """The same scenario with another citizen, the colleague serving; one such run, however often.

    None while the visit still goes on, the colleague is not known or gone, or the scenario is gone
    or not to be played.
    """
    lock(connection, run.world_id)
    run = runs.find(connection, run.id) or run
    existing = runs.swapped_into(connection, run.id)
    if existing:
        return existing
    partner = store.person(connection, run.partner_id)
    if run.is_open or partner is None:
        return None
    if run.scenario not in library.offered(connection, partner.unit_id):
        return None
    swapped = start(connection, partner, run.scenario)
    if isinstance(swapped, str):
        return None
    swapped = replace(swapped, partner_id=run.person_id, swapped_from=run.id)
    runs.save(connection, swapped)
    return swapped
