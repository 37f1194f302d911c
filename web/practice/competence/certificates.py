"""Issue a certificate, and say whether one still holds.

A certificate can be checked by whoever holds its link, without signing in: the link is
on the paper, and whoever holds the paper reads nothing new. The page tells exactly what
the paper says and whether it holds today; the code is 128 bits that nobody can guess.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from training.certificate import CertificatePaper
from training.competencies import competency_file
from training.mastery import CompetencyProgress, progress_of
from web.practice.competence import certificate_store, store
from web.practice.competence.certificate_store import Certificate
from web.practice.competence.measuring import today, unit_criteria
from web.practice.competence.people import Colleague
from web.shell.formatting import day
from web.shell.runtime import runtime


@dataclass(frozen=True, slots=True)
class Validity:
    """Whether a certificate holds today, in words."""

    valid: bool
    words: str


def issue(connection: Connection, colleague: Colleague, competency: str) -> Certificate | None:
    """The paper for what this person has mastered; None when they have not.

    Asked for again while nothing has changed, it is the same paper.
    """
    if competency not in competency_file().expected_of(colleague.role):
        return None
    certificate_store.lock(connection, colleague.unit_id)
    attempts = store.attempts_of(connection, colleague.id)
    criteria = unit_criteria(connection, colleague.unit_id, attempts)
    until = valid_until(progress_of(competency, attempts, criteria, today()))
    if until is None:
        return None
    for paper in certificate_store.of_person(connection, colleague.id):
        if (paper.competency, paper.valid_until) == (competency, until):
            return paper
    certificate = _new_certificate(connection, colleague, competency, until)
    certificate_store.add(connection, certificate)
    return certificate


def valid_until(progress: CompetencyProgress) -> date | None:
    """The last day a paper issued today would name; None when none can be issued."""
    return progress.until if progress.mastered else None


def _new_certificate(
    connection: Connection, colleague: Colleague, competency: str, until: date
) -> Certificate:
    words = competency_file().competencies[competency]
    return Certificate(
        code=runtime().effects.new_id(),
        unit_id=colleague.unit_id,
        year=today().year,
        number=certificate_store.next_number(connection, colleague.unit_id, today().year),
        person_id=colleague.id,
        competency=competency,
        title=words.title,
        able=words.able,
        full_name=colleague.full_name,
        unit_name=colleague.unit_name,
        issued_at=runtime().effects.now(),
        valid_until=until,
    )


def validity_of(connection: Connection, certificate: Certificate) -> Validity:
    """Whether it holds today: not past its day, and its procedure still the same."""
    if today() > certificate.valid_until:
        return Validity(False, f"Hết giá trị từ sau ngày {day(certificate.valid_until)}")
    attempts = store.attempts_of(connection, certificate.person_id)
    criteria = unit_criteria(connection, certificate.unit_id, attempts)
    known = certificate.competency in criteria.file.competencies
    if known and progress_of(certificate.competency, attempts, criteria, today()).mastered:
        return Validity(True, f"Còn giá trị đến ngày {day(certificate.valid_until)}")
    return Validity(False, "Không còn giá trị vì quy trình đã đổi, cần luyện lại")


def paper_of(certificate: Certificate) -> CertificatePaper:
    """What stands on the paper."""
    return CertificatePaper(
        number=certificate.written_number,
        full_name=certificate.full_name,
        unit_name=certificate.unit_name,
        title=certificate.title,
        able=certificate.able,
        issued_on=certificate.issued_on,
        valid_until=certificate.valid_until,
        check_address=f"{runtime().settings.base_url}{certificate.check_page}",
    )
