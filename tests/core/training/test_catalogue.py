"""The scenarios of the house: complete, in order, and silent about their traps."""

import re

import pytest

from sandbox.citizens import draw_citizen
from sandbox.scanner import ScanFormat, ScanSize, Sides
from tests.core.training.robot import Clerk
from training.scenario import Scenario, catalogue
from training.steps import SIGNS, known_steps

EVERY_SCENARIO = pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())


def test_accounts_come_first_and_then_vneid_each_scenario_in_its_place() -> None:
    scenarios = catalogue().values()
    assert [scenario.order for scenario in scenarios] == list(range(1, len(scenarios) + 1))
    assert [scenario.id[:2] for scenario in scenarios] == ["tk"] * 14 + ["vn"] * 24
    assert len({scenario.title for scenario in scenarios}) == len(scenarios)


@EVERY_SCENARIO
def test_a_situation_has_two_to_four_sentences(scenario: Scenario) -> None:
    assert 2 <= len(re.findall(r"[.!?](?= |$)", scenario.situation)) <= 4


@EVERY_SCENARIO
def test_a_situation_does_not_give_its_focus_away(scenario: Scenario) -> None:
    assert scenario.focus.casefold() not in f"{scenario.title} {scenario.situation}".casefold()


@EVERY_SCENARIO
def test_no_name_phone_or_number_of_the_citizen_is_written_in_a_file(scenario: Scenario) -> None:
    citizen = draw_citizen(7, 0, scenario.setup.traits, 2022)
    words = f"{scenario.situation} {scenario.setup.part.lines}"
    assert citizen.full_name not in words
    assert re.search(r"\d{6}", words) is None


def test_every_known_step_can_be_recognised_in_a_log() -> None:
    assert known_steps().keys() == SIGNS.keys()


def test_every_known_step_is_asked_for_somewhere() -> None:
    asked = {step.id for scenario in catalogue().values() for step in scenario.steps}
    assert known_steps().keys() - asked == set()


def test_the_scanner_is_left_as_the_scenario_says() -> None:
    assert catalogue()["tk-07-quet-mot-mat"].scanner.sides is Sides.FRONT
    heavy = catalogue()["tk-08-tep-qua-nang"].scanner
    assert (heavy.fmt, heavy.size) == (ScanFormat.JPG, ScanSize.DPI_600_COLOUR)


def test_trouble_is_ordered_before_anybody_moves() -> None:
    assert [fault.action for fault in Clerk(catalogue()["tk-05-doc-nham-ma-cu"]).world.faults] == [
        "reorder",
        "late",
    ]
