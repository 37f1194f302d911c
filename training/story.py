"""A run's log, replayed once: every entry with the world before and after it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import inf
from typing import Generic, TypeVar, cast

from sandbox import world as worlds
from sandbox.ending import ACHIEVED, fulfils, outcome
from sandbox.events import ClockMoved, Said, StepRefused, VisitClosed
from sandbox.log import Entry, Fact
from sandbox.rules import Rule
from sandbox.state import World

F = TypeVar("F", bound=Fact)
F_co = TypeVar("F_co", bound=Fact, covariant=True)


@dataclass(frozen=True, slots=True)
class Moment(Generic[F_co]):
    """One entry of the log; before the first entry there was no world, so both are the same."""

    seq: int
    at: datetime
    fact: F_co
    before: World
    after: World


@dataclass(frozen=True, slots=True)
class Task:
    """What a scenario asks for: at most ``target_s`` seconds, those steps, that outcome or more."""

    target_s: float = inf
    steps: frozenset[str] = frozenset()
    outcome: str = ""


ANYTHING = Task()


@dataclass(frozen=True, slots=True)
class Story:
    """The whole run up to now; its first moment is the start of the world.

    ``task``: what the scenario asks for, where somebody asks what was made of it.
    """

    moments: tuple[Moment[Fact], ...]
    task: Task = ANYTHING
    _by_kind: dict[type[Fact], list[Moment[Fact]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Sort the moments by kind once: marking asks for them dozens of times."""
        for moment in self.moments:
            for kind in type(moment.fact).__mro__[:-2]:  # all but Fact and object
                self._by_kind.setdefault(kind, []).append(moment)

    @property
    def begin(self) -> datetime:
        """World time of the start."""
        return self.moments[0].at

    @property
    def end(self) -> World:
        """The world as the log leaves it."""
        return self.moments[-1].after

    @property
    def closing(self) -> Moment[VisitClosed] | None:
        """When the clerk ended the visit, if that has happened."""
        return next(iter(self.of(VisitClosed)), None)

    @property
    def outcome(self) -> str:
        """How the visit ended, as all that has happened shows it; "" while it goes on."""
        closed = self.closing
        told = closed.fact.outcome if closed else ""
        return outcome(closed.before) if closed and told in ACHIEVED else told

    @property
    def reached(self) -> bool:
        """Whether the visit has ended as the scenario asks, or beyond."""
        closed = self.closing
        own = closed is not None and closed.fact.outcome in ACHIEVED
        return own and closed is not None and fulfils(self.task.outcome, closed.before)

    @property
    def duration_s(self) -> float:
        """Seconds from the start to the end of the visit, or to the last entry.

        Time a waiting clerk jumped over is not their own and does not count.
        """
        last = self.closing or self.moments[-1]
        jumped = sum(each.fact.seconds for each in self.of(ClockMoved) if each.seq < last.seq)
        return (last.at - self.begin).total_seconds() - jumped

    def of(self, kind: type[F]) -> list[Moment[F]]:
        """The moments of one kind of fact, in order."""
        return cast("list[Moment[F]]", self._by_kind.get(kind, [])[:])

    def said(self, phrase: str) -> list[Moment[Said]]:
        """When the clerk said that phrase."""
        return [moment for moment in self.of(Said) if moment.fact.phrase == phrase]

    def refused(self, rules: Iterable[Rule]) -> list[Moment[StepRefused]]:
        """When a step was refused for one of those rules."""
        wanted = frozenset(rules)
        return [
            moment
            for moment in self.of(StepRefused)
            if any(reason.rule in wanted for reason in moment.fact.reasons)
        ]


def replay(log: Sequence[Entry], task: Task = ANYTHING) -> Story:
    """The story of a log.

    Raises:
        ValueError: the log is empty or does not begin with its start.
    """
    world = worlds.fold_log(log[:1])
    first = log[0]
    moments = [Moment(first.seq, first.at, first.fact, world, world)]
    for entry in log[1:]:
        after = worlds.apply(world, entry)
        moments.append(Moment(entry.seq, entry.at, entry.fact, world, after))
        world = after
    return Story(tuple(moments), task)
