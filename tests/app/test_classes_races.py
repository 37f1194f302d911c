"""Two people who press at the same moment in a class: nobody meets an error, nothing is lost."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from sandbox.events import ClockFrozen, ClockResumed
from tests.app.classroom import Classroom
from tests.app.office import FIRST, Office
from tests.app.races import at_once
from web.classes.lessons import service, store, taking_part
from web.classes.lessons.classes import ClassState
from web.shell.access import Person


def test_whoever_joins_twice_at_once_is_expected_once(office: Office) -> None:
    room, person = Classroom.opened(office), office.person("canbo1")
    code = room.training_class.code

    def join() -> None:
        with office.writing() as db:
            assert not isinstance(taking_part.join(db, person, code), str)

    at_once(join, join, join)
    assert room.members() == [person.full_name]


def test_somebody_may_join_while_the_trainer_puts_them_on_the_list(office: Office) -> None:
    room, person = Classroom.opened(office), office.person("canbo1")
    other = office.person("truongbophan")
    training_class = room.training_class

    def join() -> None:
        with office.writing() as db:
            assert not isinstance(taking_part.join(db, person, training_class.code), str)

    def list_them() -> None:
        with office.writing() as db:
            locked = store.find(db, training_class.id, lock=True)
            assert locked
            service.change(db, locked, locked.plan, {person.id}, other)

    at_once(join, list_them, join)
    assert room.members() == [person.full_name]


def test_a_task_pressed_twice_at_once_is_one_desk(office: Office) -> None:
    room, person = Classroom.opened(office, "canbo1"), office.person("canbo1")
    desks: list[str] = []

    def begin() -> None:
        with office.writing() as db:
            training_class = store.find(db, room.id, lock=True)
            assert training_class
            run = taking_part.begin(db, training_class, person, FIRST)
            assert not isinstance(run, str)
            desks.append(run.desk)

    at_once(begin, begin, begin)
    assert len(set(desks)) == 1


def test_of_two_trainers_who_pause_at_once_each_clock_is_stopped_once(office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    runs = [room.begin(each) for each in ("canbo1", "canbo2")]

    def press(what: str) -> None:
        with office.writing() as db:
            training_class = store.find(db, room.id, lock=True)
            assert training_class
            assert getattr(service, what)(db, training_class) == ""

    at_once(lambda: press("pause"), lambda: press("pause"))
    assert room.state is ClassState.PAUSED
    for run in runs:
        assert [type(entry.fact) for entry in office.log(run)].count(ClockFrozen) == 1
    at_once(lambda: press("resume"), lambda: press("resume"))
    for run in runs:
        assert [type(entry.fact) for entry in office.log(run)].count(ClockResumed) == 1


def test_two_trainers_who_give_more_time_at_once_both_give_it(office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    before = room.training_class

    leaders = [office.person(each) for each in ("giangvien", "truongbophan")]

    def extend(by: Person) -> None:
        with office.writing() as db:
            training_class = store.find(db, room.id, lock=True)
            assert training_class
            assert service.extend(db, training_class, 15, by) == ""

    at_once(*(partial(extend, each) for each in leaders))
    assert room.training_class.plan == replace(
        before.plan, ends_at=before.plan.ends_at + timedelta(minutes=30)
    )
    assert room.training_class.version == before.version + 2
