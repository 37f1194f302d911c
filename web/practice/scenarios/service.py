"""Copy a scenario, save its draft, publish a version, stop offering it."""

import hashlib
import re
import tomllib
from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import Connection

from sandbox.vietnamese import fold
from training.draft import Draft, check_draft, text_of
from training.era_fit import why_not_in
from training.scenario import catalogue, source
from training.scenario_file import ScenarioFile, read
from web.practice.scenarios import store
from web.practice.scenarios.form_table import Table
from web.practice.scenarios.store import Authored, State, Version
from web.shell.access import Person
from web.shell.forms import clean
from web.shell.runtime import runtime

PREFIX = "dv-"  # the package's scenarios never begin so
_LONGEST_ID = 54
LAST = 900  # after all of the package's
MARKS_REST_ON = ("procedure", "outcome", "marking", "target_minutes")
SAME = "Bản nháp chưa khác bản đã phát hành gần nhất, nên chưa có gì để phát hành."


def file_of(text: str) -> ScenarioFile:
    """A stored text in its shape. Raises ScenarioError when its keys are no longer known."""
    return read(text, "")


def table_of(text: str) -> Table:
    """A stored text as the form shows it, with defaults. Raises ScenarioError as ``file_of``."""
    return file_of(text).model_dump()


def title_of(text: str) -> str:
    """What a stored text calls the scenario, whether or not it still means something."""
    return str(tomllib.loads(text).get("title", ""))


def fixed(scenario: Authored) -> Table:
    """What nobody types: those of the draft."""
    draft: dict[str, Any] = tomllib.loads(scenario.draft)
    return {name: draft[name] for name in ("id", "version", "order")}


def copy(connection: Connection, person: Person, source_id: str) -> Authored | None:
    """A draft that begins as a copy of a scenario on offer; None when there is none of that id."""
    if source_id in catalogue():
        text = source(source_id)
    else:
        text = store.newest(connection, person.unit_id).get(source_id, "")
    if not text:
        return None
    file = file_of(text)
    title = f"{file.title} (bản sao)"
    return create_draft(connection, person, file.model_copy(update={"title": title}), source_id)


def create_draft(
    connection: Connection, person: Person, file: ScenarioFile, based_on: str = ""
) -> Authored:
    """A new draft of that content, under an id of its own."""
    scenario = new_draft(connection, person, file, based_on)
    while not store.add(connection, scenario):  # somebody took that id a moment ago
        scenario = new_draft(connection, person, file, based_on)
    return scenario


def new_draft(
    connection: Connection,
    person: Person,
    file: ScenarioFile,
    based_on: str = "",
    taken: Container[str] = (),
) -> Authored:
    """The same, not stored yet; ``taken`` are ids that others of them will have."""
    scenario_id = _free_id(connection, file.title, taken)
    own = {"id": scenario_id, "version": 1, "order": LAST, "situation": clean(file.situation)}
    now = runtime().effects.now()
    return Authored(
        id=scenario_id,
        unit_id=person.unit_id,
        author_id=person.id,
        based_on=based_on,
        state=State.DRAFT,
        created_at=now,
        draft=text_of(file.model_copy(update=own)),
        draft_number=1,
        draft_by=person.id,
        draft_at=now,
    )


def _free_id(connection: Connection, title: str, taken: Container[str]) -> str:
    words = "-".join(re.findall(r"[a-z0-9]+", fold(title)))[:_LONGEST_ID].strip("-")
    base = f"{PREFIX}{words or 'tinh-huong'}"
    number, free = 1, base
    while free in catalogue() or free in taken or store.is_taken(connection, free):
        number += 1
        free = f"{base}-{number}"
    return free


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of saving: the checked draft, and the scenario as it stands now.

    ``conflict``: somebody saved in between, so nothing was written.
    """

    draft: Draft
    scenario: Authored
    conflict: bool = False

    @property
    def done(self) -> bool:
        """Whether it was written."""
        return not self.draft.mistakes and not self.conflict


def save(
    connection: Connection, person: Person, scenario: Authored, table: Table, draft_number: str
) -> Saved:
    """Keep the draft; ``draft_number`` is the number of the draft that was open in the form."""
    draft, current = check_draft(table), store.lock(connection, scenario)
    if draft.mistakes or draft_number != str(current.draft_number):
        return Saved(draft, current, conflict=draft_number != str(current.draft_number))
    if content(draft.text) == content(current.draft):
        return Saved(draft, current)
    saved = _with_draft(person, current, draft.text)
    store.save(connection, saved)
    return Saved(draft, saved)


def _with_draft(person: Person, scenario: Authored, text: str) -> Authored:
    return replace(
        scenario,
        draft=text,
        draft_number=scenario.draft_number + 1,
        draft_by=person.id,
        draft_at=runtime().effects.now(),
    )


def replace_draft(
    connection: Connection, person: Person, scenario: Authored, file: ScenarioFile
) -> None:
    """Put other content into the draft; it becomes a version when it is published."""
    store.save(connection, redrafted(person, store.lock(connection, scenario), file))


def redrafted(person: Person, scenario: Authored, file: ScenarioFile) -> Authored:
    """The scenario with that content in its draft, not stored yet."""
    return _with_draft(person, scenario, text_of(file.model_copy(update=fixed(scenario))))


def is_published(scenario: Authored, newest: Version | None) -> bool:
    """Whether the draft says nothing that the newest version does not say."""
    return newest is not None and content(scenario.draft) == content(newest.text)


def content(text: str) -> Table:
    """What a stored text says, whatever its version and the order in which boxes were ticked.

    Raises:
        ScenarioError: this version of motcua no longer knows its keys.
    """
    table: Table = {**table_of(text), "version": 0}
    for key in ("clauses", "competencies", "papers", "topics"):
        table[key] = sorted(str(each) for each in cast("list[str]", table[key]))
    return table


def publish(
    connection: Connection, person: Person, scenario: Authored, note: str, draft_number: str
) -> Version | str:
    """The draft as a version; a sentence when there can be none."""
    current = store.lock(connection, scenario)
    if draft_number != str(current.draft_number):
        return "Bản nháp vừa được sửa ở nơi khác. Anh/chị xem lại bản mới rồi phát hành."
    newest = next(iter(store.versions(connection, current.id)), None)
    if is_published(current, newest):
        return SAME
    file = file_of(current.draft)
    out_of_time = why_not_in(file.era, file.procedure, file.outcome)
    if out_of_time:
        return f"{out_of_time} Anh/chị sửa bản nháp: chọn thời kỳ khác hoặc sửa các bước."
    number = newest.number + 1 if newest else 1
    text = text_of(file.model_copy(update={"version": number}))
    content_hash = hashlib.sha256(text.encode()).hexdigest()
    now = runtime().effects.now()
    version = Version(number, text, content_hash, now, note, person.full_name)
    store.add_version(connection, current.id, version, person.id)
    following = text_of(file_of(text).model_copy(update={"version": number + 1}))
    store.save(connection, replace(current, state=State.PUBLISHED, draft=following))
    return version


def offer(connection: Connection, scenario: Authored, *, on: bool) -> None:
    """Stop offering a published scenario, or offer it again; runs keep what they used."""
    current = store.lock(connection, scenario)
    if current.state is not State.DRAFT:
        state = State.PUBLISHED if on else State.WITHDRAWN
        store.save(connection, replace(current, state=state))


def marks_change(one: str, other: str) -> bool:
    """Whether the same run could earn other marks by the other text."""
    before, after = table_of(one), table_of(other)
    return any(before[key] != after[key] for key in MARKS_REST_ON)
