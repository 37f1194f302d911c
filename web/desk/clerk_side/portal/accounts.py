"""The portal's list of accounts: those made in this visit on top, then those long known."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sandbox import people
from sandbox.details import Details
from sandbox.population import PortalAccount, officers, population
from sandbox.state import Form, World
from sandbox.vietnamese import fold

PAGE = 20
_SOMEBODY_ELSE = 3  # the officer who made the citizen's own account, where there is one
_LONG_AGO = (1, 17)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for; "" and None leave a filter out. Names are folded, numbers bare."""

    name: str = ""
    phone: str = ""
    id_number: str = ""
    officer: str = ""
    unit: str = ""
    since: date | None = None
    until: date | None = None

    def matches(self, account: PortalAccount) -> bool:
        """Whether the account is among what is looked for."""
        return (
            self.name in account.folded
            and self.phone in account.phone
            and self.id_number in account.id_number
            and self.unit in ("", account.unit)
            and self.officer in fold(account.officer)
            and (self.since is None or self.since <= account.created_on)
            and (self.until is None or account.created_on <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; ``form`` leads to its form when it was made in this visit."""

    place: int
    account: PortalAccount
    form: int | None


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of the list; ``total`` counts all pages' lines."""

    lines: tuple[Line, ...]
    total: int
    page: int
    pages: int


def find(world: World, filters: Filters, page: int) -> ResultPage:
    """The page of that number, counted from 1; the last one when there are fewer."""
    new = [(account, form) for account, form in _new(world) if filters.matches(account)]
    older = _matching_population(world.era.year, filters)
    total = len(new) + len(older)
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    first = (page - 1) * PAGE
    rows = new[first : first + PAGE]
    start = max(0, first - len(new))
    rows += [(account, None) for account in older[start : start + PAGE - len(rows)]]
    lines = tuple(Line(first + n, account, form) for n, (account, form) in enumerate(rows, 1))
    return ResultPage(lines, total, page, pages)


@lru_cache(maxsize=256)
def _matching_population(year: int, filters: Filters) -> tuple[PortalAccount, ...]:
    """Pages of one search share it; the accounts of a year never change."""
    return tuple(account for account in population(year) if filters.matches(account))


def is_name_of_somebody(world: World, folded: str) -> bool:
    """Whether that (part of a) name is in the list at all."""
    fresh = (account.folded for account, _ in _new(world))
    return bool(_matching_population(world.era.year, Filters(name=folded))) or any(
        folded in one for one in fresh
    )


def is_officer(folded: str) -> bool:
    """Whether that (part of a) name is an officer's."""
    return any(folded in fold(officer.full_name) for officer in officers())


def _new(world: World) -> list[tuple[PortalAccount, int | None]]:
    """What the population cannot know: accounts of this visit, newest first, and the citizen's."""
    forms = reversed(world.portal.forms)
    created = [(_created_here(world, form), form.number) for form in forms if form.created_as]
    return [*created, *_citizens_own(world)]


def _created_here(world: World, form: Form) -> PortalAccount:
    account = world.portal.accounts[(form.created_as or 0) - 1]
    unit = next((unit.name for unit in world.era.units if unit.code == account.details.unit), "")
    return _account(account.details, 0, people.local_day(account.created_at), unit)


def _citizens_own(world: World) -> list[tuple[PortalAccount, int | None]]:
    if not world.citizen.has_account:
        return []
    officer = officers()[_SOMEBODY_ELSE]
    day = date(world.era.year, *_LONG_AGO)
    return [(_account(people.true_details(world), officer.number, day, officer.unit.name), None)]


def _account(details: Details, officer_no: int, day: date, unit: str) -> PortalAccount:
    return PortalAccount(
        number=0,
        full_name=details.full_name,
        id_number=details.id_number,
        phone=details.phone,
        officer=officers()[officer_no].full_name,
        officer_no=officer_no,
        unit=unit,
        created_on=day,
        folded=fold(details.full_name),
    )
