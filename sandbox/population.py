"""The accounts that every world's portal already holds, whoever sits at the desk.

They belong to the year alone, so they cost a world nothing. None of their numbers
can be a desk citizen's (personas/numbers.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sandbox.personas.engine import personas
from sandbox.personas.keyed_random import KeyedRandom
from sandbox.personas.numbers import personal_id, phone, spread
from sandbox.vietnamese import fold

SIZE = 5_000
OFFICERS_COUNT = 24
_OWN_EVERY = 125  # the desk's own officer made every 125th account: 40 of them


@dataclass(frozen=True, slots=True)
class Unit:
    """A place where accounts are made, with its fictional agency code."""

    name: str
    agency_code: str


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who makes accounts; number 0 sits at the desk where people practise."""

    number: int
    full_name: str
    phone: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class PortalAccount:
    """One line of the portal's list; ``number`` counts from 1 in the order of creation.

    ``folded`` is the name as a search sees it.
    """

    number: int
    full_name: str
    id_number: str
    phone: str
    officer: str
    officer_no: int
    unit: str
    created_on: date
    folded: str


UNITS = (
    Unit("Bộ phận Một cửa xã Mẫu", "H00.00.01"),
    Unit("Bộ phận Một cửa xã Thử", "H00.00.02"),
    Unit("Trung tâm Phục vụ hành chính công tỉnh Giả Lập", "H00.00"),
)


@cache
def officers() -> tuple[Officer, ...]:
    """The officers of the portal, by number."""
    return tuple(_officer(number) for number in range(OFFICERS_COUNT))


@cache
def population(year: int) -> tuple[PortalAccount, ...]:
    """The accounts made in the twelve months before 1 June of ``year``, newest first."""
    days = _creation_days(year)
    return tuple(_account(year, number, days[number - 1]) for number in range(SIZE, 0, -1))


def find_by_id(year: int, id_number: str) -> PortalAccount | None:
    """The account under this ID number, if the portal knew one before the world began."""
    return _by_id(year).get(id_number)


@cache
def _by_id(year: int) -> Mapping[str, PortalAccount]:
    return {account.id_number: account for account in population(year)}


def _officer(number: int) -> Officer:
    random = KeyedRandom(0, "officer", number)
    full_name = _full_name(random, man=random.chance(45), birth_year=1970 + random.randrange(28))
    return Officer(number, full_name, phone(spread(SIZE + 1 + number)), UNITS[number % len(UNITS)])


def _full_name(random: KeyedRandom, *, man: bool, birth_year: int) -> str:
    return personas(random).persona_name_parts(man=man, birth_year=birth_year).full_name


def _creation_days(year: int) -> list[date]:
    """A working day for each account, oldest first."""
    first = date(year - 1, 6, 1)
    calendar = [first + timedelta(days=day) for day in range((date(year, 6, 1) - first).days)]
    working_days = [day for day in calendar if day.weekday() < 5]
    random = KeyedRandom(year, "days")
    return sorted(random.choice(working_days) for _ in range(SIZE))


def _account(year: int, number: int, created_on: date) -> PortalAccount:
    random = KeyedRandom(year, "account", number)
    man, birth_year = random.chance(50), year - 15 - random.randrange(75)
    full_name = _full_name(random, man=man, birth_year=birth_year)
    officer = officers()[random.randrange(OFFICERS_COUNT - 1) + 1 if number % _OWN_EVERY else 0]
    return PortalAccount(
        number=number,
        full_name=full_name,
        id_number=personal_id(spread(year + number), man=man, birth_year=birth_year),
        phone=phone(spread(number)),
        officer=officer.full_name,
        officer_no=officer.number,
        unit=officer.unit.name,
        created_on=created_on,
        folded=fold(full_name),
    )
