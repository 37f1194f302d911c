"""The home page's card that reminds of what runs out; nothing while nothing does."""

from sqlalchemy import Connection

from training.competencies import COMPETENCIES
from training.mastery import CompetencyProgress
from training.mastery.words import summary
from web.office.home.step import Step
from web.practice.competence.measuring import today, unit_criteria
from web.practice.competence.person_page import competency_progress
from web.practice.competence.store import attempts_of
from web.shell.access import Person


def my_due(person: Person, connection: Connection) -> tuple[Step, ...]:
    """The competencies that have to be proved again, or soon."""
    attempts = attempts_of(connection, person.id)
    criteria = unit_criteria(connection, person.unit_id, attempts)
    progress = competency_progress(person.role, attempts, criteria, today())
    due = [each for each in progress if each.due or each.due_soon]
    return (_step(due),) if due else ()


def _step(due: list[CompetencyProgress]) -> Step:
    text = "; ".join(f"{COMPETENCIES[each.competency]}: {summary(each).lower()}" for each in due)
    return Step("Năng lực cần luyện lại", f"{text}.", "Xem việc cần làm", "/nang-luc")
