"""A class to measure: an open session, people signed in, each at a desk of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, insert, select

from benchmarks.office import BenchOffice, browser_of
from sandbox.desk import Say
from sandbox.log import Actor
from web.classes.lessons import members_store, service, store, taking_part
from web.classes.lessons.classes import Plan, TrainingClass
from web.classes.slips import service as slips
from web.people.accounts import passwords
from web.practice.runs.runs import Mode, RunRecord
from web.shell import session_store
from web.shell.database import transaction
from web.shell.people import Person, Role
from web.shell.seals import seal
from web.shell.session_models import PersonRow
from web.worlds import service as worlds

SCENARIO = "tk-01-thuan-loi"
PASSWORD = "motcua-demo-1"  # noqa: S105  # pretend people of a scratch database


@dataclass(frozen=True, slots=True)
class Trainee:
    """One person with an open session: their cookie, their form token, their desk."""

    username: str
    cookie: str
    token: str
    desk: str


class Classroom:
    """``count`` trainees at their desks, one trainer, ``others`` who have accounts only."""

    def __init__(self, office: BenchOffice, count: int, others: int = 0) -> None:
        self.office = office
        with self._writing() as db:
            unit, trainer = db.execute(
                select(PersonRow.unit_id, PersonRow.id).where(PersonRow.username == "giangvien")
            ).one()
            people = _people(db, office, unit, count + others)
            self.training_class = _open_class(db, office, people[:count], trainer)
            self.trainees = [self._seated(db, person) for person in people[:count]]
            self.others = [self._signed_in(db, person) for person in people[count:]]
            self._leader = Person(trainer, "giangvien", "", Role.TRAINER, unit, "")
            self.trainer = self._signed_in(db, self._leader)

    def everybody_says(self, phrase: str) -> None:
        """Each of the class says it at their desk."""
        with self._writing() as db:
            for trainee in self.trainees:
                worlds.act(db, trainee.desk.rsplit("/", 1)[1], Say(phrase), Actor.CLERK)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self.office.app.test_request_context(), transaction(self.office.runtime.engine) as db:
            yield db

    def slips(self) -> dict[str, str]:
        """Username to a new entry slip's code, for the others, who are expected from now on."""
        with self._writing() as db:
            names = [each.username for each in self.others]
            question = select(PersonRow.id, PersonRow.username).where(PersonRow.username.in_(names))
            people = {row.id: row.username for row in db.execute(question)}
            members_store.add(
                db, self.training_class.id, people.keys(), self.office.runtime.effects.now()
            )
            made = slips.make(db, self.training_class, people.keys(), self._leader)
        return {people[person]: code for person, code in made.items()}

    def _seated(self, db: Connection, person: Person) -> Trainee:
        run = taking_part.begin(db, self.training_class, person, SCENARIO)
        if not isinstance(run, RunRecord):
            raise TypeError(run)
        members_store.note_joined(
            db, self.training_class.id, person.id, self.office.runtime.effects.now()
        )
        return self._signed_in(db, person, run.desk)

    def _signed_in(self, db: Connection, person: Person, desk: str = "") -> Trainee:
        effects = self.office.runtime.effects
        token, now = effects.new_id(), effects.now()
        session_store.add(db, token, person.id, now, now + timedelta(hours=12))
        return Trainee(person.username, *browser_of(self.office.app, token), desk)


def _people(db: Connection, office: BenchOffice, unit: int, count: int) -> list[Person]:
    row = {
        "role": Role.CLERK.value,
        "unit_id": unit,
        "password_hash": passwords.hash_password(PASSWORD),
        "must_change_password": False,
        "active": True,
        "created_at": office.runtime.effects.now(),
    }
    names = [f"hocvien{number}" for number in range(count)]
    rows = [row | {"username": n, "username_key": n, "full_name": f"Mẫu {n}"} for n in names]
    db.execute(insert(PersonRow), rows)
    seal(db, PersonRow)
    question = select(PersonRow.id, PersonRow.username).where(PersonRow.username.like("hocvien%"))
    return [Person(key, name, "", Role.CLERK, unit, "") for key, name in db.execute(question)]


def _open_class(
    db: Connection, office: BenchOffice, people: list[Person], trainer: int
) -> TrainingClass:
    now = office.runtime.effects.now()
    unit = people[0].unit_id
    plan = Plan(
        title="Buổi đo",
        unit_id=unit,
        trainer_id=trainer,
        scenarios=(SCENARIO,),
        mode=Mode.PRACTICE,
        starts_at=now,
        ends_at=now + timedelta(hours=8),
        venue="",
    )
    leader = Person(trainer, "giangvien", "", Role.TRAINER, unit, "")
    made = service.create(db, plan, {person.id for person in people}, leader)
    service.open_class(db, made)
    return store.find(db, made.id) or made
