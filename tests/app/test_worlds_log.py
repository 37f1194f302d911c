"""A world's log in the database: kept whole, believed before any cache, guarded by triggers."""

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from sandbox.desk import CloseVisit, Say
from sandbox.log import Actor
from sandbox.world import fold_log
from tests.app.office import Office
from training.scenario import catalogue
from web.verify import broken_logs
from web.worlds import service as worlds
from web.worlds.cache import WorldCache


class UndoneError(Exception):
    """Stands for whatever makes a request fail after it has written."""


def _forget(monkeypatch: pytest.MonkeyPatch, room: int = 2000) -> None:
    monkeypatch.setattr(worlds, "_CACHE", WorldCache(room))


@pytest.mark.parametrize("scenario", sorted(catalogue()))
def test_the_fold_is_the_same_from_the_cache_and_from_the_database(
    office: Office, scenario: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = office.served("canbo1", scenario)
    warm = office.world(run)
    _forget(monkeypatch)
    assert office.world(run) == warm == fold_log(office.log(run))


def test_the_world_given_back_by_a_step_is_the_one_read_afterwards(office: Office) -> None:
    run = office.start("canbo1")
    assert office.act(run, Say("greet")).world == office.world(run)


def test_a_cache_without_room_loses_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    _forget(monkeypatch, room=1)
    one, other = office.start("canbo1"), office.start("canbo2", seed=8)
    for run in (one, other, one):
        office.act(run, Say("greet"))
    assert office.world(one).desk.phrases_said == ("greet", "greet")
    assert office.world(other).desk.phrases_said == ("greet",)


def test_a_step_undone_with_its_transaction_never_happened(office: Office) -> None:
    run = office.start("canbo1")
    before = office.log(run)
    _say_and_fail(office, run.world_id, "greet")
    assert office.log(run) == before
    assert office.world(run).desk.phrases_said == ()


def test_another_step_in_the_undone_ones_place_is_believed(office: Office) -> None:
    run = office.start("canbo1")
    _say_and_fail(office, run.world_id, "greet")
    office.act(run, Say("ask_phone"))
    assert office.world(run).desk.phrases_said == ("ask_phone",)
    with office.writing() as db:
        assert broken_logs(db) == []


def _say_and_fail(office: Office, world_id: str, phrase: str) -> None:
    def say() -> None:
        with office.writing() as db:
            worlds.act(db, world_id, Say(phrase), Actor.CLERK)
            assert worlds.read(db, world_id).desk.phrases_said == (phrase,)  # the cache has seen it
            raise UndoneError

    with pytest.raises(UndoneError):
        say()


def test_a_refused_step_is_written_down_too(office: Office) -> None:
    run = office.start("canbo1")
    office.act(run, CloseVisit())
    result = office.act(run, Say("greet"))
    assert result.decision.refusal
    assert office.log(run)[-1].fact == result.decision.facts[-1]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE world_event SET payload = '{}' WHERE seq = 1",
        "UPDATE world_event SET at = at",
        "DELETE FROM world_event WHERE seq = 2",
        "DELETE FROM world_event",
        "DELETE FROM world",
    ],
)
def test_the_database_itself_refuses_to_rewrite_a_runs_log(office: Office, statement: str) -> None:
    run = office.served("canbo1")
    before = office.log(run)
    with pytest.raises(DBAPIError), office.writing() as db:
        db.execute(text(statement))
    assert office.log(run) == before


def test_a_world_without_a_run_may_be_removed(office: Office) -> None:
    scenario = catalogue()["tk-01-thuan-loi"]
    seed = worlds.Seed(1, scenario.era, scenario.id, scenario.setup)
    with office.writing() as db:
        world = worlds.create(db, seed, unit_id=None, owner_id=None)
        _remove(db, world.id)
        assert worlds.log(db, world.id) == []


def _remove(db: Connection, world_id: str) -> None:
    db.execute(text("DELETE FROM world_event WHERE world_id = :id"), {"id": world_id})
    db.execute(text("DELETE FROM world WHERE id = :id"), {"id": world_id})
