"""Steps left out: each is explained by a mistake, is a finding, or was nobody's to take."""

from dataclasses import replace

import pytest

from sandbox.arrival import ChooseBranch, NoteArrival, Receive, Refer, SendNumber
from sandbox.desk import CloseVisit, Say
from sandbox.log import Fact
from sandbox.played import Leave, PlayCitizen
from tests.core.training.careful import careful
from tests.core.training.mistakes.account_slips import NeverAsksForThePhone
from tests.core.training.mistakes.arrival_slips import hands_over
from tests.core.training.mistakes.manners import (
    KeepsThePassword,
    NeverGreets,
    SendsTheCitizenHome,
)
from tests.core.training.robot import Clerk, marks_of
from tests.core.training.robot_vneid import VneidClerk
from training import remarks
from training.narration import OUTCOMES
from training.rubric import rubric
from training.scenario import Scenario, catalogue
from training.scorecard import Scorecard
from training.scoring import score
from training.steps import step_of

SMOOTH = catalogue()["tk-01-thuan-loi"]
CROWDED = catalogue()["vn-23-ban-ho-tro"]


def worth(scenario: Scenario, *steps: str) -> int:
    """What these steps are of the whole procedure, in per cent."""
    whole = sum(step.weight for step in scenario.steps)
    return sum(round(100 * step_of(name).weight / whole) for name in steps)


# What can be left out while all the rest goes on as it ought to.
WORDS = {
    *("greet", "ask_vneid", "check_app", "give_priority", "offer_help", "respect_choice"),
    *("tell_referral", "introduce_supporter", "tell_wait", "tell_outage", "ask_papers"),
    *("tell_paper_there", "ask_phone_owner", "check_form", "tell_exists", "tell_created"),
    "decline_password",
}
NOTES = {
    "note_arrival": NoteArrival,
    "choose_branch": ChooseBranch,
    "refer": Refer,
    "send_number": SendNumber,
    "receive": Receive,
}
NEEDED = {  # whoever names a wrong number first, and says so only when asked
    ("vn-07-dang-ky-so-dien-thoai", "ask_phone_owner"),
    ("tk-09-cong-dan-thay-sai", "check_form"),
    ("vn-20-tuong-la-chua", "ask_vneid"),  # the level read off the screen tells as much
}
LEAVABLE = [
    (scenario, step.id)
    for scenario in catalogue().values()
    for step in scenario.steps
    if step.id in WORDS | NOTES.keys() and (scenario.id, step.id) not in NEEDED
]


def without(scenario: Scenario, step: str) -> Clerk:
    """The careful clerk who leaves that one out."""
    clerk, noted = careful(scenario), NOTES.get(step, ())
    rightly = clerk.do

    def do(command: object) -> list[Fact]:
        left_out = command == Say(step) or isinstance(command, noted)
        return [] if left_out else rightly(command)

    clerk.do = do  # type: ignore[method-assign]  # this one clerk, for once
    return clerk


@pytest.mark.parametrize(("scenario", "step"), LEAVABLE, ids=lambda each: getattr(each, "id", each))
def test_whoever_leaves_one_thing_out_is_told_just_that(scenario: Scenario, step: str) -> None:
    marks = marks_of(without(scenario, step))
    [finding] = marks.findings
    assert finding.step == step
    assert worth(scenario, step) <= finding.points == 100 - marks.points


def done_and_missing(marks: Scorecard) -> tuple[list[str], list[str]]:
    """The steps that were taken, and those that were not."""
    done = [each.step.id for each in marks.steps if each.when]
    return done, [each.step.id for each in marks.steps if not each.when]


def test_a_step_left_out_for_no_other_reason_is_a_finding_and_costs_its_share() -> None:
    marks = marks_of(NeverAsksForThePhone())
    [finding] = marks.findings
    step = step_of("ask_phone")
    assert (finding.rule, finding.step, finding.clause) == ("step.ask_phone", step.id, step.clause)
    assert finding.points == worth(SMOOTH, "ask_phone") == 100 - marks.points
    assert step.title in finding.title
    assert step.title in finding.happened
    assert (finding.instead, finding.grave, finding.times) == (step.hint, False, 1)
    assert all((finding.suffers, finding.weighs))


def test_whoever_gives_up_pays_for_all_that_was_left_out() -> None:
    marks = marks_of(SendsTheCitizenHome())
    [finding] = marks.findings
    _, missing = done_and_missing(marks)
    assert finding.points == worth(SMOOTH, *missing) > 40


def test_whoever_does_nothing_has_hardly_a_point_and_pays_for_each_step_once() -> None:
    clerk = Clerk()
    clerk.do(CloseVisit())
    marks = score(clerk.task, clerk.log)
    points = {finding.rule: finding.points for finding in marks.findings}
    assert points == {"tk.gave_up": worth(SMOOTH, *done_and_missing(marks)[1])}
    assert marks.points <= 5
    assert [each.rule for each in marks.observations] == ["tk.no_goodbye"]


def test_even_the_smallest_step_costs_a_point() -> None:
    heavy = tuple(
        replace(step, weight=step.weight if step.id == "ask_phone" else 1000)
        for step in SMOOTH.steps
    )
    [finding] = marks_of(NeverAsksForThePhone(replace(SMOOTH, steps=heavy))).findings
    assert finding.points == 1


@pytest.mark.parametrize(("points", "told"), [(20, True), (21, False)])
def test_how_the_visit_ended_is_told_where_no_finding_says_why_it_failed(
    points: int, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = {**rubric(), "tk.no_greeting": replace(rubric()["tk.no_greeting"], points=points)}
    monkeypatch.setattr(remarks, "rubric", lambda: entries)
    clerk = Clerk()
    clerk.do(PlayCitizen())
    clerk.do(Leave())
    clerk.do(CloseVisit())
    marks = score(SMOOTH, clerk.log)
    assert [finding.points for finding in marks.findings] == [points]
    assert ("tk.ended_otherwise" in {each.rule for each in marks.observations}) is told


def test_a_grave_mistake_that_is_only_remarked_on_is_not_called_grave() -> None:
    lenient = replace(
        catalogue()[KeepsThePassword.scenario], unmarked=frozenset({"tk.kept_password"})
    )
    [observed] = marks_of(KeepsThePassword(lenient)).observations
    assert (observed.rule, observed.grave, observed.points) == ("tk.kept_password", False, 0)


def test_what_a_scenario_only_remarks_on_costs_nothing_there() -> None:
    lenient = replace(SMOOTH, unmarked=frozenset({"tk.no_greeting"}))
    marks = marks_of(NeverGreets(lenient))
    assert done_and_missing(marks)[1] == ["greet"]
    assert (marks.points, marks.passed) == (100, True)


def test_whoever_goes_further_than_handing_over_need_not_hand_over() -> None:
    class HelpsAllTheSame(VneidClerk):
        def hand_over(self) -> None:
            self.help()

    marks = marks_of(HelpsAllTheSame(CROWDED))
    assert done_and_missing(marks)[1] == ["hand_over", "introduce_supporter"]
    assert (marks.points, marks.passed, marks.findings) == (100, True, ())


@pytest.mark.parametrize("scenario", ["vn-01-kich-hoat-tai-quay", "vn-02-vao-cong-bang-vneid"])
def test_handing_over_what_is_done_at_the_desk_costs_nothing_and_has_not_passed(
    scenario: str,
) -> None:
    class HandsOver(VneidClerk):
        def help(self) -> None:
            hands_over(self)

    marks = marks_of(HandsOver(catalogue()[scenario]))
    assert (marks.points, marks.passed, marks.findings) == (100, False, ())
    told = {each.rule for each in marks.observations}
    assert told == {"vn.handed_over_needlessly", "tk.ended_otherwise"}


@pytest.mark.parametrize("scenario", [SMOOTH, CROWDED, catalogue()["vn-03-the-cu"]])
def test_a_citizen_who_walks_off_is_not_the_clerks_doing_and_is_told(scenario: Scenario) -> None:
    clerk = Clerk(scenario)
    clerk.do(PlayCitizen())
    clerk.do(Leave())
    clerk.say("greet")
    clerk.do(CloseVisit())
    marks = score(scenario, clerk.log)
    assert OUTCOMES[marks.outcome] == "công dân đã rời quầy"
    assert {each.rule for each in marks.findings} <= {"tk.no_greeting"}
    assert [each.rule for each in marks.observations if not each.points][-1] == "tk.ended_otherwise"
    assert not marks.passed


def test_while_the_visit_goes_on_nothing_is_left_out_yet() -> None:
    clerk = Clerk()
    clerk.welcome()
    marks = score(SMOOTH, clerk.log)
    assert (marks.findings, marks.observations) == ((), ())
    assert 0 < marks.points < 10
