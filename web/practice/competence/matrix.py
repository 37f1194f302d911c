"""The unit's people against the competencies: worked out at once, then filtered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from urllib.parse import urlencode

from sqlalchemy import Connection

from sandbox.vietnamese import fold, nfc
from training.competencies import COMPETENCIES
from training.mastery import CompetencyProgress
from web.practice.competence import store
from web.practice.competence.measuring import today, unit_criteria
from web.practice.competence.people import Colleague
from web.practice.competence.person_page import standings

PAGE = 50
_LONGEST_NUMBER = 6


class Wanted(StrEnum):
    """Which people the table is narrowed to."""

    DUE = "den-han"
    SOON = "sap-den-han"
    MISSING = "chua-thanh-thao"
    MASTERED = "thanh-thao"


WANTED_OPTIONS = [
    ("", "Mọi mức"),
    (Wanted.DUE, "Đến hạn luyện lại"),
    (Wanted.SOON, "Sắp đến hạn"),
    (Wanted.MISSING, "Chưa thành thạo"),
    (Wanted.MASTERED, "Thành thạo"),
]


@dataclass(frozen=True, slots=True)
class Member:
    """One row: a colleague and where they stand, by competency; what is not asked of them lacks."""

    colleague: Colleague
    standings: Mapping[str, CompetencyProgress]

    def has_mastered(self, competency: str) -> bool:
        """Whether that competency counts today."""
        standing = self.standings.get(competency)
        return standing is not None and standing.mastered


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as typed."""

    text: str = ""
    competency: str = ""
    state: str = ""
    page: int = 1

    @property
    def anything(self) -> bool:
        """Whether any filter is set."""
        return bool(self.text or self.competency or self.state)

    def address(self) -> str:
        """The table with these filters; a page's number goes at its end."""
        typed = {"tim": self.text, "nang_luc": self.competency, "muc": self.state}
        given = {name: value for name, value in typed.items() if value}
        return "/nang-luc-don-vi?" + urlencode({**given, "trang": ""})


def asked(args: Mapping[str, str]) -> Asked:
    """What the address says; what means nothing is left out."""
    number = args.get("trang", "")
    page = int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 1
    state, competency = args.get("muc", ""), args.get("nang_luc", "")
    return Asked(
        text=nfc(args.get("tim", "")),
        competency=competency if competency in COMPETENCIES else "",
        state=state if state in list(Wanted) else "",
        page=max(page, 1),
    )


def members(connection: Connection, unit_id: int) -> list[Member]:
    """Everybody of the unit who practises: four questions to the database."""
    attempts = store.attempts_in(connection, unit_id)
    by = unit_criteria(connection, unit_id, chain.from_iterable(attempts.values()))
    day = today()
    return [
        Member(
            each,
            {
                standing.competency: standing
                for standing in standings(each.role, attempts.get(each.id, []), by, day)
            },
        )
        for each in store.colleagues(connection, unit_id)
    ]


def narrowed(everybody: Iterable[Member], question: Asked) -> list[Member]:
    """The people who fit all filters."""
    words = fold(question.text).split()
    return [
        each
        for each in everybody
        if all(word in fold(each.colleague.full_name) for word in words) and _fits(each, question)
    ]


def _fits(member: Member, question: Asked) -> bool:
    looked_at = [
        standing
        for key, standing in member.standings.items()
        if not question.competency or key == question.competency
    ]
    if not question.state:
        return bool(looked_at)
    return any(_is(standing, Wanted(question.state)) for standing in looked_at)


def _is(standing: CompetencyProgress, wanted: Wanted) -> bool:
    match wanted:
        case Wanted.DUE:
            return standing.due
        case Wanted.SOON:
            return standing.due_soon
        case Wanted.MISSING:
            return not standing.mastered
        case Wanted.MASTERED:
            return standing.mastered
