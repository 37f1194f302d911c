"""Which scenario is meant: the very version a run used, or all that a unit is offered.

The package's scenarios come first, then those the unit has written and published. A published
version never changes, so it is parsed once for each process and its text.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from sqlalchemy import Connection

from training.scenario import Scenario, catalogue, parse
from training.scenario_file import ScenarioError
from web.practice.scenarios import service, store


class Used(Protocol):
    """A run, as far as it says which scenario was used."""

    @property
    def scenario(self) -> str:
        """The scenario's id."""

    @property
    def scenario_version(self) -> int:
        """Its version."""


def of_run(connection: Connection, run: Used) -> Scenario | None:
    """The very scenario a run used; None when it is gone."""
    return exact(connection, run.scenario, run.scenario_version)


def exact(connection: Connection, scenario_id: str, version: int) -> Scenario | None:
    """That version of the scenario; None when it is gone.

    Of the package there is only today's version, whatever ``version`` says.
    """
    known = catalogue().get(scenario_id)
    if known:
        return known
    text = store.text_of(connection, scenario_id, version)
    return parsed(scenario_id, text) if text else None


def used_by(connection: Connection, runs: Iterable[Used]) -> dict[tuple[str, int], Scenario]:
    """The very scenarios that runs used, by id and version: one question at most for all of them.

    Those that are gone are left out.
    """
    pairs, known = {(run.scenario, run.scenario_version) for run in runs}, catalogue()
    found = {pair: known[pair[0]] for pair in pairs if pair[0] in known}
    own = store.texts_of(connection, pairs - found.keys())
    usable = {pair: scenario for pair, text in own.items() if (scenario := parsed(pair[0], text))}
    return {**found, **usable}


@dataclass(frozen=True, slots=True)
class Planned:
    """A scenario somebody once chose, as it stands now.

    ``scenario`` is its newest version, None when nothing understands it any more; ``offered``: it
    can be begun now.
    """

    id: str
    title: str
    scenario: Scenario | None
    offered: bool


def planned(connection: Connection, unit_id: int, ids: Sequence[str]) -> list[Planned]:
    """Those scenarios of the package and of the unit, in that order."""
    known = catalogue()
    own = store.newest_among(connection, unit_id, [each for each in ids if each not in known])
    return [_planned(each, known.get(each), own.get(each)) for each in ids]


def _planned(scenario_id: str, known: Scenario | None, own: store.Newest | None) -> Planned:
    scenario = known or (parsed(scenario_id, own.text) if own else None)
    offered = scenario is not None and (own is None or own.offered)
    title = service.title_of(own.text) if own else scenario_id
    return Planned(scenario_id, scenario.title if scenario else title, scenario, offered)


def offered(connection: Connection, unit_id: int) -> Mapping[str, Scenario]:
    """Every scenario the unit can practise, by id: the package's, then its own by age."""
    own = store.newest(connection, unit_id).items()
    usable = {name: scenario for name, text in own if (scenario := parsed(name, text))}
    return {**catalogue(), **usable}


@dataclass(frozen=True, slots=True)
class Line:
    """The versions of one scenario of a unit's own, by number: the newest, and those asked for.

    ``offered``: the asking unit can practise it now.
    """

    id: str
    versions: Mapping[int, Scenario]
    offered: bool


def lines(
    connection: Connection, unit_id: int, used: Collection[tuple[str, int]]
) -> Iterator[Line]:
    """What the unit has published, and whatever else was used (id and version), by age.

    What nothing understands any more is left out.
    """
    own = {pair for pair in used if pair[0] not in catalogue()}
    newest = store.newest_of(connection, unit_id, {name for name, _ in own})
    known = {(each.scenario_id, each.number): each.text for each in newest}
    texts = {**store.texts_of(connection, own - known.keys()), **known}
    for each in newest:
        versions = _versions(each.scenario_id, texts)
        if each.number in versions:
            yield Line(each.scenario_id, versions, each.offered and each.unit_id == unit_id)


def _versions(scenario_id: str, texts: Mapping[tuple[str, int], str]) -> dict[int, Scenario]:
    mine = {number: text for (name, number), text in texts.items() if name == scenario_id}
    return {n: scenario for n, text in mine.items() if (scenario := parsed(scenario_id, text))}


@lru_cache(maxsize=512)
def parsed(scenario_id: str, text: str) -> Scenario | None:
    """The scenario of a stored text; None when this version of motcua no longer knows its words."""
    try:
        return parse(text, f"{scenario_id}.toml")
    except ScenarioError:
        return None


def titles(connection: Connection, unit_id: int) -> dict[str, str]:
    """The titles of all that a unit can practise or ever could."""
    own = store.newest(connection, unit_id, withdrawn=True).items()
    usable = [scenario for name, text in own if (scenario := parsed(name, text))]
    return {each.id: each.title for each in (*catalogue().values(), *usable)}
