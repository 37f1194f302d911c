"""Where a run stands while it goes on: its present step, what hinders, whether help is needed.

A pure function of the scenario and the log. Every moment here is the world's own time, so a
class that stands still grows no older.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile

from motcua.sandbox import world as worlds
from motcua.sandbox.events import HintShown, StepRefused
from motcua.sandbox.log import Actor, Entry, Fact
from motcua.training.scenario import Scenario
from motcua.training.scorecard import When
from motcua.training.steps import Step, done
from motcua.training.story import Moment, Story, replay
from motcua.training.telling import tell

PATIENCE = timedelta(minutes=3)
_SEEN_AT_THE_DESK = (Actor.CLERK, Actor.CITIZEN)


class Stuck(StrEnum):
    """Why somebody seems to need help; NO when nobody does."""

    NO = ""
    REPEATED = "repeated"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Progress:
    """One run as far as its log has been read.

    ``done``: when each step was first done, by its id. ``last`` is the newest line that came
    from the desk, so that neither the trainer nor the system hides what the clerk did.
    """

    scenario: Scenario
    story: Story
    done: Mapping[str, When]
    last: Entry

    @property
    def seq(self) -> int:
        """The number of the log's last line read."""
        return self.story.end.seq

    @property
    def total(self) -> int:
        """How many steps the procedure has."""
        return len(self.scenario.steps)

    @property
    def place(self) -> int:
        """The present step's place, from 1; one more than there are when all are done."""
        return len(self._behind()) + 1

    @property
    def step(self) -> Step | None:
        """The first step that is not done; None when all are."""
        return next((step for step in self.scenario.steps if step.id not in self.done), None)

    @property
    def since(self) -> When:
        """When the present step became the present one."""
        begin = self.story.moments[0]
        behind = (self.done[step.id] for step in self._behind())
        return max(behind, key=lambda when: when.seq, default=When(begin.seq, begin.at))

    @property
    def moved_at(self) -> datetime:
        """When a step, in order or not, was last done for the first time."""
        return max((when.at for when in self.done.values()), default=self.story.begin)

    @property
    def refused(self) -> list[StepRefused]:
        """What was refused since the present step became the present one."""
        newest = takewhile(lambda each: each.seq > self.since.seq, self._backwards())
        return [each.fact for each in newest if isinstance(each.fact, StepRefused)]

    @property
    def hints(self) -> int:
        """How many hints the clerk has asked for in the whole run."""
        return len(self.story.of(HintShown))

    @property
    def closed(self) -> bool:
        """Whether the visit is over."""
        return bool(self.story.end.desk.closed)

    @property
    def last_words(self) -> str:
        """The newest thing that happened at the desk, in words."""
        return tell(self.last)

    def now(self, real: datetime) -> datetime:
        """The world's own time at that real instant."""
        return max(self.story.end.clock.read(real), self.story.end.last_at)

    def stuck(self, real: datetime, patience: timedelta = PATIENCE) -> Stuck:
        """Whether the clerk seems to need help at that real instant."""
        if self.closed or self.step is None:
            return Stuck.NO
        if _twice(self.refused):
            return Stuck.REPEATED
        return Stuck.SLOW if self.now(real) - self.moved_at >= patience else Stuck.NO

    def _behind(self) -> list[Step]:
        return list(takewhile(lambda step: step.id in self.done, self.scenario.steps))

    def _backwards(self) -> Sequence[Moment[Fact]]:
        return self.story.moments[::-1]


def follow(scenario: Scenario, log: Sequence[Entry]) -> Progress:
    """Where a run stands.

    Raises:
        ValueError: the log is empty or does not begin with its start.
    """
    return _look(scenario, replay(log), {}, log[0], log)


def read_on(progress: Progress, entries: Sequence[Entry]) -> Progress:
    """The same after further lines; equal to following the longer log from its beginning."""
    moments, world = list(progress.story.moments), progress.story.end
    for entry in entries:
        after = worlds.apply(world, entry)
        moments.append(Moment(entry.seq, entry.at, entry.fact, world, after))
        world = after
    story = Story(tuple(moments), progress.story.target_s)
    return _look(progress.scenario, story, progress.done, progress.last, entries)


def _look(
    scenario: Scenario,
    story: Story,
    known: Mapping[str, When],
    last: Entry,
    newer: Sequence[Entry],
) -> Progress:
    """Only steps not known to be done are looked for: what was done stays done."""
    wanted = [step.id for step in scenario.steps if step.id not in known]
    found = {name: moment for name in wanted if (moment := done(name, story))}
    newly = {name: When(moment.seq, moment.at) for name, moment in found.items()}
    at_desk = [entry for entry in newer if entry.actor in _SEEN_AT_THE_DESK]
    return Progress(scenario, story, {**known, **newly}, at_desk[-1] if at_desk else last)


def _twice(refused: Sequence[StepRefused]) -> bool:
    """Whether the same step was refused for the same reasons more than once."""
    seen = [(each.step, each.reasons) for each in refused]
    return len(set(seen)) < len(seen)
