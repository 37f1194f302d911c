"""The questions asked about signed words and about many runs at once."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, insert, or_, select

from web.practice.debrief.models import OwnWordRow
from web.practice.debrief.words import Answers, Side, SignedWords, Way, Word
from web.practice.runs.runs import COACHED, Mode, RunRecord, State
from web.practice.runs.store import COLUMNS, RUN, record_of
from web.shell.access import Role
from web.shell.session_models import PersonRow
from web.shell.units_store import below

_WORD = OwnWordRow.__table__.c
_RUN = RUN.c
_PERSON = PersonRow.__table__.c


def signed_words(connection: Connection, run_id: str) -> SignedWords:
    """All that was signed about a run."""
    question = (
        select(
            _WORD.side,
            _WORD.way,
            _WORD.went_well,
            _WORD.was_hard,
            _WORD.next_time,
            _PERSON.full_name,
            _PERSON.role,
            _WORD.signed_at,
        )
        .join_from(OwnWordRow, PersonRow, _WORD.author_id == _PERSON.id)
        .where(_WORD.run_id == run_id)
        .order_by(_WORD.id)
    )
    rows = connection.execute(question)
    return SignedWords(
        tuple(
            Word(Side(side), Way(way), Answers(*answers), author, Role(role), at)
            for side, way, *answers, author, role, at in rows
        )
    )


def add(
    connection: Connection,
    run_id: str,
    author_id: int,
    side: Side,
    way: Way,
    answers: Answers,
    signed_at: datetime,
) -> None:
    """One more signed word."""
    row = {"run_id": run_id, "author_id": author_id, "side": side.value, "way": way.value}
    connection.execute(insert(OwnWordRow), [{**row, **asdict(answers), "signed_at": signed_at}])


@dataclass(frozen=True, slots=True)
class Waiting:
    """A run whose trainee spoke last."""

    run: RunRecord
    person_name: str
    signed_at: datetime


def awaiting(
    connection: Connection, unit_id: int, reader_id: int, led: Select[Any]
) -> list[Waiting]:
    """The runs whose trainee wrote last, longest waiting first.

    Those of the unit, and those of the classes ``led`` (a question for their ids) for units below
    it. Nobody is asked for a word on a run of their own.
    """
    newest = select(func.max(_WORD.id)).group_by(_WORD.run_id)
    in_led_class = and_(_RUN.class_id.in_(led), _RUN.unit_id.in_(below(unit_id)))
    question = (
        select(*COLUMNS, _PERSON.full_name, _WORD.signed_at)
        .join_from(OwnWordRow, RUN, _WORD.run_id == _RUN.id)
        .join(PersonRow, _RUN.person_id == _PERSON.id)
        .where(
            _WORD.id.in_(newest),
            _WORD.side == Side.TRAINEE.value,
            _WORD.way == Way.WRITTEN.value,
            or_(_RUN.unit_id == unit_id, in_led_class),
            _RUN.person_id != reader_id,
        )
        .order_by(_WORD.id)
    )
    rows: Iterable[Row[Any]] = connection.execute(question)
    return [Waiting(record_of(row), *row[len(COLUMNS) :]) for row in rows]


def finished(connection: Connection, run_ids: Sequence[str]) -> list[RunRecord]:
    """Those of the runs that were finished, oldest first; what the machine showed is nobody's."""
    theirs = select(*COLUMNS).where(_RUN.id.in_(run_ids), _RUN.mode != Mode.SHOW.value)
    return _finished(connection, theirs)


def finished_between(
    connection: Connection, unit_id: int, scenario: str, since: datetime, until: datetime
) -> list[RunRecord]:
    """The unit's finished runs of a scenario that began in that time.

    A fork is no new visit, and whoever is led goes wrong in other places than whoever is not.
    """
    question = select(*COLUMNS).where(
        _RUN.unit_id == unit_id,
        _RUN.scenario == scenario,
        _RUN.started_at >= since,
        _RUN.started_at < until,
        _RUN.forked_from.is_(None),
        _RUN.mode.not_in([mode.value for mode in COACHED]),
    )
    return _finished(connection, question)


def _finished(connection: Connection, question: Select[Any]) -> list[RunRecord]:
    ended = question.where(_RUN.state == State.FINISHED.value).order_by(_RUN.started_at, _RUN.id)
    return [record_of(row) for row in connection.execute(ended)]


@dataclass(frozen=True, slots=True)
class WordRecord:
    """A word they signed, or that was signed about a run of theirs."""

    run_id: str
    author: str
    side: str
    went_well: str
    was_hard: str
    next_time: str
    signed_at: datetime


def words_of(connection: Connection, person_id: int) -> list[WordRecord]:
    """All that they signed or that was signed about their runs, oldest first."""
    question = (
        select(
            _WORD.run_id,
            _PERSON.full_name,
            _WORD.side,
            _WORD.went_well,
            _WORD.was_hard,
            _WORD.next_time,
            _WORD.signed_at,
        )
        .join_from(OwnWordRow, RUN, _WORD.run_id == _RUN.id)
        .join(PersonRow, _WORD.author_id == _PERSON.id)
        .where(or_(_WORD.author_id == person_id, _RUN.person_id == person_id))
        .order_by(_WORD.id)
    )
    rows: Any = connection.execute(question)
    return [WordRecord(*row) for row in rows]
