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
    """The pack's scenarios as drafts: all of them, or none.

    Everything is read, compared and written out before this request takes the writers' turn.
    """
    found = unpack_scenarios(data)
    if found.troubles:
        return ImportResult(troubles=found.troubles)
    by_id = on_conflict is OnConflict.VERSION
    matched = [
        (file, store.find(connection, person.unit_id, file.id) if by_id else None)
        for file in found.scenarios
    ]
    ahead = [file for file, same in matched if same and _is_ahead(connection, same)]
    if ahead:
        return _refused(ahead, UNPUBLISHED)
    drafts: dict[str, Authored] = {}
    for file, same in matched:
        draft = (
            service.redrafted(person, same, file)
            if same
            else service.new_draft(connection, person, file, taken=drafts)
        )
        drafts[draft.id] = draft
    begin_writing(connection)
    moved = [file for file, same in matched if same and store.lock(connection, same) != same]
    if moved:
        return _refused(moved, MOVED)
    for (file, same), draft in zip(matched, list(drafts.values()), strict=True):
        if same:
            store.save(connection, draft)
        elif not store.add(connection, draft):  # somebody took that id a moment ago
            drafts[draft.id] = service.create_draft(connection, person, file)
    return ImportResult(tuple(drafts.values()))


UNPUBLISHED = (
    "đơn vị đang có bản nháp chưa phát hành của tình huống này; anh/chị phát hành bản nháp trước, "
    "hoặc chọn “Thêm thành tình huống mới”"
)
MOVED = "tình huống này vừa được sửa ở nơi khác; anh/chị nhập lại gói"


def _refused(files: Sequence[ScenarioFile], why: str) -> ImportResult:
    return ImportResult(troubles=tuple(Trouble(f"{file.id}.toml", 0, why) for file in files))


def _is_ahead(connection: Connection, scenario: Authored) -> bool:
    newest = next(iter(store.versions(connection, scenario.id)), None)
    return not service.is_published(scenario, newest)
