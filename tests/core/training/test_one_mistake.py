"""One mistake is one finding: the cause, with what followed from it named inside."""

import pytest

from sandbox.arrival import ChooseBranch, Refer
from sandbox.desk import Say
from sandbox.triage import Branch, Office
from tests.core.training.mistakes.procedure import IgnoresAMisheardPhone
from tests.core.training.robot import Clerk, marks_of
from tests.core.training.robot_vneid import VneidClerk
from training.rubric import rubric
from training.scenario import catalogue
from training.scorecard import Scorecard

OWN_NUMBER = "0400999111"
OLD_CARD = "vn-03-the-cu"
LEVEL_1 = "vn-04-chua-thu-nhan"
WAITING = "vn-01-kich-hoat-tai-quay"
ACTIVE = "vn-02-vao-cong-bang-vneid"


def rules(marks: Scorecard) -> list[str]:
    return [each.rule for each in marks.findings]


def follow(scenario: str, branch: Branch, office: Office | None = None) -> Scorecard:
    """Believes in that branch, and does to the end what it asks for."""

    class Believes(VneidClerk):
        def sort(self) -> None:
            self.do(ChooseBranch(branch))

        def help(self) -> None:
            rules = self.world.era.vneid
            offices = {Branch.B1: rules.card_offices, Branch.B2: rules.level2_offices}
            if branch in offices:
                self.do(Refer(office or offices[branch][-1]))
                self.tell_referral()
            if branch is Branch.B1:
                self.send_number()
            if branch is Branch.B3:
                self.do(Say("guide_activation"))
            if branch is Branch.B4:
                self.do(Say("guide_portal_qr"))

    return marks_of(Believes(catalogue()[scenario]))


@pytest.mark.parametrize(
    ("scenario", "branch", "followed"),
    [
        (WAITING, Branch.B1, ("vn.referred_needlessly", "vn.insurance_needless")),
        (WAITING, Branch.B2, ("vn.referred_needlessly",)),
        (WAITING, Branch.B4, ("vn.level2_not_there", "vn.gave_up")),
        (ACTIVE, Branch.B1, ("vn.referred_needlessly", "vn.insurance_needless")),
        (ACTIVE, Branch.B3, ("vn.activated_twice", "vn.gave_up")),
        (OLD_CARD, Branch.B2, ("vn.wrong_office", "vn.insurance_forgotten")),
        (OLD_CARD, Branch.B3, ("vn.level2_not_there", "vn.not_referred")),
        (LEVEL_1, Branch.B1, ("vn.insurance_needless",)),
        (LEVEL_1, Branch.B4, ("vn.level2_not_there", "vn.not_referred")),
    ],
)
def test_a_wrong_branch_followed_to_its_end_is_one_mistake(
    scenario: str, branch: Branch, followed: tuple[str, ...]
) -> None:
    marks = follow(scenario, branch)
    assert rules(marks) == ["vn.wrong_branch"]
    [finding] = marks.findings
    assert [name for name in followed if rubric()[name].title[1:] not in finding.happened] == []
    assert finding.points >= max(rubric()[name].points for name in followed)


def test_an_office_that_is_wrong_for_that_branch_too_is_a_second_mistake() -> None:
    marks = follow("vn-05-the-cu-nam-2025", Branch.B2, Office.DISTRICT_POLICE)
    assert sorted(rules(marks)) == ["vn.wrong_branch", "vn.wrong_office"]


def test_what_came_before_the_branch_did_not_follow_from_it() -> None:
    class SendsAwayFirst(VneidClerk):
        def sort(self) -> None:
            self.do(Refer(Office.PROVINCE_POLICE))
            self.do(ChooseBranch(Branch.B2))

    assert "vn.referred_needlessly" in rules(marks_of(SendsAwayFirst()))


class UsesTheirOwnNumber(Clerk):
    """Types a telephone of their own, reads the code there, and makes the account."""

    def ask_phone(self) -> str:
        super().ask_phone()
        return OWN_NUMBER

    def have_it_checked(self) -> None:
        pass

    def hear_code(self) -> str:
        return self.form.codes[-1].digits


class InsistsOnTheirOwnNumber(UsesTheirOwnNumber):
    def have_it_checked(self) -> None:
        self.check()


@pytest.mark.parametrize(
    ("kind", "cause"),
    [(UsesTheirOwnNumber, "tk.wrong_phone"), (InsistsOnTheirOwnNumber, "tk.ignored_citizen")],
)
def test_an_own_number_used_to_the_end_is_one_mistake(kind: type[Clerk], cause: str) -> None:
    marks = marks_of(kind())
    assert rules(marks) == [cause]
    assert "mã OTP mà công dân chưa đọc" in marks.findings[0].happened
    assert not marks.passed


def test_a_code_of_the_citizens_own_phone_that_nobody_read_out_is_a_second_mistake() -> None:
    class PutsTheNumberRight(IgnoresAMisheardPhone):
        def hear_code(self) -> str:
            return self.form.codes[-1].digits

    assert sorted(rules(marks_of(PutsTheNumberRight()))) == [
        "tk.code_not_read",
        "tk.ignored_citizen",
    ]


def test_what_a_finding_says_already_is_named_in_it() -> None:
    marks = marks_of(IgnoresAMisheardPhone())
    assert [each.happened.count("Cùng trong lỗi này") for each in marks.findings] == [1]


def test_a_passcode_tried_again_is_told_at_the_step_that_renews_it() -> None:
    class TriesOnceMore(VneidClerk):
        def renew_passcode(self) -> None:
            self.failed("invite_passcode")
            super().renew_passcode()

    marks = marks_of(TriesOnceMore(catalogue()["vn-10-khong-nho-mat-ma"]))
    assert [(each.rule, each.step) for each in marks.findings] == [
        ("vn.secret_guessed", "forgot_passcode")
    ]
