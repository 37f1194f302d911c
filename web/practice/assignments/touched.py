"""The practice that hangs on a person, for whoever would keep them out or move them."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import Connection

from training.assignments import task_progress
from web.people.administration.touching import Kind, Touch
from web.practice.assignments import store
from web.practice.runs import store as runs
from web.shell.formatting import moment


def touched(connection: Connection, people: Collection[int], _: datetime) -> Iterator[Touch]:
    """Assignments with something still to do, and runs that are not ended."""
    tried = store.attempts(connection, people)
    for person_id, each in store.of_people(connection, people):
        if task_progress(each.task, tried.get(person_id, [])).next_part is not None:
            name = f"“{each.title}”, hạn {moment(each.task.deadline)}"
            yield Touch(person_id, Kind.ASSIGNMENT, name)
    for run in runs.open_runs_of(connection, people):
        yield Touch(run.person_id, Kind.RUN, f"“{run.title}”, bắt đầu {moment(run.started_at)}")
