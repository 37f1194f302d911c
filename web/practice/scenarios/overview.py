"""What the pages of one scenario and of all of them show."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from web.practice.scenarios import library, service, store
from web.practice.scenarios.store import Authored, State, Version
from web.practice.scenarios.worth import Worth, worth

STATES = {
    State.DRAFT: ("Bản nháp", "plain"),
    State.PUBLISHED: ("Đang dùng", "good"),
    State.WITHDRAWN: ("Ngừng dùng", "wait"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One scenario in the list."""

    scenario: Authored
    title: str
    editor: str

    @property
    def state(self) -> tuple[str, str]:
        """Its state in words, and the tone that supports them."""
        return STATES[self.scenario.state]


def listed(connection: Connection, unit_id: int) -> list[Listed]:
    """The unit's scenarios, those worked on last first."""
    return [
        Listed(each, service.title_of(each.draft), store.name_of(connection, each.draft_by))
        for each in store.of_unit(connection, unit_id)
    ]


@dataclass(frozen=True, slots=True)
class ScenarioPage:
    """One scenario; ``usable``: this version of motcua still understands the draft.

    ``unpublished``: the draft says something that the newest version does not. ``worth`` is that of
    the newest version; None before the first.
    """

    listed: Listed
    based_on: str
    versions: Sequence[Version]
    usable: bool
    unpublished: bool
    worth: Worth | None

    @property
    def scenario(self) -> Authored:
        """The scenario itself."""
        return self.listed.scenario


def one(connection: Connection, scenario: Authored) -> ScenarioPage:
    """The page of one scenario."""
    versions = store.versions(connection, scenario.id)
    usable = library.parsed(scenario.id, scenario.draft) is not None
    newest = next(iter(versions), None)
    published = library.parsed(scenario.id, newest.text) if newest else None
    titles = library.titles(connection, scenario.unit_id)
    return ScenarioPage(
        Listed(
            scenario, service.title_of(scenario.draft), store.name_of(connection, scenario.draft_by)
        ),
        based_on=titles.get(scenario.based_on, ""),
        versions=versions,
        usable=usable,
        unpublished=usable and not service.is_published(scenario, newest),
        worth=worth(published, scenario.based_on) if published else None,
    )
