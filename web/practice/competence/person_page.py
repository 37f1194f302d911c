"""One person: where they stand with each competency, what to do next, what is worth practising."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from training.competencies import Competency
from training.mastery import Attempt, CompetencyProgress, Criteria, progress_of
from training.mastery.attempts import best
from training.mastery.suggestions import Suggestion, suggestions
from training.mastery.words import next_step, rule_in_words
from web.practice.competence import certificate_store, store
from web.practice.competence.certificate_store import Certificate
from web.practice.competence.measuring import today, unit_criteria
from web.practice.competence.people import Colleague
from web.practice.competence.spacing import review_day
from web.shell.access import Role


@dataclass(frozen=True, slots=True)
class Skill:
    """One competency of the page; ``certificate`` is the paper that says so today, if issued."""

    competency: Competency
    progress: CompetencyProgress
    next_step: str
    certificate: Certificate | None


@dataclass(frozen=True, slots=True)
class Best:
    """The best attempt at one scenario; ``proves``: passing it counts for a competency."""

    title: str
    attempt: Attempt
    proves: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the page shows.

    ``best`` holds the best attempt at each scenario tried; ``rule`` says when a competency counts.
    """

    colleague: Colleague
    skills: tuple[Skill, ...]
    suggestions: tuple[Suggestion, ...]
    best: tuple[Best, ...]
    today: date
    rule: str

    @property
    def mastered(self) -> int:
        """How many competencies count today."""
        return sum(skill.progress.mastered for skill in self.skills)

    @property
    def now(self) -> Suggestion | None:
        """What is worth practising today."""
        return next((each for each in self.suggestions if each.day == self.today), None)


def competency_progress(
    role: Role, attempts: Sequence[Attempt], criteria: Criteria, day: date
) -> tuple[CompetencyProgress, ...]:
    """Where somebody stands with each competency their role asks for."""
    return tuple(
        progress_of(key, attempts, criteria, day) for key in criteria.file.expected_of(role)
    )


def read(connection: Connection, colleague: Colleague) -> PersonPage:
    """The page of one person: four questions to the database."""
    attempts = store.attempts_of(connection, colleague.id)
    papers = certificate_store.of_person(connection, colleague.id)
    criteria, day = unit_criteria(connection, colleague.unit_id, attempts), today()
    progress = competency_progress(colleague.role, attempts, criteria, day)
    return PersonPage(
        colleague,
        skills=tuple(_skill(each, criteria, day, papers) for each in progress),
        suggestions=_suggestions(attempts, progress, criteria, day),
        best=_best(attempts, criteria),
        today=day,
        rule=rule_in_words(criteria.file.rule, criteria.intervals.valid_days),
    )


def _skill(
    progress: CompetencyProgress, criteria: Criteria, day: date, papers: Sequence[Certificate]
) -> Skill:
    key = progress.competency
    proof = (key, progress.until) if progress.mastered else None
    return Skill(
        criteria.file.competencies[key],
        progress,
        next_step(progress, criteria.file.rule_of(key), day),
        next((each for each in papers if (each.competency, each.valid_until) == proof), None),
    )


def _suggestions(
    attempts: Sequence[Attempt],
    progress: Sequence[CompetencyProgress],
    criteria: Criteria,
    day: date,
) -> tuple[Suggestion, ...]:
    tried: Mapping[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        tried[attempt.scenario].append(attempt)
    latest = {key: mine[-1] for key, mine in tried.items()}
    review_days = {key: review_day(mine) for key, mine in tried.items()}
    return suggestions(latest, review_days, progress, criteria.proofs, day)


def _best(attempts: Sequence[Attempt], criteria: Criteria) -> tuple[Best, ...]:
    found = best(attempts)
    return tuple(
        Best(proof.title, found[key], bool(criteria.part(found[key]).proves))
        for key, proof in criteria.proofs.items()
        if key in found
    )
