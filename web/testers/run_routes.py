"""Calls about what happened in a world: events, marks, the way back, the run as a file."""

from flask import Response

from training.debrief import Line, timeline
from web.shell.database import db
from web.testers import expectations, messages, pytest_file, run_file, scores, views, vneid
from web.testers.calls import call
from web.testers.quota import lease
from web.testers.scenarios import scenario_or_409
from web.testers.shapes.messages import MessageFilter
from web.testers.shapes.runs import EventFilter, Replay, ReplayStep, RunFile, Score
from web.testers.shapes.worlds import DEFAULT_TTL, World
from web.testers.world_context import WorldContext, world_context
from web.worlds import tester_worlds

_LARGEST_FILE = 4 * 1024 * 1024
LINES = "application/x-ndjson"
PYTHON = "text/x-python"


@call("GET", "/worlds/<world_id>/events", query=EventFilter, media=(LINES,))
def list_events(world_id: str, query: EventFilter) -> Response:
    """List what happened, one JSON object a line: seq, at, actor, kind, payload, link.

    Codes and passwords are in it: whoever holds the token plays both sides of the desk.
    """
    events = run_file.events(world_context(world_id).log())[query.after :]
    lines = "".join(f"{event.model_dump_json()}\n" for event in events)
    return Response(lines, mimetype=LINES)


@call("GET", "/worlds/<world_id>/score", response=Score)
def read_score(world_id: str) -> Score:
    """Mark the run as far as it has come."""
    context = world_context(world_id)
    return scores.marks(context.world.scenario, context.log())


@call("GET", "/worlds/<world_id>/replay", response=Replay)
def read_replay(world_id: str) -> Replay:
    """Tell the run again, and give the link that shows it step by step in a browser."""
    context = world_context(world_id)
    link = views.replay_link(context.record)
    return Replay(link=link, steps=[_step(link, line) for line in timeline(context.log())])


def _step(link: str, line: Line) -> ReplayStep:
    return ReplayStep(
        seq=line.seq,
        since_s=line.since_s,
        actor=line.actor,
        words=line.text,
        refused=line.refused,
        link=f"{link}/{line.seq}",
    )


@call("GET", "/worlds/<world_id>/export", response=RunFile)
def export_run(world_id: str) -> RunFile:
    """Give the whole run as one file."""
    return run_file.export(world_context(world_id).log())


@call("GET", "/worlds/<world_id>/pytest", media=(PYTHON,))
def read_pytest(world_id: str) -> Response:
    """Give the run as a pytest file that repeats it with motcua's testkit."""
    context = world_context(world_id)
    scenario_or_409(context.world.scenario)
    return Response(pytest_file.render(context.log()), mimetype=PYTHON)


@call("POST", "/runs", body=RunFile, response=World, status=201, max_body=_LARGEST_FILE)
def import_run(body: RunFile) -> World:
    """Make a world of a file that ``export`` gave, here or on another server.

    Its clock goes on from the run's last moment. A file that was changed is refused.
    """
    log, place = run_file.parse(body), lease(DEFAULT_TTL)
    try:
        with db.connection.begin_nested():
            return _checked_world(
                world_context(tester_worlds.import_log(db.connection, log, place).id)
            )
    except run_file.IMPOSSIBLE as error:
        raise run_file.impossible() from error


def _checked_world(context: WorldContext) -> World:
    """The world, once everything else about it has been shown to nobody without a mistake."""
    expectations.find_all(context)
    messages.find(context, MessageFilter())
    vneid.state(context)
    return views.world(context)
