"""The question before the end names what of VNeID is still open, and forbids nothing."""

import pytest
from flask import Flask

from sandbox.citizens import EidState
from sandbox.setup import Setup, VneidPart
from tests.app.at_the_desk import Clerk
from tests.app.browsing import Browser, words
from tests.app.vneid_desk import vneid_desk, vneid_setup

HEADING = "Phần VNeID chưa xong"
ACTIVE = vneid_setup(eid=EidState.LEVEL2_ACTIVE)


def question(clerk: Clerk) -> str:
    return words(clerk.client.get(f"{clerk.desk}/ket-thuc"))


def test_with_nothing_begun_nothing_is_named(client: Browser, app: Flask) -> None:
    assert HEADING not in question(vneid_desk(client, app))


@pytest.mark.parametrize(
    ("setup", "phrase", "sentence"),
    [
        (vneid_setup(), "guide_activation", "đang làm dở: kích hoạt tài khoản."),
        (vneid_setup(eid=EidState.NONE), "guide_register", "đang làm dở: đăng ký tài khoản mức 1"),
        (ACTIVE, "guide_forgot_password", "đang làm dở: đặt lại mật khẩu."),
        (ACTIVE, "guide_forgot_passcode", "đang làm dở: đặt lại mật mã."),
        (ACTIVE, "guide_portal_qr", "đang làm dở: đăng nhập Cổng Dịch vụ công."),
        (
            vneid_setup(VneidPart(signed_in_on="old"), eid=EidState.LEVEL2_ACTIVE),
            "guide_sign_in",
            "đang làm dở: đăng nhập trên máy mới.",
        ),
    ],
)
def test_screens_in_front_of_the_citizen_are_named(
    client: Browser, app: Flask, setup: Setup, phrase: str, sentence: str
) -> None:
    clerk = vneid_desk(client, app, setup)
    clerk.say(phrase)
    assert f"{HEADING} Công dân {sentence}" in question(clerk)


def test_help_accepted_and_not_given_is_named_until_something_is_done(
    client: Browser, app: Flask
) -> None:
    clerk = vneid_desk(client, app, ACTIVE)
    clerk.say("offer_help")
    assert "đã đồng ý nhận hỗ trợ VNeID nhưng chưa làm được bước nào" in question(clerk)
    clerk.say("guide_papers")
    assert HEADING not in question(clerk)


def test_help_declined_is_nothing_open(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app, vneid_setup(VneidPart(declines_help=True)))
    clerk.say("offer_help")
    assert HEADING not in question(clerk)


def test_the_visit_ends_all_the_same(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app)
    clerk.say("guide_activation")
    assert "vẫn kết thúc được" in question(clerk)
    client.send(f"{clerk.desk}/ket-thuc")
    assert clerk.world().desk.closed
