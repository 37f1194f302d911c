"""Make slips, let somebody in by one, withdraw one. A refusal is a sentence."""

import hmac
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Connection

from web.classes.lessons import members_store
from web.classes.lessons import store as classes
from web.classes.lessons.classes import ClassState, TrainingClass
from web.classes.slips import code as codes
from web.classes.slips import store, words
from web.classes.slips.store import SlipRecord
from web.people.accounts import attempts
from web.people.accounts import store as accounts
from web.people.audit import log
from web.people.audit.log import About, Act
from web.practice.runs.runs import PRACTISING
from web.shell.access import Person
from web.shell.formatting import moment
from web.shell.runtime import runtime

EARLY = timedelta(hours=1)  # people are seated before a class begins
_CLASS_CODE_DIGITS = 6


def digest_of(code: str) -> str:
    """What is stored of a code: keyed, so that a copy of the database cannot be searched for it."""
    key = runtime().settings.secret_key.encode()
    return hmac.digest(key, b"slip:" + code.encode(), "sha256").hex()


def make(
    connection: Connection, training_class: TrainingClass, people: Collection[int], by: Person
) -> dict[int, str]:
    """New codes by person, known to nobody afterwards; the slips these people had are over."""
    now = runtime().effects.now()
    codes_by_person = {person: codes.draw(runtime().effects.pick) for person in sorted(people)}
    store.end(connection, training_class.id, people, store.REPLACED, now, by.id)
    common = {"class_id": training_class.id, "made_at": now, "made_by": by.id}
    rows = [
        common | {"digest": digest_of(code), "person_id": person}
        for person, code in codes_by_person.items()
    ]
    store.add(connection, rows)
    count = f"{len(rows)} phiếu"
    _note(connection, now, by, Act.SLIPS_MADE, training_class, (("Số phiếu", "", count),))
    return codes_by_person


def _note(
    connection: Connection,
    now: datetime,
    by: Person,
    act: Act,
    training_class: TrainingClass,
    changes: tuple[log.Change, ...] = (),
    person_id: int | None = None,
) -> None:
    about = About(training_class.plan.title, training_class.plan.unit_id, person_id)
    log.note(connection, now, by, act, about, changes)


def withdraw(
    connection: Connection, training_class: TrainingClass, person_id: int, by: Person
) -> None:
    """End this person's slip, and with it whatever it has opened."""
    now = runtime().effects.now()
    if store.end(connection, training_class.id, [person_id], store.WITHDRAWN, now, by.id):
        whose = (("Phiếu của", store.name_of(connection, person_id), ""),)
        _note(connection, now, by, Act.SLIP_WITHDRAWN, training_class, whose, person_id)


def enter(
    connection: Connection, typed: str, network: str, here: Person | None
) -> SlipRecord | str:
    """The slip that lets somebody into its class now, or why it does not.

    ``network`` is where the guess comes from, ``here`` whoever is signed in on that browser.
    """
    code = codes.read(typed)
    if not code:
        return _no_code(typed)
    now, source = runtime().effects.now(), attempts.source("slip", network)
    minutes = attempts.count(connection, now, source)
    if minutes:
        return words.TOO_OFTEN.format(minutes=minutes)
    record = store.find(connection, digest_of(code))
    if record is None:
        return words.UNKNOWN
    accounts.uncount_attempt(connection, source)
    refusal = _of_person(record, here) or _of_class(connection, record, now)
    if refusal:
        return refusal
    members_store.note_joined(connection, record.class_id, record.person_id, now)
    return record


def _no_code(typed: str) -> str:
    bare = codes.bare_symbols(typed)
    if not bare:
        return words.NOTHING
    if len(bare) == _CLASS_CODE_DIGITS and bare.isdecimal():
        return words.CLASS_CODE
    return words.SHAPE


def _of_person(record: SlipRecord, here: Person | None) -> str:
    if record.ending:
        return words.ENDED[record.ending]
    if not record.active or record.role not in PRACTISING:
        return words.SWITCHED_OFF
    if not record.takes_part:
        return words.TAKEN_OUT
    if here and here.id != record.person_id:
        return words.FOREIGN.format(name=here.full_name)
    return ""


def _of_class(connection: Connection, record: SlipRecord, now: datetime) -> str:
    training_class = classes.find(connection, record.class_id)
    if training_class is None:
        return words.UNKNOWN
    if training_class.is_past(now):
        return words.OVER.format(
            when=moment(training_class.closed_at or training_class.plan.ends_at)
        )
    if training_class.state is not ClassState.PLANNED:
        return ""
    if now >= training_class.plan.ends_at:
        return words.NEVER_OPENED.format(when=moment(training_class.plan.ends_at))
    opens = training_class.plan.starts_at - EARLY
    early = words.EARLY.format(starts=moment(training_class.plan.starts_at), opens=moment(opens))
    return early if now < opens else ""
