"""What a run is told stands together: praise, findings, the order of steps and the result."""

from dataclasses import replace

import pytest

from tests.core.training.careful import careful
from tests.core.training.mistakes.table import MISTAKEN
from tests.core.training.robot import Clerk, marks_of
from tests.core.training.robot_vneid import VneidClerk
from tests.core.training.test_obstacles import finish, vneid_down
from training.debrief import NAME_A_DAY, debrief
from training.procedure import StepStatus, compare
from training.rubric import rubric
from training.scenario import catalogue
from training.scorecard import Scorecard
from training.steps import known_steps

# Beside each of these mistakes, no praise may speak of that.
UNSAYS = {
    "tk.required_vneid": ("tiếp nhận", "quyền nộp hồ sơ"),
    "vn.not_received": ("tiếp nhận", "quyền nộp hồ sơ"),
    "tk.did_it_for_citizen": ("tự nhập", "tự đặt", "tự đọc mã", "tự đổi", "từ chối làm thay"),
    "vn.took_offered_phone": ("từ chối làm thay",),
    "tk.kept_password": ("từ chối giữ mật khẩu",),
    "vn.wrong_office": ("nơi đến",),
    "vn.referred_needlessly": ("nơi đến",),
    "tk.ignored_citizen": ("lắng nghe", "xác nhận giấy đề nghị"),
    "tk.wrong_card": ("đúng thẻ",),
}
AMISS = {StepStatus.EARLY, StepStatus.SKIPPED}


@pytest.mark.parametrize("kind", MISTAKEN, ids=lambda kind: kind.__name__)
def test_no_praise_contradicts_a_finding(kind: type[Clerk]) -> None:
    clerk = kind()
    marks = marks_of(clerk)
    praise = " ".join(debrief(clerk.task, clerk.log, marks).praise)
    unsaid = [word for each in marks.findings for word in UNSAYS.get(each.rule, ())]
    assert [word for word in unsaid if word in praise] == []


@pytest.mark.parametrize("rule", UNSAYS)
def test_each_of_those_mistakes_has_praise_to_take_back(rule: str) -> None:
    entry = rubric()[rule]
    praise = " ".join(known_steps()[step].praise for step in (entry.step, *entry.spoils))
    assert any(word in praise for word in UNSAYS[rule])


class AsksForThePhoneFirst(Clerk):
    """In another order than the plan's, to nobody's harm."""

    def welcome(self) -> None:
        super().welcome()
        self.ask()


class ReceivesAtOnce(VneidClerk):
    def welcome(self) -> None:
        super().welcome()
        self.receive()


def orders(clerk: Clerk, marks: Scorecard) -> set[StepStatus]:
    return {each.status for each in compare(marks, clerk.log[0].at).steps}


@pytest.mark.parametrize("kind", [AsksForThePhoneFirst, ReceivesAtOnce])
def test_another_order_is_no_wrong_order_where_nothing_is_wrong(kind: type[Clerk]) -> None:
    clerk = kind()
    marks = marks_of(clerk)
    assert (marks.points, marks.passed, marks.findings) == (100, True, ())
    assert orders(clerk, marks) == {StepStatus.IN_ORDER, StepStatus.OTHER_ORDER}


def test_what_answers_trouble_is_not_left_out_where_none_came() -> None:
    clerk = careful(replace(catalogue()["tk-03-tin-nhan-khong-toi"], faults=()))
    marks = marks_of(clerk)
    assert (marks.points, marks.passed, marks.findings) == (100, True, ())
    assert orders(clerk, marks) == {StepStatus.IN_ORDER, StepStatus.NOT_NEEDED}


def test_who_could_not_and_named_no_day_is_told_just_that() -> None:
    clerk = vneid_down()
    marks = finish(clerk)
    told = debrief(clerk.task, clerk.log, marks)
    assert (told.suggestion, told.next_scenario) == (NAME_A_DAY, clerk.task.id)
    assert StepStatus.NOT_NEEDED in orders(clerk, marks)
    assert not orders(clerk, marks) & AMISS
