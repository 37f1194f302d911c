"""Start a run, finish it, give it up. Marks come from the log and may be worked out again."""

from dataclasses import replace

from sqlalchemy import Connection

from sandbox.classroom import EndWithClass
from sandbox.desk import CloseVisit
from sandbox.log import Actor
from training.era_fit import why_not_now
from training.scenario import Scenario
from training.scoring import score
from web.practice.runs import store
from web.practice.runs.runs import COACHED, Mode, RunRecord, State
from web.practice.scenarios import library
from web.shell.access import Person
from web.shell.runtime import runtime
from web.worlds import service as worlds
from web.worlds.store import lock

_SEED_DIGITS = 9
ANOTHER = "Anh/chị chọn tình huống khác và báo giảng viên sửa thời kỳ của tình huống này."


def start(
    connection: Connection,
    person: Person,
    scenario_id: str,
    mode: Mode | str,
    seed: int | None = None,
) -> RunRecord | str:
    """A new run of what the person's own unit offers, or why there is none.

    Raises:
        KeyError: the person's unit is offered no scenario of that id.
        ValueError: no such mode.
    """
    scenario = library.offered(connection, person.unit_id)[scenario_id]
    return begin(connection, person, scenario, mode, seed)


def begin(
    connection: Connection,
    person: Person,
    scenario: Scenario,
    mode: Mode | str,
    seed: int | None = None,
    class_id: str | None = None,
) -> RunRecord | str:
    """A new run in a new world, whoever wrote the scenario; the seed is drawn when none is given.

    A sentence where the scenario's time had no such procedure. ``class_id``: the class it is
    begun in.

    Raises:
        ValueError: no such mode.
    """
    out_of_time = why_not_now(scenario)
    if out_of_time:
        return f"{out_of_time} {ANOTHER}"
    world = worlds.create(
        connection,
        _first_state(scenario, Mode(mode), _random_seed() if seed is None else seed),
        unit_id=person.unit_id,
        owner_id=person.id,
    )
    run = RunRecord(
        id=runtime().effects.new_id(),
        world_id=world.id,
        person_id=person.id,
        unit_id=person.unit_id,
        scenario=scenario.id,
        scenario_version=scenario.version,
        scenario_title=scenario.title,
        mode=Mode(mode),
        started_at=runtime().effects.now(),
        class_id=class_id,
        slip=person.slip.digest if person.slip else None,
    )
    store.add(connection, run)
    return run


def _random_seed() -> int:
    return int(runtime().effects.digits(_SEED_DIGITS))


def _first_state(scenario: Scenario, mode: Mode, seed: int) -> worlds.Seed:
    setup = replace(scenario.setup, coached=mode in COACHED)
    return worlds.Seed(seed, scenario.era, scenario.id, setup, scenario.faults)


def finish(connection: Connection, run: RunRecord) -> None:
    """End a run whose visit is closed, and keep its marks; a second time changes nothing."""
    run = _locked(connection, run)
    if run.is_open:
        store.save(connection, marked(connection, _with_ending(connection, run, State.FINISHED)))


def give_up(connection: Connection, run: RunRecord) -> None:
    """End a run without marks; its world takes no further step."""
    run = _locked(connection, run)
    if run.is_open:
        worlds.act(connection, run.world_id, CloseVisit(), Actor.CLERK)
        store.save(connection, _with_ending(connection, run, State.GIVEN_UP))


def end_with_class(connection: Connection, run: RunRecord) -> None:
    """End a run where it stands, without marks: the class it belongs to is over."""
    run = _locked(connection, run)
    if run.is_open:
        worlds.act(connection, run.world_id, EndWithClass(), Actor.TRAINER)
        store.save(connection, _with_ending(connection, run, State.CLASS_OVER))


def _locked(connection: Connection, run: RunRecord) -> RunRecord:
    """The run as it stands once nobody else can step into its world."""
    lock(connection, run.world_id)
    return store.find(connection, run.id) or run


def mark_again(connection: Connection, run: RunRecord) -> None:
    """Keep the marks the present rubric gives to a finished run."""
    if run.state is State.FINISHED:
        store.save(connection, marked(connection, run))


def marked(connection: Connection, run: RunRecord) -> RunRecord:
    """The run with the marks its log earns today; as it was if its scenario is gone."""
    scenario = library.of_run(connection, run)
    if scenario is None:
        return run
    card = score(scenario, worlds.log(connection, run.world_id))
    return replace(run, points=card.points, passed=card.passed, findings=len(card.findings))


def _with_ending(connection: Connection, run: RunRecord, state: State) -> RunRecord:
    return replace(
        run,
        state=state,
        ended_at=runtime().effects.now(),
        outcome=worlds.read(connection, run.world_id).desk.closed,
        last_link=worlds.last_link(connection, run.world_id),
    )
