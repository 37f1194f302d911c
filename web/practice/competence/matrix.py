"""The unit's people against the competencies: worked out at once, then filtered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
from web.practice.competence.person_page import competency_progress
from web.shell.forms import Errors, safe_search

PAGE = 50
_LONGEST_NUMBER = 6


class LevelFilter(StrEnum):
    """Which people the table is narrowed to."""

    DUE = "den-han"
    SOON = "sap-den-han"
    MISSING = "chua-thanh-thao"
    MASTERED = "thanh-thao"


LEVEL_OPTIONS = [
    ("", "Mọi mức"),
    (LevelFilter.DUE, "Đến hạn luyện lại"),
    (LevelFilter.SOON, "Sắp đến hạn"),
    (LevelFilter.MISSING, "Chưa thành thạo"),
    (LevelFilter.MASTERED, "Thành thạo"),
]


@dataclass(frozen=True, slots=True)
class Member:
    """One row: a colleague and where they stand, by competency; what is not asked of them lacks."""

    colleague: Colleague
    progress: Mapping[str, CompetencyProgress]

    def has_mastered(self, competency: str) -> bool:
        """Whether that competency counts today."""
        progress = self.progress.get(competency)
        return progress is not None and progress.mastered


@dataclass(frozen=True, slots=True)
class Query:
    """The filters as typed; ``unfit`` says why what was typed is not looked for."""

    text: str = ""
    competency: str = ""
    state: str = ""
    page: int = 1
    unfit: Errors = field(default_factory=Errors)

    @property
    def anything(self) -> bool:
        """Whether any filter is set."""
        return bool(self.text or self.competency or self.state)

    def address(self) -> str:
        """The table with these filters; a page's number goes at its end."""
        typed = {"tim": self.text, "nang_luc": self.competency, "muc": self.state}
        filled = {name: value for name, value in typed.items() if value}
        return "/nang-luc-don-vi?" + urlencode({**filled, "trang": ""})


def query_from(args: Mapping[str, str]) -> Query:
    """What the address says; what means nothing is left out."""
    number = args.get("trang", "")
    page = int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 1
    state, competency = args.get("muc", ""), args.get("nang_luc", "")
    text, unfit = safe_search(nfc(args.get("tim", "")), "tim")
    return Query(
        text=text,
        competency=competency if competency in COMPETENCIES else "",
        state=state if state in list(LevelFilter) else "",
        page=max(page, 1),
        unfit=unfit,
    )


def members(connection: Connection, unit_id: int) -> list[Member]:
    """Everybody of the unit who practises: four questions to the database."""
    attempts = store.attempts_in(connection, unit_id)
    criteria = unit_criteria(connection, unit_id, chain.from_iterable(attempts.values()))
    day = today()
    return [
        Member(
            each,
            {
                progress.competency: progress
                for progress in competency_progress(
                    each.role, attempts.get(each.id, []), criteria, day
                )
            },
        )
        for each in store.colleagues(connection, unit_id)
    ]


def apply_filters(everybody: Iterable[Member], query: Query) -> list[Member]:
    """The people who fit all filters."""
    words = fold(query.text).split()
    return [
        each
        for each in everybody
        if all(word in fold(each.colleague.full_name) for word in words) and _fits(each, query)
    ]


def _fits(member: Member, query: Query) -> bool:
    looked_at = [
        progress
        for key, progress in member.progress.items()
        if not query.competency or key == query.competency
    ]
    if not query.state:
        return bool(looked_at)
    return any(_matches(progress, LevelFilter(query.state)) for progress in looked_at)


def _matches(progress: CompetencyProgress, level: LevelFilter) -> bool:
    match level:
        case LevelFilter.DUE:
            return progress.due
        case LevelFilter.SOON:
            return progress.due_soon
        case LevelFilter.MISSING:
            return not progress.mastered
        case LevelFilter.MASTERED:
            return progress.mastered
