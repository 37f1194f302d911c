"""Each hard rule by itself: whom it keeps away, from the first day to the last."""

from datetime import date, timedelta
from typing import Any

import pytest

from rostering.rules import Kind, Limitations, is_at_work, obstacles, week_of
from rostering.values import SUPPORTER, Half, Leave, Limits, More
from tests.core.rostering.offices import FRIDAY, MONDAY, WOMEN, at, person, week

TUESDAY, WEDNESDAY = date(2027, 3, 2), date(2027, 3, 3)
SUNDAY = date(2027, 3, 7)
DAY = timedelta(days=1)
SESSION = at(TUESDAY).session
NO_DUTY = frozenset[str]()


@pytest.mark.parametrize(
    ("traits", "kinds"),
    [
        ({}, []),
        ({"venues": frozenset({"ban"})}, []),
        ({"venues": frozenset({"buu-dien"})}, [Kind.PLACE]),
        ({"competent": NO_DUTY}, [Kind.TRAINING]),
        ({"competent": NO_DUTY, "learning": frozenset({SUPPORTER})}, []),
        ({"starts": TUESDAY}, []),
        ({"starts": WEDNESDAY}, [Kind.DATES]),
        ({"ends": TUESDAY}, []),
        ({"ends": MONDAY}, [Kind.DATES]),
        ({"leave": (Leave(TUESDAY, TUESDAY),)}, [Kind.LEAVE]),
        ({"leave": (Leave(MONDAY, MONDAY), Leave(WEDNESDAY, FRIDAY))}, []),
        ({"leave": (Leave(TUESDAY, FRIDAY, Half.MORNING),)}, [Kind.LEAVE]),
        ({"leave": (Leave(TUESDAY, FRIDAY, Half.AFTERNOON),)}, []),
        ({"available": frozenset({(1, Half.MORNING)})}, []),
        ({"available": frozenset({(1, Half.AFTERNOON), (2, Half.MORNING)})}, [Kind.HOURS]),
        ({"leave": (Leave(MONDAY, FRIDAY),), "agreed": frozenset({SESSION})}, []),
        ({"ends": MONDAY, "agreed": frozenset({SESSION})}, [Kind.DATES]),
    ],
)
def test_what_keeps_somebody_from_tuesday_morning(
    traits: dict[str, Any], kinds: list[Kind]
) -> None:
    assert [rule.kind for rule in obstacles(person("a", **traits), at(TUESDAY))] == kinds


@pytest.mark.parametrize(
    ("traits", "there"),
    [
        ({}, True),
        ({"starts": TUESDAY, "ends": TUESDAY}, True),
        ({"starts": WEDNESDAY}, False),
        ({"ends": MONDAY}, False),
        ({"leave": (Leave(TUESDAY, TUESDAY),)}, False),
        ({"leave": (Leave(TUESDAY, TUESDAY, Half.AFTERNOON),)}, True),
    ],
)
def test_who_is_at_work_on_tuesday_morning(traits: dict[str, Any], there: bool) -> None:
    assert is_at_work(person("a", WOMEN, **traits), SESSION) is there


@pytest.mark.parametrize(
    ("others", "may_go"),
    [
        ([{}], 1),
        ([{}, {}], 2),
        ([{}, {"leave": (Leave(MONDAY, FRIDAY),)}], 1),
        ([{}, {"starts": WEDNESDAY}], 1),
        ([{"ends": MONDAY}], None),  # whoever is the only one may go
    ],
)
def test_of_a_small_organisation_one_of_those_at_work_stays(
    others: list[dict[str, Any]], may_go: int | None
) -> None:
    people = [person("a", WOMEN), *(person(f"b{n}", WOMEN, **x) for n, x in enumerate(others))]
    rules = Limitations(week(*people)).on(people[0], at(TUESDAY))
    found = [rule.number for rule in rules if rule.kind is Kind.KEEPS_ONE]
    assert found == ([] if may_go is None else [may_go])


def test_the_desk_and_whoever_agreed_may_be_emptied() -> None:
    people = [person("a", WOMEN), person("b", WOMEN), person("c"), person("d")]
    agreed = week(*people, may_empty=frozenset({(WOMEN.id, SESSION)}))
    assert {rule.kind for rule in Limitations(agreed).on(people[0], at(TUESDAY))} == {
        Kind.ONE_PLACE
    }
    afternoon = at(TUESDAY, Half.AFTERNOON)
    assert Kind.KEEPS_ONE in {rule.kind for rule in Limitations(agreed).on(people[0], afternoon)}
    assert {rule.kind for rule in Limitations(agreed).on(people[2], at(TUESDAY))} == {
        Kind.ONE_PLACE
    }


def test_what_was_agreed_beyond_a_limit_counts_for_its_own_days_alone() -> None:
    more = (More(TUESDAY, TUESDAY, 1), More(MONDAY, SUNDAY, 2), More(MONDAY, FRIDAY, 9))
    limited = person("a", limits=Limits(per_day=1, per_week=3, per_period=5, more=more))
    rules = Limitations(week(limited))
    numbers = {rule.kind: (rule.day, rule.number) for rule in rules.on(limited, at(TUESDAY))}
    assert numbers == {
        Kind.ONE_PLACE: (None, 1),
        Kind.DAY_LIMIT: (TUESDAY, 2),
        Kind.WEEK_LIMIT: (MONDAY, 5),
        Kind.PERIOD_LIMIT: (None, 5),
    }
    before = {rule.kind: rule.number for rule in rules.on(limited, at(MONDAY - 3 * DAY))}
    assert before == {Kind.ONE_PLACE: 1, Kind.DAY_LIMIT: 1, Kind.WEEK_LIMIT: 3}


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert {week_of(MONDAY + n * DAY) for n in range(7)} == {(MONDAY, SUNDAY)}
    assert week_of(MONDAY - DAY) == (MONDAY - 7 * DAY, MONDAY - DAY)
