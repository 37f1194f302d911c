"""What the page of scenarios shows: where one stands with each, and what waits."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from training.scenario import Scenario
from web.practice.runs import store
from web.practice.runs.runs import RunRecord
from web.practice.scenarios import library
from web.practice.scenarios.worth import counts
from web.shell.access import Person
from web.shell.runtime import runtime
from web.worlds.service import LIFETIME

_FIRST_SENTENCE = re.compile(r".+?[.!?…](?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Card:
    """One scenario; ``best`` are the person's best points so far, None before the first mark.

    ``counts``: passing it counts for a competency.
    """

    scenario: Scenario
    best: int | None
    passed: bool
    suggested: bool
    counts: bool

    @property
    def summary(self) -> str:
        """The situation's first sentence."""
        situation = self.scenario.situation.strip()
        found = _FIRST_SENTENCE.match(situation)
        return found[0] if found else situation


@dataclass(frozen=True, slots=True)
class Group:
    """The scenarios about one topic; ``id`` is their place on the page."""

    id: str
    title: str
    cards: tuple[Card, ...]

    @property
    def passed(self) -> int:
        """In how many of them the person has passed at least once."""
        return sum(card.passed for card in self.cards)


TOPICS = {"account": ("tao-tai-khoan", "Tạo tài khoản"), "vneid": ("vneid", "VNeID")}


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole page; the world of a run in ``too_old`` is over, so it can only be given up."""

    cards: tuple[Card, ...]
    waiting: tuple[RunRecord, ...]
    too_old: tuple[RunRecord, ...]

    @property
    def passed(self) -> int:
        """In how many scenarios the person has passed at least once."""
        return sum(card.passed for card in self.cards)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The cards by topic; a scenario about both belongs to the later one."""
        return tuple(
            Group(place, title, tuple(card for card in self.cards if _topic(card) == topic))
            for topic, (place, title) in TOPICS.items()
        )


def _topic(card: Card) -> str:
    return "vneid" if "vneid" in card.scenario.setup.topics else "account"


def read(connection: Connection, person: Person) -> Overview:
    """The page for one person: three questions to the database."""
    best = store.best_marks(connection, person.id)
    oldest = runtime().effects.now() - LIFETIME
    runs = store.open_runs(connection, person.id)
    return Overview(
        _cards(library.offered(connection, person.unit_id).values(), best),
        waiting=tuple(run for run in runs if run.started_at > oldest),
        too_old=tuple(run for run in runs if run.started_at <= oldest),
    )


def _cards(scenarios: Collection[Scenario], best: Mapping[str, store.Best]) -> tuple[Card, ...]:
    """In the library's order; the first one not passed is what to do next."""
    passed = {each.id for each in scenarios if each.id in best and best[each.id].passed}
    following = next((each.id for each in scenarios if each.id not in passed), "")
    return tuple(_card(each, best.get(each.id), each.id == following) for each in scenarios)


def _card(scenario: Scenario, best: store.Best | None, suggested: bool) -> Card:
    passed = bool(best and best.passed)
    return Card(scenario, best.points if best else None, passed, suggested, counts(scenario))
