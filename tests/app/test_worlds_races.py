"""Two people press at the same moment: one waits, none is lost, nothing is written twice."""

from collections.abc import Callable

from sqlalchemy import Connection

from sandbox.desk import CloseVisit, Say
from sandbox.events import Said
from sandbox.mock_dvc import OpenForm, SignIn
from sandbox.people import officer_sign_in
from tests.app.office import Office
from tests.app.races import at_once
from web.practice.runs import service
from web.practice.runs.runs import RunRecord, State
from web.verify import broken_logs

ROUNDS = 12


def test_two_threads_on_one_world_lose_no_step(office: Office) -> None:
    run = office.start("canbo1")
    begun = len(office.log(run))

    def speak() -> None:
        for _ in range(ROUNDS):
            office.act(run, Say("greet"))

    at_once(speak, speak)
    log = office.log(run)
    assert [entry.seq for entry in log] == list(range(1, len(log) + 1))
    assert sum(isinstance(entry.fact, Said) for entry in log[begun:]) == 2 * ROUNDS
    with office.writing() as db:
        assert broken_logs(db) == []


def test_two_tabs_open_two_forms_not_one_twice(office: Office) -> None:
    run = office.start("canbo1")
    office.act(run, SignIn(*officer_sign_in(office.world(run).seed)))
    at_once(*[lambda: office.act(run, OpenForm())] * 2)
    assert [form.number for form in office.world(run).portal.forms] == [1, 2]


def test_worlds_do_not_wait_for_each_others_steps_to_be_right(office: Office) -> None:
    runs = [office.start("canbo1", seed=seed) for seed in (1, 2)]

    def speak(place: int) -> None:
        for phrase in ("greet", "ask_phone") * ROUNDS:
            office.act(runs[place], Say(phrase))

    at_once(lambda: speak(0), lambda: speak(1))
    for run in runs:
        assert office.world(run).desk.phrases_said == ("greet", "ask_phone") * ROUNDS


def test_of_finishing_and_giving_up_at_once_only_one_counts(office: Office) -> None:
    run = office.start("canbo1")
    office.act(run, CloseVisit())

    def end(how: Callable[[Connection, RunRecord], None]) -> None:
        with office.writing() as db:
            how(db, run)

    at_once(*[lambda: end(service.finish), lambda: end(service.give_up)] * 2)
    ended = office.again(run)
    assert (ended.points is None) is (ended.state is State.GIVEN_UP)
    with office.writing() as db:
        assert broken_logs(db) == []
