"""A learner's run on its way out of the office: as a file, or as a test that repeats it."""

from sqlalchemy import Connection

from web.practice.runs import store
from web.testers import pytest_file, run_file
from web.worlds import service


def export_run(connection: Connection, run_id: str, *, as_pytest: bool) -> str | None:
    """The run's log as JSON for ``POST /runs`` or as a pytest file; None when there is none.

    A log holds nobody's name but personas', and not even who practised.
    """
    run = store.find(connection, run_id)
    if run is None:
        return None
    log = service.log(connection, run.world_id)
    return pytest_file.render(log) if as_pytest else run_file.export(log).model_dump_json()
