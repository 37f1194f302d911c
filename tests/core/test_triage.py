"""The decision table of plan S2: total, flagged where it cannot be, and true to its time."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from sandbox.citizens import CardKind, Citizen, EidState
from sandbox.era import era, era_names
from sandbox.triage import (
    TABLE,
    AccountStatus,
    Action,
    Branch,
    Office,
    PriorityClass,
    Question,
    actions,
    offices,
    priority_class,
    true_account_status,
    true_branch,
)
from tests.core.vneid.phone import phone

EVERY_ANSWER = [Question(*answers) for answers in product((False, True), repeat=3)]
ERAS = era_names()
PROVINCE, DISTRICT, COMMUNE = Office.PROVINCE_POLICE, Office.DISTRICT_POLICE, Office.COMMUNE_POLICE


def test_every_combination_has_exactly_one_branch() -> None:
    assert TABLE.keys() == set(EVERY_ANSWER)


@pytest.mark.parametrize("asked", EVERY_ANSWER, ids=str)
def test_the_first_no_decides_the_branch(asked: Question) -> None:
    answers = (asked.chip_card, asked.collected, asked.activated)
    place = answers.index(False) if False in answers else 3
    assert TABLE[asked].branch is list(Branch)[place]


@pytest.mark.parametrize("asked", EVERY_ANSWER, ids=str)
def test_a_yes_after_a_no_is_flagged_as_impossible(asked: Question) -> None:
    answers = (asked.chip_card, asked.collected, asked.activated)
    assert TABLE[asked].possible is (list(answers) == sorted(answers, reverse=True))


@pytest.mark.parametrize("name", ERAS)
@pytest.mark.parametrize("asked", EVERY_ANSWER, ids=str)
def test_every_branch_has_something_to_do_in_every_era(asked: Question, name: str) -> None:
    branch, rules = TABLE[asked].branch, era(name).vneid
    assert actions(branch, rules)
    assert bool(offices(branch, rules)) is (branch in (Branch.B1, Branch.B2))


@pytest.mark.parametrize("name", ERAS)
def test_the_number_goes_to_social_insurance_until_it_is_the_same_number(name: str) -> None:
    rules = era(name).vneid
    sent = {branch for branch in Branch if Action.SEND_NUMBER in actions(branch, rules)}
    assert sent == (set() if name == "2025" else {Branch.B1})


def test_papers_follow_activation() -> None:
    rules = era("2023").vneid
    assert actions(Branch.B3, rules) == (Action.ACTIVATE, Action.INTEGRATE_PAPERS)
    assert actions(Branch.B4, rules) == (Action.SUBMIT_ONLINE,)


@pytest.mark.parametrize(
    ("name", "for_card", "for_level2"),
    [
        ("2022", (PROVINCE, DISTRICT), (PROVINCE, DISTRICT, COMMUNE)),
        ("2023", (PROVINCE, DISTRICT), (PROVINCE, DISTRICT, COMMUNE)),
        ("2024", (PROVINCE, DISTRICT), (PROVINCE, DISTRICT, COMMUNE)),
        ("2025", (PROVINCE, COMMUNE), (PROVINCE, COMMUNE)),
    ],
)
def test_nobody_is_sent_to_an_office_that_is_not_there(
    name: str, for_card: tuple[Office, ...], for_level2: tuple[Office, ...]
) -> None:
    rules = era(name).vneid
    assert (offices(Branch.B1, rules), offices(Branch.B2, rules)) == (for_card, for_level2)


@pytest.mark.parametrize(
    ("level", "chip", "branch"),
    [
        (EidState.NONE, False, Branch.B1),
        (EidState.NONE, True, Branch.B2),
        (EidState.LEVEL1, True, Branch.B2),
        (EidState.LEVEL2_ISSUED, True, Branch.B3),
        (EidState.LEVEL2_ACTIVE, True, Branch.B4),
    ],
)
def test_a_citizen_belongs_to_one_branch(level: EidState, chip: bool, branch: Branch) -> None:
    assert true_branch(level, chip_card=chip) is branch


@pytest.mark.parametrize(
    ("level", "account", "status"),
    [
        (EidState.NONE, False, AccountStatus.NO_ACCOUNT),
        (EidState.NONE, True, AccountStatus.PORTAL_ONLY),
        (EidState.LEVEL1, True, AccountStatus.LEVEL1),
        (EidState.LEVEL2_ISSUED, False, AccountStatus.LEVEL2_NOT_ACTIVE),
        (EidState.LEVEL2_ACTIVE, True, AccountStatus.ACTIVE),
    ],
)
def test_a_portal_account_counts_where_there_is_nothing_else(
    level: EidState, account: bool, status: AccountStatus
) -> None:
    assert true_account_status(level, portal_account=account) is status


def born(day: date, *, smartphone: bool = True) -> Citizen:
    return replace(
        phone().world.citizen, birth_date=day, has_smartphone=smartphone, card=CardKind.CHIP
    )


@pytest.mark.parametrize(
    ("citizen", "first"),
    [
        (born(date(1963, 5, 15)), True),
        (born(date(1963, 5, 16)), False),
        (born(date(1990, 1, 1)), False),
        (born(date(1990, 1, 1), smartphone=False), True),
    ],
)
def test_the_elderly_and_those_without_a_smartphone_come_first(
    citizen: Citizen, first: bool
) -> None:
    expected = PriorityClass.FIRST if first else PriorityClass.USUAL
    assert priority_class(citizen, date(2023, 5, 15)) is expected
