"""Queries about unsent forms and refused answers."""

import json
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from web.shell.unsent_models import RefusedAnswerRow, UnsentFormRow

Fields = dict[str, list[str]]

FORMS_LIVE = timedelta(days=30)
ANSWERS_LIVE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Key:
    """Whose form it is, the page it stands on and where it is sent; written with spaces between."""

    owner: str
    page: str
    action: str

    def __str__(self) -> str:
        return f"{self.owner} {self.page} {self.action}"


@dataclass(frozen=True, slots=True)
class UnsentForm:
    """What was typed into one form, by name; ``interrupted`` once it was sent in vain."""

    fields: Fields
    interrupted: bool
    turn: str
    saved_at: datetime

    def is_newer_than(self, turn: str) -> bool:
        """Whether the same page had sent this after that."""
        load, _, number = self.turn.partition(".")
        other_load, _, other = turn.partition(".")
        same_page = bool(number) and load == other_load
        return same_page and other.isdecimal() and int(number) > int(other)


@dataclass(frozen=True, slots=True)
class RefusedAnswer:
    """A refusal's page and its status; ``page`` is where its form stands, "" when not kept."""

    owner: str
    page: str
    status: int
    html: str
    kept_at: datetime


def forms_on(connection: Connection, owner: str, page: str) -> dict[str, UnsentForm]:
    """The unsent forms of that page by their action."""
    row = UnsentFormRow
    question = select(row.action, row.fields, row.interrupted, row.turn, row.saved_at)
    rows = connection.execute(question.where(row.owner == owner, row.page == page))
    return {
        action: UnsentForm(json.loads(fields), interrupted, turn, saved_at)
        for action, fields, interrupted, turn, saved_at in rows
    }


def forms_of(connection: Connection, owner: str) -> list[tuple[str, UnsentForm]]:
    """All unsent forms of somebody with the pages they stand on, the newest first."""
    row = UnsentFormRow
    pages = select(row.page).where(row.owner == owner).distinct()
    found = [
        (page, form)
        for page in connection.execute(pages).scalars()
        for form in forms_on(connection, owner, page).values()
    ]
    return sorted(found, key=lambda each: each[1].saved_at, reverse=True)


def put(connection: Connection, key: Key, form: UnsentForm) -> None:
    """Keep this instead of what was kept before."""
    drop(connection, key)
    connection.execute(
        insert(UnsentFormRow).values(
            owner=key.owner,
            page=key.page,
            action=key.action,
            fields=json.dumps(form.fields, ensure_ascii=False),
            interrupted=form.interrupted,
            turn=form.turn,
            saved_at=form.saved_at,
        )
    )


def is_kept(connection: Connection, key: Key) -> bool:
    """Whether anything was typed into that form."""
    return key.action in forms_on(connection, key.owner, key.page)


def drop(connection: Connection, key: Key) -> None:
    """Forget one form."""
    row = UnsentFormRow
    connection.execute(
        delete(row).where(row.owner == key.owner, row.page == key.page, row.action == key.action)
    )


def typed_since(connection: Connection, owner: str, page: str, moment: datetime) -> bool:
    """Whether something was typed on that page after that moment."""
    forms = forms_on(connection, owner, page).values()
    return any(form.saved_at > moment for form in forms)


def put_answer(connection: Connection, id_: str, answer: RefusedAnswer) -> None:
    """Keep a refusal's page."""
    connection.execute(
        insert(RefusedAnswerRow).values(
            id=id_,
            owner=answer.owner,
            page=answer.page,
            status=answer.status,
            body=zlib.compress(answer.html.encode()),
            kept_at=answer.kept_at,
        )
    )


def find_answer(connection: Connection, id_: str) -> RefusedAnswer | None:
    """The page kept under that id."""
    row = RefusedAnswerRow
    question = select(row.owner, row.page, row.status, row.body, row.kept_at)
    found = connection.execute(question.where(row.id == id_)).one_or_none()
    if found is None:
        return None
    owner, page, status, body, kept_at = found
    return RefusedAnswer(owner, page, status, zlib.decompress(body).decode(), kept_at)


def sweep(connection: Connection, now: datetime) -> None:
    """Forget what nobody has come back to."""
    for moment, life in (
        (UnsentFormRow.saved_at, FORMS_LIVE),
        (RefusedAnswerRow.kept_at, ANSWERS_LIVE),
    ):
        connection.execute(delete(moment.class_).where(moment <= now - life))
