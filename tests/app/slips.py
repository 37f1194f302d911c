"""Entry slips in the demo office: printed by the trainer, typed at the door."""

import re
from dataclasses import dataclass

from werkzeug.test import TestResponse

from tests.app.browsing import Browser, words
from tests.app.classroom import TRAINER, Classroom
from tests.app.office import FIRST, Office
from web.classes.slips import service
from web.practice.runs import store
from web.practice.runs.runs import RunRecord

DOOR = "/vao-lop"
CODE = re.compile(r'class="slip-code">([A-Z0-9-]+)<')


def slips_of(room: Classroom, *people: str) -> dict[str, str]:
    """Username to code, made anew by the trainer."""
    office = room.office
    ids = {office.person(each).id: each for each in people}
    trainer = office.person(TRAINER)
    with office.writing() as db:
        codes = service.make(db, room.read_class(db), set(ids), trainer)
    return {ids[person]: code for person, code in codes.items()}


def slip_of(room: Classroom, username: str) -> str:
    return slips_of(room, username)[username]


def withdraw(room: Classroom, username: str) -> None:
    office = room.office
    person, trainer = office.person(username), office.person(TRAINER)
    with office.writing() as db:
        service.withdraw(db, room.read_class(db), person.id, trainer)


def give(client: Browser, code: str) -> TestResponse:
    """Type the code at the door."""
    client.get(DOOR)
    return client.send(DOOR, {"phieu": code})


def refused(client: Browser, code: str) -> str:
    """What the door says to that code."""
    answer = give(client, code)
    assert answer.status_code == 422, answer.location
    return words(answer)


@dataclass
class Inside:
    """Somebody, mostly canbo1, in a class of theirs, come in by slip."""

    client: Browser
    room: Classroom
    code: str

    @classmethod
    def come(cls, client: Browser, office: Office, **plan: object) -> "Inside":
        return cls.join(client, Classroom.opened(office, "canbo1", **plan))

    @classmethod
    def join(cls, client: Browser, room: Classroom, username: str = "canbo1") -> "Inside":
        code = slip_of(room, username)
        assert give(client, code).location == room.training_class.tasks
        return cls(client, room, code)

    def begin(self, scenario: str = FIRST) -> RunRecord:
        """Sit down at a task."""
        self.client.get(self.room.training_class.tasks)
        desk = self.client.send(self.room.training_class.tasks, {"scenario": scenario}).location
        with self.room.office.writing() as db:
            run = store.find_by_world(db, desk.removeprefix("/ban/"))
        assert run
        return run

    def is_in(self) -> bool:
        """Whether the tasks still open."""
        return self.client.get(self.room.training_class.tasks).status_code == 200
