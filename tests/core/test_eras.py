"""Rules with dates: what each era holds, and where one differs from the next."""

from datetime import date

import pytest

from sandbox.era import Era, era, era_names
from sandbox.triage import Office

ERAS = [era(name) for name in era_names()]
EVERY_ERA = pytest.mark.parametrize("each", ERAS, ids=lambda each: each.name)


def test_eras_follow_each_other() -> None:
    assert [each.name for each in ERAS] == ["2022", "2023", "2024", "2025"]
    assert [each.opens_on for each in ERAS] == sorted(each.opens_on for each in ERAS)


@EVERY_ERA
def test_an_era_opens_on_a_working_day_of_its_year_and_names_it(each: Era) -> None:
    assert each.opens_on.weekday() < 5
    assert each.opens_on.year == each.year
    assert str(each.year) in each.title


@EVERY_ERA
def test_an_era_refers_to_known_offices_and_supporters(each: Era) -> None:
    known = set(Office)
    assert set(each.vneid.card_offices) <= set(each.vneid.level2_offices) <= known
    codes = [supporter.code for supporter in each.vneid.supporters]
    assert len(codes) == len(set(codes)) >= 3


@EVERY_ERA
def test_the_officer_works_in_one_of_the_units(each: Era) -> None:
    assert each.officer_unit in {unit.code for unit in each.units}


@pytest.mark.parametrize(
    ("name", "nine_digits", "accounts", "insurance"),
    [
        ("2022", True, True, True),
        ("2023", True, True, True),
        ("2024", True, False, True),
        ("2025", False, False, False),
    ],
)
def test_what_ended_has_ended(
    name: str, nine_digits: bool, accounts: bool, insurance: bool
) -> None:
    one = era(name)
    assert (one.nine_digit_ids, one.portal_accounts) == (nine_digits, accounts)
    assert one.vneid.insurance_sync is insurance


def test_the_districts_police_is_gone_before_the_last_era_opens() -> None:
    gone = [each for each in ERAS if each.opens_on >= date(2025, 3, 1)]
    assert gone
    assert all("district_police" not in each.vneid.level2_offices for each in gone)


def test_an_unknown_era_is_an_error() -> None:
    with pytest.raises(KeyError):
        era("1999")


@EVERY_ERA
def test_codes_tries_and_sizes_are_those_of_the_plans_in_every_era(each: Era) -> None:
    """S4-13, S4-20, S4-21 and B4; what no source says, the ledger calls an assumption."""
    assert (each.code_digits, each.code_seconds, each.code_attempts) == (6, 120, 5)
    assert (each.largest_file, each.sms_seconds) == (5 * 1024 * 1024, 0)
    own = each.vneid
    assert (own.code_digits, own.code_seconds, own.code_attempts) == (6, 180, 5)
    assert (own.password_attempts, own.passcode_attempts) == (5, 5)
    assert (own.level1_minutes, own.level2_days, own.card_days) == (5, 3, 7)
    assert own.papers_a_day == 3
