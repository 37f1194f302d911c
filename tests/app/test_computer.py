"""The desk's computer: somebody without a smartphone activates, screen by screen."""

import pytest
from flask import Flask

from sandbox.citizens import EidState
from sandbox.faults import OrderFault
from sandbox.log import Actor, HandFact
from sandbox.mock_vneid.commands import RequestActivation
from sandbox.setup import VneidPart
from tests.app.browsing import words
from tests.app.citizens_link import Holder, holder
from tests.app.effects import FixedEffects
from tests.app.refused import REAL_ID, REAL_PHONE

PAGE = "may-tinh/kich-hoat"
GOOD, CODE = "Mau#1234", "246810"
ANSWERED = {
    "first": "first_school",
    "first_answer": "Trường Mẫu",
    "second": "favourite_dish",
    "second_answer": "Canh chua",
}


def without_phone(app: Flask, *faults: OrderFault, **traits: object) -> Holder:
    """Issued at level 2, a simple telephone, and in front of the computer."""
    chosen = {"eid": EidState.LEVEL2_ISSUED, "smartphone": False, **traits}
    citizen = holder(app, *faults, era="2023", **chosen)  # type: ignore[arg-type]  # names checked by the dataclass
    assert citizen.get(PAGE).status_code == 200
    return citizen


@pytest.fixture
def citizen(app: Flask) -> Holder:
    return without_phone(app)


def ask(citizen: Holder) -> str:
    return words(citizen.follow(PAGE, "gui-yeu-cau", number=citizen.number, phone=citizen.phone))


def up_to_password(citizen: Holder) -> str:
    ask(citizen)
    return words(citizen.follow(PAGE, "ma", code=citizen.code))


def up_to_questions(citizen: Holder) -> str:
    up_to_password(citizen)
    citizen.follow(PAGE, "mat-khau", password=GOOD, again=GOOD)
    return words(citizen.follow(PAGE, "passcode", passcode=CODE, again=CODE))


def test_all_screens_in_their_order_activate_the_account(citizen: Holder) -> None:
    assert "Nhập mã OTP" in ask(citizen)
    assert "Đặt mật khẩu VNeID" in words(citizen.follow(PAGE, "ma", code=citizen.code))
    assert "Đặt mật mã (passcode)" in words(
        citizen.follow(PAGE, "mat-khau", password=GOOD, again=GOOD)
    )
    page = words(citizen.follow(PAGE, "passcode", passcode=CODE, again=CODE))
    assert "Chọn hai câu hỏi bảo mật" in page
    done = words(citizen.follow(PAGE, "cau-hoi", **ANSWERED))
    assert "Kích hoạt thành công" in done
    assert "Đăng nhập Cổng Dịch vụ công" in done
    assert citizen.world().vneid.level is EidState.LEVEL2_ACTIVE
    assert "Kích hoạt thành công" in words(citizen.get(PAGE))


def test_nothing_secret_is_in_the_log_or_shown_again(citizen: Holder) -> None:
    up_to_questions(citizen)
    answer = citizen.send(PAGE, "cau-hoi", **{**ANSWERED, "second": "first_school"})
    text = answer.get_data(as_text=True)
    assert 'value="first_school" selected' in text
    citizen.follow(PAGE, "cau-hoi", **ANSWERED)
    for secret in (GOOD, CODE, "Trường Mẫu", "Canh chua"):
        assert secret not in citizen.logged()
        assert secret not in text


@pytest.mark.parametrize(("pane", "hand"), [("", Actor.CITIZEN), ("khung/", Actor.CLERK)])
def test_the_log_knows_whose_hand_typed(citizen: Holder, pane: str, hand: Actor) -> None:
    citizen.pane = pane
    up_to_questions(citizen)
    citizen.follow(PAGE, "cau-hoi", **ANSWERED)
    hands = [entry.actor for entry in citizen.log() if isinstance(entry.fact, HandFact)]
    assert hands == [hand] * 5


def test_somebody_who_has_a_password_is_not_asked_for_one(app: Flask) -> None:
    citizen = without_phone(app, smartphone=True, part=VneidPart(had_level1=True))
    ask(citizen)
    page = words(citizen.follow(PAGE, "ma", code=citizen.code))
    assert "Đặt mật mã (passcode)" in page


def test_an_account_that_is_active_says_so(app: Flask) -> None:
    citizen = without_phone(app, smartphone=True, eid=EidState.LEVEL2_ACTIVE)
    answer = citizen.send(PAGE, "gui-yeu-cau", number=citizen.number, phone=citizen.phone)
    assert answer.status_code == 422
    assert "Tài khoản của bạn đã thực hiện kích hoạt" in words(answer)


@pytest.mark.parametrize("level", [EidState.NONE, EidState.LEVEL1])
def test_without_level_2_there_is_nothing_to_activate(app: Flask, level: EidState) -> None:
    citizen = without_phone(app, smartphone=True, eid=level)
    answer = citizen.send(PAGE, "gui-yeu-cau", number=citizen.number, phone=citizen.phone)
    assert "chưa được cấp" in words(answer)


def test_number_and_phone_are_found_wrong_at_once_and_kept(citizen: Holder) -> None:
    answer = citizen.send(PAGE, "gui-yeu-cau", number="000123", phone="0400999999")
    assert answer.status_code == 422
    assert words(answer).count("đúng 12 chữ số") == 2
    assert words(answer).count("không phải số đã đăng ký") == 2
    text = answer.get_data(as_text=True)
    assert 'value="000123"' in text
    assert 'value="0400999999"' in text


def test_real_looking_numbers_are_refused_and_kept_nowhere(citizen: Holder) -> None:
    answer = citizen.send(PAGE, "gui-yeu-cau", number=REAL_ID, phone=REAL_PHONE)
    assert answer.status_code == 422
    assert words(answer).count("không được lưu") == 4
    for real in (REAL_ID, REAL_PHONE):
        assert real not in answer.get_data(as_text=True)
        assert real not in citizen.logged()


def test_maintenance_keeps_what_was_typed(app: Flask) -> None:
    citizen = without_phone(app, OrderFault("vneid", "maintenance"))
    answer = citizen.send(PAGE, "gui-yeu-cau", number=citizen.number, phone=citizen.phone)
    assert answer.status_code == 422
    assert "Hệ thống đang bảo trì" in words(answer)
    assert f'value="{citizen.phone}"' in answer.get_data(as_text=True)


def test_a_code_is_refused_sent_again_and_dies(citizen: Holder, effects: FixedEffects) -> None:
    ask(citizen)
    assert "Mã OTP không đúng" in words(citizen.send(PAGE, "ma", code="999999"))
    effects.advance(seconds=181)
    assert "hết hiệu lực" in words(citizen.send(PAGE, "ma", code=citizen.code))
    assert "Nhập mã OTP" in words(citizen.follow(PAGE, "gui-lai"))
    assert "Đặt mật khẩu" in words(citizen.follow(PAGE, "ma", code=citizen.code))


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [("yeu", "yeu", "cần 8 đến 20 ký tự"), (GOOD, GOOD + "5", "không giống nhau")],
)
def test_a_weak_or_different_password_is_refused(
    citizen: Holder, password: str, again: str, says: str
) -> None:
    up_to_password(citizen)
    answer = citizen.send(PAGE, "mat-khau", password=password, again=again)
    assert answer.status_code == 422
    assert words(answer).count(says) == 2
    assert f'value="{password}"' not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("passcode", "again", "says"),
    [("12345", "12345", "gồm đúng 6 chữ số"), (CODE, "111111", "không giống nhau")],
)
def test_a_passcode_is_six_digits_twice(
    citizen: Holder, passcode: str, again: str, says: str
) -> None:
    up_to_password(citizen)
    citizen.follow(PAGE, "mat-khau", password=GOOD, again=GOOD)
    answer = citizen.send(PAGE, "passcode", passcode=passcode, again=again)
    assert answer.status_code == 422
    assert words(answer).count(says) == 2


def test_an_answer_that_looks_real_is_refused(citizen: Holder) -> None:
    up_to_questions(citizen)
    answer = citizen.send(PAGE, "cau-hoi", **{**ANSWERED, "first_answer": REAL_PHONE})
    assert answer.status_code == 422
    assert 'id="first_answer-error"' in answer.get_data(as_text=True)
    assert REAL_PHONE not in answer.get_data(as_text=True)


def test_an_activation_on_the_telephone_does_not_show_here(app: Flask) -> None:
    citizen = without_phone(app, smartphone=True)
    citizen.do(RequestActivation(citizen.number, citizen.phone))
    assert "Gửi yêu cầu" in words(citizen.get(PAGE))


def test_the_first_page_leads_to_both(citizen: Holder) -> None:
    page = citizen.get("may-tinh/")
    assert f'href="{citizen.home}{PAGE}"' in page.get_data(as_text=True)
    assert f'href="{citizen.home}cong/"' in page.get_data(as_text=True)
    citizen.get(PAGE)
    ask(citizen)
    assert "Kích hoạt tiếp" in words(citizen.get("may-tinh/"))


def test_a_button_nobody_knows_is_a_wrong_request(citizen: Holder) -> None:
    assert citizen.send(PAGE, "khong-co").status_code == 400


def test_a_telephone_number_in_the_wrong_field_does_not_vanish_without_a_word(
    citizen: Holder,
) -> None:
    answer = citizen.send(PAGE, "gui-yeu-cau", number=REAL_PHONE, phone=citizen.phone)
    assert answer.status_code == 422
    assert "trông giống của người thật" in words(answer)
