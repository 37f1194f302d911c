"""Another try from before one step of an ended run: a new run that begins as a copy of it."""

from sqlalchemy import Connection

from sandbox.events import WorldForked
from sandbox.log import Actor
from training.retry import lines_before
from web.practice.runs import store
from web.practice.runs.runs import Mode, RunRecord
from web.practice.scenarios import library
from web.shell.access import Person
from web.shell.runtime import runtime
from web.worlds import service as worlds
from web.worlds import store as worlds_store
from web.worlds.continued_log import continued_log

NOT_ENDED = "Anh/chị kết thúc lượt này trước, rồi mới làm lại từ một bước."
CHANGED = (
    "Tình huống này đã được sửa sau lượt ấy nên không làm lại từ giữa chừng được. "
    "Anh/chị luyện lại tình huống từ đầu."
)
OVER = (
    f"Lượt này đã quá {worlds.LIFETIME.days} ngày nên không làm lại từ giữa chừng được. "
    "Anh/chị luyện lại tình huống từ đầu."
)
AT_THE_START = (
    "Trước bước này chưa có việc gì để giữ lại. Anh/chị luyện lại tình huống từ đầu, "
    "hoặc chọn một bước sau."
)


def why_not(connection: Connection, run: RunRecord) -> str:
    """Why this run cannot be tried again from a step; "" when it can."""
    if not run.can_be_discussed:
        return NOT_ENDED
    record = worlds_store.find(connection, run.world_id)
    if record is None or record.expires_at <= runtime().effects.now():
        return OVER
    scenario = library.of_run(connection, run)
    era = worlds.read(connection, run.world_id).era.name
    if scenario is None or (scenario.version, scenario.era) != (run.scenario_version, era):
        return CHANGED
    return ""


def begin(connection: Connection, run: RunRecord, person: Person, seq: int) -> RunRecord | str:
    """A new run from before line ``seq``; a sentence when there can be none.

    A coached run stays coached, any other becomes practice.

    Raises:
        IndexError: the run has no such line.
    """
    reason = why_not(connection, run)
    if reason:
        return reason
    log = worlds.log(connection, run.world_id)
    line_count = lines_before(log, seq)
    if not line_count:
        return AT_THE_START
    copy = continued_log(log[:line_count], WorldForked(run.world_id, line_count), Actor.CLERK)
    world = worlds.create_from_log(connection, copy, unit_id=person.unit_id, owner_id=person.id)
    forked = RunRecord(
        id=runtime().effects.new_id(),
        world_id=world.id,
        person_id=person.id,
        unit_id=person.unit_id,
        scenario=run.scenario,
        scenario_version=run.scenario_version,
        scenario_title=run.scenario_title,
        mode=run.mode if run.coached else Mode.PRACTICE,
        started_at=runtime().effects.now(),
        forked_from=run.id,
        forked_at=line_count,
    )
    store.add(connection, forked)
    return forked
