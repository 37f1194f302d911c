"""Many runs read and marked by today's rubric, each by its version, for a unit or a class."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from training.class_debrief import ClassDebrief, debrief_class
from training.scoring import score
from web.practice.debrief import store
from web.practice.debrief.chart import Chart, chart_of
from web.practice.runs.runs import RunRecord
from web.practice.scenarios import library
from web.worlds.store import logs

AT_MOST = 200  # runs; marking one takes some milliseconds


@dataclass(frozen=True, slots=True)
class ClassView:
    """What the template fragment ``debrief/_class.html`` shows; ``left_out`` older runs are not
    looked at.
    """

    debrief: ClassDebrief
    chart: Chart
    left_out: int = 0


def of_runs(connection: Connection, run_ids: Sequence[str]) -> ClassView:
    """The class debrief of any runs; those that are not finished are left aside."""
    return of_records(connection, store.finished(connection, run_ids))


def of_records(connection: Connection, runs: Sequence[RunRecord]) -> ClassView:
    """The same from the records, oldest first."""
    used = library.used_by(connection, runs)
    versions = ((run, used.get((run.scenario, run.scenario_version))) for run in runs)
    known = [(run, scenario) for run, scenario in versions if scenario]
    looked_at = known[-AT_MOST:]
    by_world = logs(connection, [run.world_id for run, _ in looked_at])
    cards = [score(scenario, by_world[run.world_id]) for run, scenario in looked_at]
    debrief = debrief_class(cards)
    return ClassView(debrief, chart_of(debrief), len(known) - len(looked_at))
