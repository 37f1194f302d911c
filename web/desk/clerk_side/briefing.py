"""What the clerk is told before and during a visit."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import g

from sandbox.log import Entry
from training.era_fit import in_era
from training.hints import hint_for
from training.scenario import Scenario
from training.steps import Step
from web.desk.clerk_side.visits import Visit
from web.practice.runs import store
from web.practice.runs.runs import MODE_WORDS, Mode, RunRecord
from web.practice.scenarios import library
from web.shell.database import db

_TITLE = "Một công dân tới quầy"
_SITUATION = "Một công dân tới bộ phận một cửa và nhờ anh/chị giúp. Anh/chị chào và hỏi nhu cầu."


@dataclass(frozen=True, slots=True)
class Briefing:
    """The run and scenario a visit belongs to; a tester's world may have neither."""

    run: RunRecord | None
    scenario: Scenario | None

    @property
    def title(self) -> str:
        """What is practised."""
        return self.scenario.title if self.scenario else _TITLE

    @property
    def situation(self) -> str:
        """What the clerk is told."""
        return self.scenario.situation if self.scenario else _SITUATION

    @property
    def mode_words(self) -> str:
        """How it is practised, "" outside every run."""
        return MODE_WORDS[self.run.mode] if self.run else ""

    @property
    def hints(self) -> bool:
        """Whether the clerk may ask what comes next."""
        return bool(self.scenario and self.run and self.run.hints_allowed)

    @property
    def may_skip_waiting(self) -> bool:
        """Whether the clerk may move the clock on to an awaited result; never in a test."""
        return self.run is None or self.run.mode is not Mode.TEST

    @property
    def hint_words(self) -> dict[str, str]:
        """The scenario's hints by step."""
        steps = self.scenario.steps if self.scenario else ()
        return {step.id: step.hint for step in steps}

    def next_step(self, log: Sequence[Entry]) -> Step | None:
        """What comes next, for a clerk who asks."""
        return hint_for(self.scenario, log) if self.scenario else None


def briefing_of(visit: Visit) -> Briefing:
    """What this visit is about; several parts of a page ask, the database is asked once."""
    known: dict[str, Briefing] = g.setdefault("briefings", {})
    if visit.id not in known:
        run = store.find_by_world(db.connection, visit.id)
        version = run.scenario_version if run else 1
        scenario = library.exact(db.connection, visit.world.scenario, version)
        known[visit.id] = Briefing(run, scenario and in_era(scenario, visit.world.era.name))
    return known[visit.id]
