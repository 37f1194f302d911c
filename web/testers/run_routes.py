"""Calls about what happened in a world: events, marks, the way back, the run as a file."""

from flask import Response

from training.debrief import Line, timeline
from web.shell.database import db
from web.testers import expectations, messages, pytest_file, run_file, scores, views, vneid
from web.testers.calls import call
from web.testers.held import Held, held
from web.testers.playing import still_played
from web.testers.room import lease
from web.testers.shapes.messages import MessageFilter
from web.testers.shapes.runs import EventFilter, Replay, ReplayStep, RunFile, Score
from web.testers.shapes.worlds import DEFAULT_TTL, World
from web.worlds import testers

_LARGEST_FILE = 4 * 1024 * 1024
LINES = "application/x-ndjson"
PYTHON = "text/x-python"


@call("GET", "/worlds/<world_id>/events", asks=EventFilter, media=(LINES,))
def list_events(world_id: str, query: EventFilter) -> Response:
    """List what happened, one JSON object a line: seq, at, actor, kind, payload, link.

    Codes and passwords are in it: whoever holds the token plays both sides of the desk.
    """
    events = run_file.events(held(world_id).log())[query.after :]
    lines = "".join(f"{event.model_dump_json()}\n" for event in events)
    return Response(lines, mimetype=LINES)


@call("GET", "/worlds/<world_id>/score", gives=Score)
def read_score(world_id: str) -> Score:
    """Mark the run as far as it has come."""
    here = held(world_id)
    return scores.marks(here.world.scenario, here.log())


@call("GET", "/worlds/<world_id>/replay", gives=Replay)
def read_replay(world_id: str) -> Replay:
    """Tell the run again, and give the link that shows it step by step in a browser."""
    here = held(world_id)
    link = views.replay_link(here.record)
    return Replay(link=link, steps=[_step(link, line) for line in timeline(here.log())])


def _step(link: str, line: Line) -> ReplayStep:
    return ReplayStep(
        seq=line.seq,
        since_s=line.since_s,
        actor=line.actor,
        words=line.text,
        refused=line.refused,
        link=f"{link}/{line.seq}",
    )


@call("GET", "/worlds/<world_id>/export", gives=RunFile)
def export_run(world_id: str) -> RunFile:
    """Give the whole run as one file."""
    return run_file.written(held(world_id).log())


@call("GET", "/worlds/<world_id>/pytest", media=(PYTHON,))
def read_pytest(world_id: str) -> Response:
    """Give the run as a pytest file that repeats it with motcua's testkit."""
    here = held(world_id)
    still_played(here.world.scenario)
    return Response(pytest_file.written(here.log()), mimetype=PYTHON)


@call("POST", "/runs", takes=RunFile, gives=World, status=201, largest=_LARGEST_FILE)
def import_run(body: RunFile) -> World:
    """Make a world of a file that ``export`` gave, here or on another server.

    Its clock goes on from the run's last moment. A file that was changed is refused.
    """
    log, place = run_file.read(body), lease(DEFAULT_TTL)
    try:
        with db.connection.begin_nested():
            return _shown_whole(held(testers.take_in(db.connection, log, place).id))
    except run_file.IMPOSSIBLE as error:
        raise run_file.impossible() from error


def _shown_whole(here: Held) -> World:
    """The world, once everything else about it has been shown to nobody without a mistake."""
    expectations.listed(here)
    messages.listed(here, MessageFilter())
    vneid.shown(here)
    return views.world(here)
