"""Scenarios of the unit out of the house in one file, and in again as drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from training.pack import Trouble, pack_scenarios, unpack_scenarios
from training.scenario_file import ScenarioFile
from web.practice.scenarios import service, store
from web.practice.scenarios.store import Authored
from web.shell.access import Person
from web.shell.database import begin_writing


class OnConflict(StrEnum):
    """What to do with a scenario whose id the unit has already."""

    NEW = "moi"
    VERSION = "ban-moi"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of a pack: the drafts it gave, or what keeps it out; never some of both."""

    scenarios: tuple[Authored, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def pack(connection: Connection, unit_id: int, ids: Sequence[str]) -> bytes | None:
    """The newest versions of those scenarios; None when the unit offers one of them no longer."""
    texts = store.newest(connection, unit_id)
    if not ids or not set(ids) <= texts.keys():
        return None
    return pack_scenarios([(name, texts[name]) for name in dict.fromkeys(ids)])


def import_pack(
    connection: Connection, person: Person, data: bytes, on_conflict: OnConflict
) -> ImportResult:
    """The pack's scenarios as drafts: all of them, or none."""
    found = unpack_scenarios(data)
    if found.troubles:
        return ImportResult(troubles=found.troubles)
    begin_writing(connection)
    matched = [
        (file, _same(connection, person, file.id) if on_conflict is OnConflict.VERSION else None)
        for file in found.scenarios
    ]
    unsaved = [
        Trouble(f"{file.id}.toml", 0, UNPUBLISHED)
        for file, same in matched
        if same and _is_ahead(connection, same)
    ]
    if unsaved:
        return ImportResult(troubles=tuple(unsaved))
    return ImportResult(tuple(_draft(connection, person, file, same) for file, same in matched))


UNPUBLISHED = (
    "đơn vị đang có bản nháp chưa phát hành của tình huống này; anh/chị phát hành bản nháp trước, "
    "hoặc chọn “Thêm thành tình huống mới”"
)


def _same(connection: Connection, person: Person, scenario_id: str) -> Authored | None:
    """The unit's scenario of that id, held: nobody saves a draft between looking and writing."""
    found = store.find(connection, person.unit_id, scenario_id)
    return store.lock(connection, found) if found else None


def _is_ahead(connection: Connection, scenario: Authored) -> bool:
    newest = next(iter(store.versions(connection, scenario.id)), None)
    return not service.is_published(scenario, newest)


def _draft(
    connection: Connection, person: Person, file: ScenarioFile, same: Authored | None
) -> Authored:
    if same is None:
        return service.create_draft(connection, person, file)
    service.replace_draft(connection, person, same, file)
    return same
