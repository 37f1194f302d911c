"""Runs of an older version, marked by the newest one: shown beside, kept beside, never instead.

A run's own marks stay those of the version it was practised in.
"""

from dataclasses import dataclass

from sqlalchemy import Connection

from training.scorecard import Scorecard
from training.scoring import score
from web.practice.remarking import store
from web.practice.remarking.store import Remark
from web.practice.runs.runs import RunRecord
from web.practice.scenarios import library
from web.practice.scenarios import store as scenarios
from web.practice.scenarios.store import Authored
from web.shell.access import Person
from web.shell.runtime import runtime
from web.worlds.store import logs

AT_MOST = 200  # runs; marking one takes some milliseconds


@dataclass(frozen=True, slots=True)
class ComparedRun:
    """One run with its own marks and those by the newest version; ``recorded``: stored already."""

    run: RunRecord
    person_name: str
    card: Scorecard
    recorded: bool

    @property
    def changes(self) -> bool:
        """Whether points or result differ."""
        return (self.run.points, self.run.passed) != (self.card.points, self.card.passed)

    @property
    def result_changes(self) -> bool:
        """Whether passed becomes failed, or failed passed."""
        return self.run.passed != self.card.passed


@dataclass(frozen=True, slots=True)
class Comparison:
    """The runs of version ``old`` by the newest version ``new``, newest run first."""

    old: int
    new: int
    runs: tuple[ComparedRun, ...]

    @property
    def changing(self) -> int:
        """How many results change."""
        return sum(each.result_changes for each in self.runs)

    @property
    def open(self) -> tuple[ComparedRun, ...]:
        """Those whose new marks are not recorded yet."""
        return tuple(each for each in self.runs if not each.recorded)


def compare(connection: Connection, scenario: Authored, old: int) -> Comparison | None:
    """Old and new marks side by side; None when that is no older version, or nothing can mark."""
    versions = scenarios.versions(connection, scenario.id)
    newest = library.parsed(scenario.id, versions[0].text) if versions else None
    if newest is None or old not in {each.number for each in versions[1:]}:
        return None
    found = store.finished(connection, scenario.unit_id, scenario.id, old, AT_MOST)
    by_world = logs(connection, [run.world_id for run, _ in found])
    known = store.of_runs(connection, [run.id for run, _ in found])
    recorded = {each.run_id for each in known if each.version == newest.version}
    compared = (
        ComparedRun(run, name, score(newest, by_world[run.world_id]), run.id in recorded)
        for run, name in found
    )
    return Comparison(old, newest.version, tuple(compared))


def record(connection: Connection, comparison: Comparison, person: Person) -> None:
    """Record the new marks beside the runs' own; those recorded already stay as they are."""
    now = runtime().effects.now()
    store.add(
        connection,
        [
            Remark(
                run_id=each.run.id,
                version=comparison.new,
                points=each.card.points,
                passed=each.card.passed,
                findings=len(each.card.findings),
                marked_by=person.id,
                marked_at=now,
            )
            for each in comparison.open
        ],
    )
