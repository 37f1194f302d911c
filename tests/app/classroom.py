"""A class in the demo office, planned, opened and watched straight in the database."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office
from web.classes.lessons import board, members_store, service, store, taking_part
from web.classes.lessons.board import Board
from web.classes.lessons.board_row import Row
from web.classes.lessons.classes import ClassState, Plan, TrainingClass
from web.practice.runs.runs import Mode, RunRecord

EXISTS = "tk-02-da-co-tai-khoan"
TRAINER = "giangvien"


@dataclass
class Classroom:
    """One class of the demo office; every question reads it anew."""

    office: Office
    id: str

    @classmethod
    def planned(
        cls,
        office: Office,
        *people: str,
        mode: Mode = Mode.PRACTICE,
        scenarios: Sequence[str] = (FIRST, EXISTS),
        trainer: str = TRAINER,
    ) -> "Classroom":
        """A class of today, two hours long, not yet open."""
        leader, now = office.person(trainer), office.effects.now()
        plan = Plan(
            title="Tạo tài khoản công dân",
            unit_id=leader.unit_id,
            trainer_id=leader.id,
            scenarios=tuple(scenarios),
            mode=mode,
            starts_at=now,
            ends_at=now + timedelta(hours=2),
            venue="Phòng họp tầng 2",
        )
        expected = {office.person(each).id for each in people}
        with office.writing() as db:
            training_class = service.create(db, plan, expected, leader)
        return cls(office, training_class.id)

    @classmethod
    def opened(cls, office: Office, *people: str, **plan: object) -> "Classroom":
        """The same, open."""
        room = cls.planned(office, *people, **plan)  # type: ignore[arg-type]  # handed on as given
        room.move("open_class")
        return room

    @property
    def training_class(self) -> TrainingClass:
        with self.office.writing() as db:
            found = store.find(db, self.id)
        assert found
        return found

    @property
    def state(self) -> ClassState:
        return self.training_class.state

    def move(self, what: str) -> str:
        """open_class, pause, resume, close."""
        with self.office.writing() as db:
            refusal: str = getattr(service, what)(db, self.read_class(db))
        return refusal

    def read_class(self, db: object) -> TrainingClass:
        found = store.find(db, self.id)  # type: ignore[arg-type]  # the office's own connection
        assert found
        return found

    def begin(self, username: str, scenario: str = FIRST) -> RunRecord:
        """Somebody sits down at a task of the class."""
        person = self.office.person(username)
        with self.office.writing() as db:
            run = taking_part.begin(db, self.read_class(db), person, scenario)
        assert isinstance(run, RunRecord), run
        return run

    def board(self) -> Board:
        with self.office.writing() as db:
            return board.read(db, self.read_class(db), self.office.effects.now())

    def row(self, username: str) -> Row:
        person = self.office.person(username).id
        return next(row for row in self.board().rows if row.person_id == person)

    def members(self) -> list[str]:
        """The names of those who take part."""
        with self.office.writing() as db:
            found = members_store.members(db, self.id)
        return [each.full_name for each in found if each.takes_part]

    def renamed(self, title: str) -> None:
        """Another trainer changes the title meanwhile."""
        other = self.office.person("truongbophan")
        with self.office.writing() as db:
            training_class = self.read_class(db)
            service.change(
                db, training_class, replace(training_class.plan, title=title), set(), other
            )


def join(client: Browser, username: str, code: str) -> tuple[int, str]:
    """Sign in and type the code: the status, and where it leads or what the page says."""
    sign_in(client, username)
    client.get("/buoi-tap/vao")
    answer = client.send("/buoi-tap/vao", {"ma": code})
    return answer.status_code, answer.location or words(answer)
