"""Signing a word about a run that has ended."""

from sqlalchemy import Connection

from web.practice.debrief import store
from web.practice.debrief.words import Answers, Side, Way, mistakes, out_of_turn
from web.practice.run_log.scope import MARKERS
from web.practice.runs.runs import RunRecord
from web.shell.access import Person
from web.shell.forms import Errors
from web.shell.runtime import runtime
from web.worlds.store import lock


def side_of(person: Person, run: RunRecord) -> Side | None:
    """As whom this person may speak about the run; None: only read."""
    if run.person_id == person.id:
        return Side.TRAINEE
    return Side.TRAINER if person.role in MARKERS else None


def sign(
    connection: Connection, run: RunRecord, person: Person, way: Way, answers: Answers
) -> Errors:
    """Write the word down under the person's account; the mistakes when it cannot be signed.

    Raises:
        ValueError: the person may only read this run.
    """
    side = side_of(person, run)
    if side is None:
        raise ValueError("only the trainee and the unit's trainers sign")
    lock(connection, run.world_id)  # two pressed at once: the second sees what the first signed
    signed_words = store.signed_words(connection, run.id)
    early = out_of_turn(signed_words, side, way)
    errors = Errors({"truc_tiep": early}) if early else Errors()
    errors.update(mistakes(answers))
    if not errors and not signed_words.ends_with(side, way, answers):
        now = runtime().effects.now()
        store.add(connection, run.id, person.id, side, way, answers, now)
    return errors
