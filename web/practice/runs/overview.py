"""What the page of scenarios shows: where one stands with each, what comes next, what waits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from sandbox.vietnamese import fold
from training.competencies import COMPETENCIES
from training.ladder import WAYS, next_rung
from training.scenario import Scenario
from web.practice.runs import store
from web.practice.runs.runs import MODE_SAYS, MODE_WORDS, Mode, RunRecord
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
    counts: bool

    @property
    def summary(self) -> str:
        """The situation's first sentence."""
        situation = self.scenario.situation.strip()
        found = _FIRST_SENTENCE.match(situation)
        return found[0] if found else situation

    @property
    def trains(self) -> str:
        """What it is there for; the others of its competencies would give away what happens."""
        return ", ".join(COMPETENCIES[each] for each in self.scenario.competencies[:1])


@dataclass(frozen=True, slots=True)
class Lesson:
    """What to do next: a scenario and how; ``is_first``: nothing was ever done."""

    card: Card
    mode: Mode
    is_first: bool

    @property
    def says(self) -> str:
        """What this way of practising is like."""
        return MODE_SAYS[self.mode]

    @property
    def rungs(self) -> Iterator[tuple[str, str]]:
        """The four ways in words, each "done", "now" or "later"."""
        place = WAYS.index(self.mode)
        for number, way in enumerate(WAYS):
            state = "done" if number < place else "now" if number == place else "later"
            yield MODE_WORDS[Mode(way)], state


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
    """The whole page; the world of a run in ``too_old`` is over, so it can only be given up.

    ``lesson`` is None once every test is passed.
    """

    cards: tuple[Card, ...]
    lesson: Lesson | None
    waiting: tuple[RunRecord, ...]
    too_old: tuple[RunRecord, ...]

    @property
    def passed(self) -> int:
        """In how many scenarios the person has passed at least once."""
        return sum(card.passed for card in self.cards)

    def groups(self, text: str) -> tuple[Group, ...]:
        """The cards by topic in which every word of ``text`` occurs, accents or not.

        A scenario about both belongs to the later one.
        """
        words = fold(text).split()
        found = [card for card in self.cards if all(word in _folded(card) for word in words)]
        groups = (
            Group(place, title, tuple(card for card in found if _topic(card) == topic))
            for topic, (place, title) in TOPICS.items()
        )
        return tuple(group for group in groups if group.cards)


def _folded(card: Card) -> str:
    return fold(f"{card.scenario.title} {card.scenario.situation} {card.trains}")


def _topic(card: Card) -> str:
    return "vneid" if "vneid" in card.scenario.setup.topics else "account"


def read(connection: Connection, person: Person) -> Overview:
    """The page for one person: four questions to the database."""
    best = store.best_marks(connection, person.id)
    oldest = runtime().effects.now() - LIFETIME
    runs = store.open_runs(connection, person.id)
    offered = library.offered(connection, person.unit_id)
    cards = tuple(_card(each, best.get(each.id)) for each in offered.values())
    return Overview(
        cards,
        _next_lesson(cards, store.ways_done(connection, person.id)),
        waiting=tuple(run for run in runs if run.started_at > oldest),
        too_old=tuple(run for run in runs if run.started_at <= oldest),
    )


def _next_lesson(cards: tuple[Card, ...], done: dict[str, set[str]]) -> Lesson | None:
    by_id = {card.scenario.id: card for card in cards}
    rung = next_rung(list(by_id), done)
    return Lesson(by_id[rung.lesson], Mode(rung.way), not done) if rung else None


def _card(scenario: Scenario, best: store.Best | None) -> Card:
    passed = bool(best and best.passed)
    return Card(scenario, best.points if best else None, passed, counts(scenario))
