"""Two trainers at the same scenario at the same moment."""

from functools import partial

from tests.app.office import FIRST, Office
from tests.app.races import at_once
from web.practice.scenarios import service, store
from web.practice.scenarios.store import Authored
from web.shell.access import Person

LEADERS = ("giangvien", "truongbophan")


def test_copies_made_at_once_are_two_scenarios(office: Office) -> None:
    scenarios: list[Authored] = []

    def copy(person: Person) -> None:
        with office.writing() as db:
            copied = service.copy(db, person, FIRST)
            assert copied
            scenarios.append(copied)

    people = [office.person(each) for each in (*LEADERS, *LEADERS)]
    at_once(*(partial(copy, each) for each in people))
    assert len({each.id for each in scenarios}) == 4


def test_published_at_once_it_is_one_version(office: Office) -> None:
    people = [office.person(each) for each in LEADERS]
    with office.writing() as db:
        scenario = service.copy(db, people[0], FIRST)
    assert scenario
    results: list[object] = []

    def publish(person: Person) -> None:
        with office.writing() as db:
            results.append(service.publish(db, person, scenario, "Bản đầu", "1"))

    at_once(*(partial(publish, each) for each in people))
    assert len([each for each in results if isinstance(each, str)]) == 1
    with office.writing() as db:
        assert [each.number for each in store.versions(db, scenario.id)] == [1]
