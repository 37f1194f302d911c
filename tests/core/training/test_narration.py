"""A line of the log as a sentence, on both sides of whatever it depends on."""

from dataclasses import replace

import pytest

from sandbox.details import Details
from sandbox.events import (
    ActivationAsked,
    CodeSent,
    Enrolled,
    FormChecked,
    HelpChosen,
    LookedUp,
    PaperRequested,
    PasswordSet,
    StepRefused,
)
from sandbox.log import Actor, Entry, Fact
from sandbox.refusal import Refused
from sandbox.rules import Rule
from tests.core.play import MORNING
from training.narration import narrate, narrate_with_hand

CITIZEN = Actor.CITIZEN
SENT = CodeSent(1, 1, "0400123456", MORNING, "000001")
TRIED = StepRefused("create", (Refused(Rule.CODE_WRONG),), form=1)


def told(fact: Fact) -> str:
    return narrate(Entry(2, MORNING, Actor.CLERK, fact))


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (FormChecked(1, Details(), ()), "Đọc giấy đề nghị và xác nhận thông tin đúng."),
        (
            FormChecked(1, Details(), ("phone", "email")),
            "Đọc giấy đề nghị và thấy chưa đúng: số điện thoại, thư điện tử.",
        ),
        (LookedUp(1, "000188123456", True), "Tra cứu số CMND/CCCD: số này đã có tài khoản."),
        (LookedUp(1, "000188123456", False), "Tra cứu số CMND/CCCD: số này chưa có tài khoản."),
        (SENT, "Gửi mã OTP."),
        (replace(SENT, number=2), "Gửi mã OTP lần 2."),
        (HelpChosen(True), "Đồng ý nhận hỗ trợ."),
        (HelpChosen(False), "Không nhận hỗ trợ hôm nay."),
        (Enrolled(CITIZEN, MORNING, True), "Được thu nhận mức 2 và cấp thẻ tại cơ quan Công an."),
        (Enrolled(CITIZEN, MORNING, False), "Được thu nhận mức 2 tại cơ quan Công an."),
        (
            ActivationAsked(CITIZEN, "computer"),
            "Gửi yêu cầu kích hoạt tài khoản trên máy tính.",
        ),
        (
            ActivationAsked(CITIZEN, "handset"),
            "Gửi yêu cầu kích hoạt tài khoản trên điện thoại.",
        ),
        (
            PaperRequested(CITIZEN, "driving_licence", True),
            "Gửi yêu cầu tích hợp giấy phép lái xe: đã vào ví giấy tờ.",
        ),
        (
            PaperRequested(CITIZEN, "driving_licence", False),
            "Gửi yêu cầu tích hợp giấy phép lái xe: số không khớp nên không được duyệt.",
        ),
    ],
)
def test_a_line_says_which_way_it_went(fact: Fact, sentence: str) -> None:
    assert told(fact) == sentence


def test_what_was_the_citizens_to_do_is_said_to_be_done_for_them() -> None:
    def with_hand(fact: Fact) -> str:
        return narrate_with_hand(Entry(2, MORNING, Actor.CLERK, fact))

    assert with_hand(PasswordSet(CITIZEN, "x")) == "Đặt mật khẩu VNeID."
    assert with_hand(PasswordSet(Actor.CLERK, "x")) == "Làm thay công dân: đặt mật khẩu VNeID."
    tried = told(TRIED)
    assert with_hand(TRIED) == tried
    for_citizen = with_hand(replace(TRIED, hand=Actor.CLERK))
    assert for_citizen == f"Làm thay công dân: {tried[0].lower()}{tried[1:]}"
