"""Officers' own ease with VNeID: what the page of scenarios shows, and a unit's figure (S2-01)."""

from dataclasses import dataclass

from sqlalchemy import Connection

from sandbox.people import local_day
from training.proficiency import PARTS, Part, ProficiencyProgress, proficiency_progress
from training.scenario import Scenario, catalogue
from web.practice.runs import proficiency_store as store
from web.practice.runs.proficiency_store import Declaration
from web.shell.runtime import runtime

PAGE = "/luyen-tap?mo=thanh-thao#thanh-thao"


@dataclass(frozen=True, slots=True)
class Proficiency:
    """Where one officer stands; ``declaration`` is None until they have said anything."""

    tests: ProficiencyProgress
    declaration: Declaration | None

    @property
    def declared(self) -> bool:
        """Whether they say that VNeID is active on their own phone."""
        return self.declaration is not None and self.declaration.installed

    @property
    def complete(self) -> bool:
        """Both halves together: the tests, and VNeID on one's own phone."""
        return self.tests.complete and self.declared

    @property
    def parts(self) -> tuple[tuple[Part, tuple[tuple[Scenario, bool], ...]], ...]:
        """Each part with its scenarios and whether they are passed."""
        return tuple(
            (part, tuple((catalogue()[each], each in self.tests.passed) for each in part.scenarios))
            for part in PARTS
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A unit's officers who use VNeID with ease, of all; nobody is named or ranked."""

    at_ease: int
    officers: int


def read(connection: Connection, person_id: int) -> Proficiency:
    """Where that person stands."""
    tests = proficiency_progress(store.passed_tests(connection, person_id))
    return Proficiency(tests, store.declaration(connection, person_id))


def declare(connection: Connection, person_id: int, *, installed: bool) -> None:
    """Keep what that person says today."""
    today = local_day(runtime().effects.now())
    store.declare(connection, person_id, Declaration(installed, today))


def figure(connection: Connection, unit_id: int) -> Figure:
    """How many of the unit's officers there are, and how many of them are at ease."""
    officers = store.officers(connection, unit_id)
    return Figure(len(_at_ease(connection, officers)), len(officers))


def at_ease(connection: Connection, unit_id: int) -> frozenset[int]:
    """The unit's officers who have passed the test set and say that their VNeID is active."""
    return frozenset(_at_ease(connection, store.officers(connection, unit_id)))


def _at_ease(connection: Connection, officers: list[int]) -> list[int]:
    passed = store.passed_by(connection, officers)
    declared = store.with_vneid(connection, officers)
    return [each for each in declared if proficiency_progress(passed.get(each, ())).complete]
