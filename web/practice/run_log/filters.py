"""What is asked of the log: the address's query, read leniently, dates with care."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from urllib.parse import urlencode

from sandbox.guard import real_looking
from sandbox.identity import read_birth_date
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.vietnamese import nfc
from web.shell.formatting import OFFICE_ZONE
from web.shell.forms import Errors, problem_errors

FIELDS = ("tim", "nguoi", "tinh_huong", "tu_ngay", "den_ngay", "ket_qua")
_LATEST = date(9998, 12, 31)  # the day after it is asked for, and has to be one
_LONGEST_NUMBER = 6  # digits; nobody has more pages or more people


class Result(StrEnum):
    """How a run may stand in the log."""

    PASSED = "dat"
    FAILED = "chua-dat"
    OPEN = "dang-lam"
    GIVEN_UP = "bo"
    CLASS_OVER = "het-buoi"


@dataclass(frozen=True, slots=True)
class Query:
    """The filters as typed, for showing them again and for the addresses of further pages.

    ``unfit`` are the sentences about what could be a living person's; ``typed`` has none of it.
    """

    typed: Mapping[str, str]
    page: int = 1
    unfit: Errors = field(default_factory=Errors)

    def address(self) -> str:
        """The log with these filters; a page's number goes at its end."""
        filled = {name: value for name, value in self.typed.items() if value}
        return "/so-luyen-tap?" + urlencode({**filled, "trang": ""})

    @property
    def anything(self) -> bool:
        """Whether any filter is set."""
        return any(self.typed.values())


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters as understood; ``until`` is the first moment that no longer counts."""

    text: str = ""
    person_id: int | None = None
    scenario: str = ""
    since: datetime | None = None
    until: datetime | None = None
    result: Result | None = None


def query_from(args: Mapping[str, str]) -> Query:
    """What the address says."""
    texts = {name: nfc(args.get(name, "")) for name in FIELDS}
    unfit = problem_errors(
        problem for name, text in texts.items() for problem in real_looking(text, name)
    )
    typed = {name: "" if name in unfit else text for name, text in texts.items()}
    return Query(typed, _number(args.get("trang", "")) or 1, unfit)


def parse_filters(query: Query) -> tuple[Filters, Errors]:
    """The filters, and a sentence for each field that cannot be used."""
    typed, errors = query.typed, Errors(query.unfit)
    since, until = days_asked(typed, errors)
    filters = Filters(
        text=typed["tim"],
        person_id=_number(typed["nguoi"]),
        scenario=typed["tinh_huong"],
        since=since,
        until=until,
        result=next((each for each in Result if each == typed["ket_qua"]), None),
    )
    return filters, errors


def days_asked(typed: Mapping[str, str], errors: Errors) -> tuple[datetime | None, datetime | None]:
    """From ``tu_ngay`` on, and the first moment after ``den_ngay``; mistakes go to ``errors``."""
    since = _day(typed["tu_ngay"], "tu_ngay", "Từ ngày", errors)
    until = _day(typed["den_ngay"], "den_ngay", "Đến ngày", errors)
    if since and until and since > until:
        errors["tu_ngay"] = "“Từ ngày” đang sau “Đến ngày”. Anh/chị đổi lại hai ngày rồi lọc lại."
    return _midnight(since), _midnight(until, days=1)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else None


def _day(text: str, field: str, label: str, errors: Errors) -> date | None:
    """A day as birth dates are typed: 1/2/2026, 01-02-2026, 01022026."""
    day = read_birth_date(text, _LATEST, field)
    if not isinstance(day, Problem):
        return day
    if day.rule is not Rule.BIRTH_MISSING:
        errors[field] = (
            f"“{label}” chưa phải một ngày có trong lịch. Anh/chị nhập theo dạng 01/12/2026."
        )
    return None


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(day, time(), OFFICE_ZONE) + timedelta(days=days)
