"""Points, passing, observations and steps."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from sandbox.events import SmsSent
from sandbox.mock_dvc import SendCode, SignIn
from sandbox.world import ShowHint
from tests.core.training.mistakes.code import TakesTheCitizensPhone
from tests.core.training.mistakes.manners import LeavesWithoutAWord, NeverGreets
from tests.core.training.robot import Clerk, marks_of
from training import remarks
from training.rubric import rubric
from training.scenario import catalogue
from training.scorecard import PASS_MARK
from training.scoring import score

SMOOTH = catalogue()["tk-01-thuan-loi"]


class AsksForHints(Clerk):
    hints = 3

    def ask(self) -> None:
        for _ in range(self.hints):
            self.do(ShowHint("attach"))
        super().ask()


class AsksForManyHints(AsksForHints):
    hints = 30


class TakesALongTime(Clerk):
    def ask(self) -> None:
        self.wait(3600)
        super().ask()


class MistypesTheDate(Clerk):
    def download(self) -> None:
        right = self.typed
        self.typed = replace(right, birth_date="31/02/1990")
        super().download()
        self.typed = right
        super().download()


class SignsInTwice(Clerk):
    def welcome(self) -> None:
        self.do(SignIn("canbo.mau", "quen-mat-khau"))
        super().welcome()


class GreetsLast(Clerk):
    def welcome(self) -> None:
        pass

    def leave(self) -> None:
        self.say("greet")
        super().leave()


class MissesTheCodeOnce(Clerk):
    def create(self, code: str) -> None:
        super().create("999999")
        super().create(code)


@pytest.mark.parametrize(
    ("clerk", "observed"),
    [
        (TakesALongTime, "tk.over_target"),
        (MistypesTheDate, "tk.mistyped"),
        (SignsInTwice, "tk.wrong_sign_in"),
        (MissesTheCodeOnce, "tk.code_slip"),
    ],
)
def test_a_slip_is_observed_and_costs_nothing(clerk: type[Clerk], observed: str) -> None:
    marks = marks_of(clerk())
    assert [each.rule for each in marks.observations] == [observed]
    assert (marks.points, marks.findings, marks.passed) == (100, (), True)


def test_a_mistake_outside_a_scenarios_rubric_is_observed() -> None:
    lenient = replace(SMOOTH, unmarked=frozenset({"tk.no_greeting"}))
    marks = marks_of(NeverGreets(lenient))
    assert marks.findings == ()
    assert [(each.rule, each.points) for each in marks.observations] == [("tk.no_greeting", 0)]


def test_a_mistake_may_cost_points_in_one_scenario_alone() -> None:
    assert [each.rule for each in marks_of(LeavesWithoutAWord()).findings] == ["tk.no_goodbye"]
    assert [each.rule for each in marks_of(LeavesWithoutAWord(SMOOTH)).observations] == [
        "tk.no_goodbye"
    ]


@pytest.mark.parametrize(("clerk", "cost"), [(AsksForHints, 6), (AsksForManyHints, 20)])
def test_hints_cost_a_little_each_and_20_points_at_most(clerk: type[Clerk], cost: int) -> None:
    marks = marks_of(clerk())
    assert (marks.points, marks.findings) == (100 - cost, ())
    assert [(each.rule, each.points) for each in marks.observations] == [("tk.hint_used", cost)]


def let_cost(points: int, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another price for one mistake, as no rubric of ours has it today."""
    entries = {**rubric(), name: replace(rubric()[name], points=points)}
    monkeypatch.setattr(remarks, "rubric", lambda: entries)


def test_a_grave_mistake_fails_a_run_however_many_points_are_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    let_cost(1, "tk.did_it_for_citizen", monkeypatch)
    marks = marks_of(TakesTheCitizensPhone())
    assert [finding.grave for finding in marks.findings] == [True]
    assert (marks.points > PASS_MARK, marks.passed) == (True, False)


@pytest.mark.parametrize(("points", "passed"), [(20, True), (21, False)])
def test_80_points_pass_and_79_do_not(
    points: int, passed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_cost(points, "tk.no_goodbye", monkeypatch)
    marks = marks_of(LeavesWithoutAWord())
    assert (marks.points, marks.passed) == (100 - points, passed)


def test_an_unfinished_run_has_the_points_of_the_steps_done_and_does_not_pass() -> None:
    clerk = Clerk()
    clerk.welcome()
    clerk.open_form()
    marks = score(SMOOTH, clerk.log)
    done = [result.step.id for result in marks.steps if result.when]
    assert done == ["greet", "sign_in", "open_form"]
    assert 0 < marks.points < 15
    assert (marks.passed, marks.outcome) == (False, "")


def test_a_step_taken_too_late_is_done_but_out_of_order() -> None:
    steps = {result.step.id: result for result in marks_of(GreetsLast()).steps}
    assert steps["greet"].when
    assert not steps["sign_in"].in_order


def test_a_finding_names_its_first_moment_and_how_often() -> None:
    clerk = AsksForHints()
    [observation] = marks_of(clerk).observations
    first = next(entry for entry in clerk.log if entry.seq == observation.when.seq)
    assert (observation.times, observation.when.at) == (3, first.at)
    assert first.fact.kind == "hint.shown"


def test_a_log_without_its_start_cannot_be_marked() -> None:
    with pytest.raises(ValueError, match=r"world\.started"):
        score(SMOOTH, [])


@pytest.mark.parametrize(("seconds", "hasty"), [(29, True), (30, False)])
def test_half_a_minute_is_time_enough_to_look_for_a_message(seconds: int, hasty: bool) -> None:
    class SendsAgain(Clerk):
        def send_code(self) -> None:
            sent = len(self.world.network.sms)
            super().send_code()
            self.wait(seconds - (self.now - at(self, sent + 1)).total_seconds())
            self.do(SendCode(1, self.typed))

    found = {each.rule for each in marks_of(SendsAgain()).findings}
    assert ("tk.resent_in_haste" in found) is hasty


def at(clerk: Clerk, number: int) -> datetime:
    """When the message of that number was sent."""
    return next(
        entry.at
        for entry in clerk.log
        if isinstance(entry.fact, SmsSent) and entry.fact.number == number
    )


@pytest.mark.parametrize(("seconds_more", "slow"), [(0, False), (1, True)])
def test_whoever_takes_just_the_time_wished_for_is_not_slow(seconds_more: int, slow: bool) -> None:
    clerk = Clerk()
    clerk.serve()
    first, end = clerk.log[0].at, timedelta(minutes=SMOOTH.target_minutes, seconds=seconds_more)
    log = [*clerk.log[:-1], replace(clerk.log[-1], at=first + end)]
    observed = {each.rule for each in score(SMOOTH, log).observations}
    assert ("tk.over_target" in observed) is slow


def test_a_finding_says_how_often_it_happened() -> None:
    class MistypesTheDateAgain(MistypesTheDate):
        def download(self) -> None:
            super().download()
            super().download()

    assert [each.times for each in marks_of(MistypesTheDate()).observations] == [1]
    assert [each.times for each in marks_of(MistypesTheDateAgain()).observations] == [2]


def test_points_begin_at_nought_and_never_fall_below(monkeypatch: pytest.MonkeyPatch) -> None:
    assert score(SMOOTH, Clerk(SMOOTH).log).points == 0
    let_cost(150, "tk.did_it_for_citizen", monkeypatch)
    assert marks_of(TakesTheCitizensPhone()).points == 0
