"""Where a run stands while it goes on: its present step, what hinders, whether help is needed.

A pure function of the scenario and the log. Every moment here is the world's own time, so a
class that stands still grows no older.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile

from sandbox import world as worlds
from sandbox.events import HintShown, StepRefused
from sandbox.log import Actor, Entry
from training.era_fit import in_era
from training.grave import grave_mistakes
from training.narration import narrate
from training.scenario import Scenario
from training.scorecard import When
from training.steps import Step, done
from training.story import Moment, Story, replay

PATIENCE = timedelta(minutes=3)
_MINUTE = timedelta(minutes=1)
_AT_THE_DESK = (Actor.CLERK, Actor.CITIZEN)


class Stuck(StrEnum):
    """Why somebody seems to need help; NO when nobody does."""

    NO = ""
    GRAVE = "grave"
    REPEATED = "repeated"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Progress:
    """One run as far as its log has been read; worked out once, since boards ask again and again.

    ``done``: when each step was first done, by its id. ``place`` is the present step's, from 1,
    one more than there are when all are done; ``since`` when it became the present one and
    ``refused`` what was refused since then. ``moved_at``: when a step, in order or not, was last
    done for the first time. ``hints``: how often the clerk has asked in the whole run. ``last``
    is the newest line from the desk, so that the trainer never hides what the clerk did. ``grave``:
    the titles of the grave mistakes made so far, as the marking would find them now.
    """

    scenario: Scenario
    story: Story
    done: Mapping[str, When]
    place: int
    since: When
    refused: tuple[StepRefused, ...]
    repeated: bool
    moved_at: datetime
    hints: int
    last: Entry
    last_words: str
    grave: tuple[str, ...]

    @property
    def seq(self) -> int:
        """The number of the log's last line read."""
        return self.story.end.seq

    @property
    def total(self) -> int:
        """How many steps the procedure has."""
        return len(self.scenario.steps)

    @property
    def step(self) -> Step | None:
        """The first step that is not done; None when all are."""
        return self.scenario.steps[self.place - 1] if self.place <= self.total else None

    @property
    def closed(self) -> bool:
        """Whether the visit is over."""
        return bool(self.story.end.desk.closed)

    def now(self, real: datetime) -> datetime:
        """The world's own time at that real instant."""
        return max(self.story.end.clock.read(real), self.story.end.last_at)

    def steady_until(self, real: datetime) -> datetime | None:
        """When the next whole minute will be full, on the step or since the last one was done.

        Until then, if nothing happens, all that is told in minutes holds; ``PATIENCE`` is whole
        minutes. Real time; None while the clock stands still.
        """
        if self.story.end.clock.frozen_at is not None:
            return None
        now, counted = self.now(real), (self.since.at, self.moved_at)
        return real + min(_MINUTE - (now - then) % _MINUTE for then in counted)

    def stuck(self, now: datetime, patience: timedelta = PATIENCE) -> Stuck:
        """Whether the clerk seems to need help at that moment of the world's own time."""
        if self.closed:
            return Stuck.NO
        if self.grave:
            return Stuck.GRAVE
        if self.step is None:
            return Stuck.NO
        if self.repeated:
            return Stuck.REPEATED
        return Stuck.SLOW if now - self.moved_at >= patience else Stuck.NO


def follow(scenario: Scenario, log: Sequence[Entry]) -> Progress:
    """Where a run stands.

    Raises:
        ValueError: the log is empty or does not begin with its start.
    """
    story = replay(log)
    played = in_era(scenario, story.end.era.name)
    return _progress(played, story, {}, _from_desk(log) or log[0])


def read_on(progress: Progress, entries: Sequence[Entry]) -> Progress:
    """The same after further lines; equal to following the longer log from its beginning."""
    moments, world = list(progress.story.moments), progress.story.end
    for entry in entries:
        after = worlds.apply(world, entry)
        moments.append(Moment(entry.seq, entry.at, entry.fact, world, after))
        world = after
    story = Story(tuple(moments), progress.story.task)
    last = _from_desk(entries) or progress.last
    return _progress(progress.scenario, story, progress.done, last)


def _from_desk(entries: Sequence[Entry]) -> Entry | None:
    return next((entry for entry in reversed(entries) if entry.actor in _AT_THE_DESK), None)


def _progress(scenario: Scenario, story: Story, known: Mapping[str, When], last: Entry) -> Progress:
    """Only steps not known to be done are looked for: what was done stays done."""
    found = _done(scenario, story, known)
    behind = list(takewhile(lambda step: step.id in found, scenario.steps))
    begin = When(story.moments[0].seq, story.begin)
    reached = (found[step.id] for step in behind)
    since = max(reached, key=lambda when: when.seq, default=begin)
    refused = _refused_since(story, since.seq)
    return Progress(
        scenario=scenario,
        story=story,
        done=found,
        place=len(behind) + 1,
        since=since,
        refused=refused,
        repeated=_has_repeats(refused),
        moved_at=max((when.at for when in found.values()), default=story.begin),
        hints=len(story.of(HintShown)),
        last=last,
        last_words=narrate(last),
        grave=grave_mistakes(scenario, story),
    )


def _done(scenario: Scenario, story: Story, known: Mapping[str, When]) -> dict[str, When]:
    wanted = [step.id for step in scenario.steps if step.id not in known]
    newly = {name: moment for name in wanted if (moment := done(name, story))}
    return {**known, **{name: When(each.seq, each.at) for name, each in newly.items()}}


def _refused_since(story: Story, seq: int) -> tuple[StepRefused, ...]:
    newer = takewhile(lambda each: each.seq > seq, reversed(story.moments))
    return tuple(each.fact for each in newer if isinstance(each.fact, StepRefused))


def _has_repeats(refused: Sequence[StepRefused]) -> bool:
    """Whether the same step was refused for the same reasons more than once."""
    seen = [(each.step, each.reasons) for each in refused]
    return len(set(seen)) < len(seen)
