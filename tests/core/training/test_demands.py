"""Whoever comes to the desk easier than the package has them is practice, trait by trait."""

from dataclasses import replace
from typing import Any

import pytest

from sandbox.citizens import CardKind, EidState, PhoneOwnership
from training.demands import covers
from training.scenario import Scenario, catalogue

FIRST = catalogue()["tk-01-thuan-loi"]
VNEID = catalogue()["vn-01-kich-hoat-tai-quay"]


def with_part(scenario: Scenario, part: str, **changes: Any) -> Scenario:
    setup = scenario.setup
    return replace(
        scenario, setup=replace(setup, **{part: replace(getattr(setup, part), **changes)})
    )


ANY_AGE = with_part(FIRST, "traits", min_age=None, max_age=None)


@pytest.mark.parametrize(
    ("part", "name", "hard", "easy"),
    [
        ("traits", "card", CardKind.OLD, CardKind.CHIP),
        ("traits", "phone", PhoneOwnership.RELATIVE, PhoneOwnership.OWN),
        ("traits", "smartphone", False, True),
        ("traits", "eid", EidState.NONE, EidState.LEVEL2_ACTIVE),
        ("traits", "account", True, False),
        ("traits", "min_age", 60, 59),
        ("traits", "max_age", 17, 18),
        ("part", "hard_of_hearing", True, False),
        ("part", "slips_phone", True, False),
        ("part", "reads_older_code", True, False),
        ("part", "leaves_after_code", True, False),
        ("part", "asks_to_keep_password", True, False),
        ("vneid", "signed_in_on", "lost", ""),
        ("vneid", "forgets", "passcode", ""),
        ("vneid", "papers", ("driving_licence",), ()),
        ("vneid", "had_level1", True, False),
        ("vneid", "with_child", True, False),
        ("vneid", "passcode_misses", 4, 3),
        ("vneid", "mistypes", 2, 1),
        ("vneid", "declines_help", True, False),
        ("vneid", "hands_over_phone", True, False),
    ],
)
def test_what_makes_the_citizen_harder_to_serve_must_be_there(
    part: str, name: str, hard: object, easy: object
) -> None:
    scenario = VNEID if part == "vneid" else ANY_AGE
    harder = with_part(scenario, part, **{name: hard})
    easier = with_part(scenario, part, **{name: easy})
    assert covers(harder, harder)
    assert not covers(easier, harder)


@pytest.mark.parametrize(("name", "hard"), [("mistypes", 2), ("passcode_misses", 4)])
def test_whoever_is_harder_to_serve_than_the_packages_takes_nothing_away(
    name: str, hard: int
) -> None:
    assert covers(with_part(VNEID, "vneid", **{name: hard}), VNEID)
    assert covers(with_part(ANY_AGE, "traits", min_age=60), ANY_AGE)
