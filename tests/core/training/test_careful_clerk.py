"""The careful clerk knows every step, serves every scenario without a mistake, and finds back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sandbox.arrival import HandOver
from sandbox.desk import Say
from sandbox.log import Actor
from sandbox.mock_dvc import Cancel, Create, Download, LookUp, OpenForm, SendCode
from sandbox.world import carry_on, fold_log, handle, record
from tests.core.play import MORNING, KnownChance
from training.careful_clerk import ACTIONS, next_action
from training.careful_clerk.action import Action
from training.hints import hint_for
from training.scenario import Scenario, catalogue, opening
from training.scoring import score
from training.steps import known_steps

ACTION_TIME = timedelta(seconds=4)
MAX_ACTIONS = 80  # actions after which the clerk has lost the way
SMOOTH = catalogue()["tk-01-thuan-loi"]


class Led:
    """A run on paper in which somebody does what the careful clerk would do, or something else."""

    def __init__(self, scenario: Scenario, seed: int = 3) -> None:
        self.scenario, self.now, self.chance = scenario, MORNING, KnownChance()
        self.log = record(None, opening(scenario, seed), Actor.SYSTEM, self.now)
        self.world = fold_log(self.log)

    @property
    def action(self) -> Action | None:
        return next_action(self.scenario, self.log)

    def do(self, command: object, wait_s: int = 0) -> None:
        self.now += ACTION_TIME + timedelta(seconds=wait_s)
        facts = handle(self.world, command, self.now, self.chance).facts
        entries = record(self.world, facts, Actor.CLERK, self.now)
        self.log += entries
        self.world = carry_on(self.world, entries)

    def told(self) -> Action:
        action = self.action
        assert action, "nothing is left to do"
        return action

    def follow(self) -> object:
        """Do what is told; the command."""
        action = self.told()
        self.do(action.command, action.wait_s)
        return action.command

    def until(self, step: str) -> "Led":
        """The same run, led as far as that step comes next."""
        while (asked := hint_for(self.scenario, self.log)) and asked.id != step:
            self.follow()
        return self


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
@pytest.mark.parametrize("seed", [3, 2023])
def test_every_scenario_is_served_to_the_full_marks(scenario: Scenario, seed: int) -> None:
    led = Led(scenario, seed)
    for _ in range(MAX_ACTIONS):
        if led.action is None:
            break
        led.follow()
    marks = score(scenario, led.log)
    assert (marks.findings, marks.observations) == ((), ())
    assert (marks.points, marks.passed, marks.outcome) == (100, True, scenario.outcome)


def test_no_step_is_beyond_the_careful_clerk() -> None:
    assert ACTIONS.keys() == known_steps().keys()


def test_the_mail_is_asked_for_by_name_before_the_scanner() -> None:
    action = Led(SMOOTH).until("attach").told()
    assert action.command == Say("ask_email")
    assert action.detour
    assert action.detour.title == "Hỏi thư điện tử"


def test_with_the_scan_in_hand_the_form_is_filled_in() -> None:
    led = Led(SMOOTH).until("attach")
    led.follow()
    led.follow()
    assert led.told().serves == "fill_in"


def test_the_only_code_there_is_is_asked_for_as_it_is() -> None:
    led = Led(SMOOTH).until("ask_code")
    assert led.told() == Action(Say("ask_code"))


def test_a_code_sent_anew_is_read_anew() -> None:
    led = Led(SMOOTH).until("create")
    command = led.told().command
    assert isinstance(command, Create)
    led.do(SendCode(1, command.typed))
    action = led.told()
    assert action.command == Say("ask_newest_code")
    assert action.detour
    assert "Mã mới đang đến" in action.detour.says
    led.follow()
    assert isinstance(led.told().command, Create)


def test_a_code_grown_old_is_sent_anew() -> None:
    led = Led(SMOOTH).until("create")
    led.now += timedelta(minutes=3)
    led.do(Say("goodbye"))
    assert isinstance(led.follow(), SendCode)


def test_a_form_given_up_is_begun_anew_and_looked_up_anew() -> None:
    led = Led(SMOOTH).until("send_code")
    led.do(Cancel(1))
    assert [type(led.follow()) for _ in range(3)] == [OpenForm, LookUp, Download]
    assert [each.cancelled for each in led.world.portal.forms] == [True, False]


def test_a_paper_with_a_slip_is_made_anew_and_not_shown_again() -> None:
    led = Led(SMOOTH).until("attach")
    led.follow()
    led.follow()
    command = led.told().command
    assert isinstance(command, Download)
    led.do(replace(command, typed=replace(command.typed, birth_date="01/01/1980")))
    led.until("check_form").follow()
    assert isinstance(led.follow(), Download)
    led.follow()
    assert led.world.desk.check_passed


def test_the_first_team_of_the_time_is_asked_to_take_over() -> None:
    led = Led(catalogue()["vn-23-ban-ho-tro"]).until("hand_over")
    (first, *_) = led.world.era.vneid.supporters
    assert led.told().command == HandOver(first.code)
