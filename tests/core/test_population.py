"""The accounts every portal already holds."""

import json
from collections import Counter
from dataclasses import astuple
from datetime import date
from hashlib import sha256

import pytest

from sandbox.citizens import Traits, draw_citizen
from sandbox.personas.names import TOKENS
from sandbox.population import UNITS, find_by_id, officers, population
from sandbox.vietnamese import fold

YEAR = 2022


def fingerprint(year: int) -> str:
    rows = json.dumps([astuple(account) for account in population(year)], default=str)
    return sha256(rows.encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("year", "golden"), [(2022, "749ea8a84f415f6f"), (2025, "13cca9cea35ed27e")]
)
def test_a_year_has_the_same_accounts_on_any_machine(year: int, golden: str) -> None:
    assert fingerprint(year) == golden


def test_five_thousand_accounts_stand_newest_first() -> None:
    accounts = population(YEAR)
    assert [account.number for account in accounts] == list(range(5000, 0, -1))
    days = [account.created_on for account in accounts]
    assert days == sorted(days, reverse=True)


def test_accounts_were_made_on_working_days_of_the_year_before_june() -> None:
    days = {account.created_on for account in population(YEAR)}
    assert date(2021, 6, 1) <= min(days) <= max(days) <= date(2022, 5, 31)
    assert {day.weekday() for day in days} == {0, 1, 2, 3, 4}


def test_no_two_accounts_share_an_id_or_a_phone() -> None:
    assert len({account.id_number for account in population(YEAR)}) == 5000
    assert len({account.phone for account in population(YEAR)}) == 5000


def test_every_account_is_found_by_its_id_and_nobody_elses() -> None:
    account = population(YEAR)[1234]
    assert find_by_id(YEAR, account.id_number) is account
    assert find_by_id(YEAR, "000000000000") is None


def test_no_citizen_at_a_desk_has_a_number_of_the_population() -> None:
    phones = {account.phone for account in population(YEAR)} | {o.phone for o in officers()}
    people = [draw_citizen(seed, 0, Traits(), YEAR) for seed in range(2000)]
    assert not any(find_by_id(YEAR, person.personal_id) for person in people)
    assert phones.isdisjoint(phone.number for person in people for phone in person.phones)


def test_the_folded_name_is_what_a_search_sees() -> None:
    assert all(account.folded == fold(account.full_name) for account in population(YEAR))


def test_every_name_carries_the_token() -> None:
    names = [account.full_name for account in population(YEAR)]
    names += [officer.full_name for officer in officers()]
    assert all(set(TOKENS) & set(name.split()) for name in names)


def test_twenty_four_officers_of_three_places_made_them() -> None:
    made = Counter(account.officer_no for account in population(YEAR))
    assert sorted(made) == [officer.number for officer in officers()] == list(range(24))
    assert {officer.unit for officer in officers()} == set(UNITS)


def test_the_desks_own_officer_made_forty() -> None:
    own = [account for account in population(YEAR) if account.officer_no == 0]
    assert len(own) == 40
    assert {account.unit for account in own} == {"Bộ phận Một cửa xã Mẫu"}


def test_an_account_names_its_officer_and_the_officers_place() -> None:
    for account in population(YEAR):
        officer = officers()[account.officer_no]
        assert (account.officer, account.unit) == (officer.full_name, officer.unit.name)


def test_every_place_has_an_agency_code_that_is_nobodys() -> None:
    assert all(unit.agency_code.startswith("H00.00") for unit in UNITS)
