"""Into the public portal with VNeID: number, code, consent and passcode, or the QR code."""

import pytest
from flask import Flask

from sandbox.citizens import EidState
from sandbox.faults import OrderFault
from sandbox.log import Actor, HandFact
from sandbox.public_portal.commands import ConfirmPasscode, ScanQr, ShareConsent
from sandbox.setup import VneidPart
from tests.app.browsing import words
from tests.app.citizens_link import Holder, holder
from tests.app.effects import FixedEffects
from tests.app.refused import REAL_ID, REAL_PHONE

DOOR = "cong/dang-nhap"


@pytest.fixture
def citizen(app: Flask) -> Holder:
    """Active at level 2, and at the portal's door."""
    return at_the_door(holder(app))


def at_the_door(citizen: Holder) -> Holder:
    assert citizen.get(DOOR).status_code == 200
    return citizen


def hands(citizen: Holder) -> set[Actor]:
    """Whose hands have been at work."""
    return {entry.actor for entry in citizen.log() if isinstance(entry.fact, HandFact)}


def up_to_code(citizen: Holder) -> Holder:
    citizen.follow(DOOR, "so", number=citizen.number, password=citizen.password)
    return citizen


def up_to_consent(citizen: Holder) -> Holder:
    up_to_code(citizen).follow(DOOR, "ma", code=citizen.code)
    return citizen


def up_to_passcode(citizen: Holder) -> Holder:
    up_to_consent(citizen).follow(DOOR, "dong-y", consent="yes")
    return citizen


def test_number_and_password_lead_screen_by_screen_to_the_account_page(citizen: Holder) -> None:
    credentials = {"number": citizen.number, "password": citizen.password}
    assert "Mã xác nhận đăng nhập" in words(citizen.follow(DOOR, "so", **credentials))
    assert "Xác nhận chia sẻ" in words(citizen.follow(DOOR, "ma", code=citizen.code))
    assert "Nhập mật mã" in words(citizen.follow(DOOR, "dong-y", consent="yes"))
    page = words(citizen.follow(DOOR, "passcode", passcode=citizen.passcode))
    assert "Trang của tôi" in page
    for value in (citizen.world().citizen.full_name, citizen.number, citizen.phone):
        assert value in page
    assert "Số định danh và mật khẩu VNeID" in page
    assert "Mức độ 02" in page


def test_the_citizens_hand_is_in_the_log_and_no_secret_is(citizen: Holder) -> None:
    up_to_passcode(citizen).follow(DOOR, "passcode", passcode=citizen.passcode)
    assert hands(citizen) == {Actor.CITIZEN}
    for secret in (citizen.password, citizen.passcode):
        assert secret not in citizen.logged()


def test_in_the_pane_it_is_the_clerks_hand(citizen: Holder) -> None:
    citizen.pane = "khung/"
    assert "Anh/chị đang làm thay công dân" in words(citizen.get(DOOR))
    up_to_code(citizen)
    assert hands(citizen) == {Actor.CLERK}


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("", "đúng 12 chữ số"),
        ("000123", "đúng 12 chữ số"),
        (REAL_ID, "không thuộc bộ dữ liệu giả lập"),
        ("000090123456", "Số định danh hoặc mật khẩu chưa đúng"),
    ],
)
def test_a_wrong_number_is_told_and_kept_unless_it_looks_real(
    citizen: Holder, number: str, says: str
) -> None:
    answer = citizen.send(DOOR, "so", number=number, password="Sai#12345")
    assert answer.status_code == 422
    assert words(answer).count(says) == 2  # beside the field and in the summary
    text = answer.get_data(as_text=True)
    assert (f'value="{number}"' in text) == (number != REAL_ID)
    assert "Sai#12345" not in text
    assert REAL_ID not in citizen.logged()


def test_wrong_passwords_lock_and_forgetting_is_explained(citizen: Holder) -> None:
    for _ in range(4):
        answer = citizen.send(DOOR, "so", number=citizen.number, password="sai")
        assert "Số định danh hoặc mật khẩu chưa đúng" in words(answer)
    last = citizen.send(DOOR, "so", number=citizen.number, password="sai")
    assert "tạm khóa" in words(last)
    right = citizen.send(DOOR, "so", number=citizen.number, password=citizen.password)
    assert right.status_code == 422
    assert "tạm khóa" in words(right)
    assert "Quên mật khẩu VNeID?" in words(right)


@pytest.mark.parametrize(
    ("level", "says"),
    [
        (EidState.NONE, "chưa được kích hoạt"),
        (EidState.LEVEL2_ISSUED, "chưa được kích hoạt"),
        (EidState.LEVEL1, "cần tài khoản định danh mức 2"),
    ],
)
def test_only_an_active_level_2_opens(app: Flask, level: EidState, says: str) -> None:
    citizen = at_the_door(holder(app, eid=level))
    answer = citizen.send(DOOR, "so", number=citizen.number, password=citizen.password)
    assert answer.status_code == 422
    assert says in words(answer)


def test_vneid_under_maintenance_says_so_and_keeps_the_number(app: Flask) -> None:
    citizen = at_the_door(holder(app, OrderFault("vneid", "maintenance")))
    answer = citizen.send(DOOR, "so", number=citizen.number, password=citizen.password)
    assert answer.status_code == 422
    assert "Hệ thống đang bảo trì" in words(answer)
    assert f'value="{citizen.number}"' in answer.get_data(as_text=True)
    up_to_code(citizen)


@pytest.mark.parametrize(
    ("code", "says"),
    [("", "Chưa nhập mã OTP"), ("12345", "gồm đúng 6 chữ số"), ("999999", "không đúng")],
)
def test_a_wrong_code_is_told_and_not_shown_again(citizen: Holder, code: str, says: str) -> None:
    answer = up_to_code(citizen).send(DOOR, "ma", code=code)
    assert answer.status_code == 422
    assert words(answer).count(says) == 2
    assert 'name="code" type="text" value=""' in answer.get_data(as_text=True)


def test_a_code_too_old_is_sent_again(citizen: Holder, effects: FixedEffects) -> None:
    old = up_to_code(citizen).code
    effects.advance(seconds=181)
    assert "hết hiệu lực" in words(citizen.send(DOOR, "ma", code=old))
    citizen.follow(DOOR, "gui-lai")
    assert citizen.code != old
    assert "Xác nhận chia sẻ" in words(citizen.follow(DOOR, "ma", code=citizen.code))


def test_no_tick_no_consent(citizen: Holder) -> None:
    answer = up_to_consent(citizen).send(DOOR, "dong-y")
    assert answer.status_code == 422
    assert words(answer).count("Chưa đánh dấu đồng ý") == 2
    assert "đồng ý với các nội dung này" in words(answer)


def test_a_tick_stays_when_something_else_was_wrong(app: Flask) -> None:
    citizen = up_to_consent(at_the_door(holder(app)))
    citizen.do(OrderFault("vneid", "maintenance"))
    answer = citizen.send(DOOR, "dong-y", consent="yes")
    assert answer.status_code == 422
    assert 'value="yes" checked' in answer.get_data(as_text=True)


def test_a_locked_passcode_is_told_here_and_forgotten_on_the_telephone(app: Flask) -> None:
    citizen = at_the_door(holder(app, part=VneidPart(passcode_misses=3)))
    wrong = up_to_passcode(citizen).send(DOOR, "passcode", passcode="999999")
    assert "Mật mã không đúng" in words(wrong)
    assert "tạm khóa" in words(citizen.send(DOOR, "passcode", passcode="999999"))
    assert "999999" not in wrong.get_data(as_text=True)
    right = citizen.send(DOOR, "passcode", passcode=citizen.passcode)
    assert right.status_code == 422
    assert "tạm khóa" in words(right)
    assert "Quên passcode?" in words(right)


def test_a_step_out_of_turn_shows_the_screen_whose_turn_it_is(citizen: Holder) -> None:
    early = up_to_code(citizen).send(DOOR, "passcode", passcode="")
    assert early.status_code == 422
    assert "chưa tới lượt" in words(early)
    assert "Mã xác nhận đăng nhập" in words(early)
    assert 'href="#passcode"' not in early.get_data(as_text=True)


def test_a_button_nobody_knows_is_a_wrong_request(citizen: Holder) -> None:
    assert citizen.send(DOOR, "khong-co").status_code == 400


def test_somebody_who_began_can_choose_another_way(citizen: Holder) -> None:
    up_to_code(citizen)
    assert "Mã xác nhận đăng nhập" in words(citizen.get(DOOR))
    assert "Quét mã QR bằng VNeID" in words(citizen.get(f"{DOOR}?lai=1"))


def test_a_qr_sign_in_goes_on_on_the_telephone(citizen: Holder) -> None:
    citizen.do(ScanQr())
    page = words(citizen.get(DOOR))
    assert "Tiếp tục trên điện thoại" in page
    assert "→ Đồng ý chia sẻ thông tin trên điện thoại" in page
    citizen.do(ShareConsent(ticked=True))
    assert "→ Nhập mật mã trên điện thoại" in words(citizen.get(DOOR))
    citizen.do(ConfirmPasscode(citizen.passcode))
    arrived = words(citizen.client.get(citizen.home + DOOR, follow_redirects=True))
    assert "Trang của tôi" in arrived
    assert "Quét mã QR bằng VNeID" in arrived


def test_the_qr_code_leads_to_the_citizens_own_telephone_even_from_the_pane(app: Flask) -> None:
    citizen = holder(app)
    own = citizen.get(DOOR).get_data(as_text=True)
    citizen.pane = "khung/"
    page = citizen.get(DOOR).get_data(as_text=True)
    pictures = [text[text.index("<svg") : text.index("</svg>")] for text in (own, page)]
    assert pictures[0] == pictures[1]


def test_a_telephone_number_in_the_wrong_field_does_not_vanish_without_a_word(
    citizen: Holder,
) -> None:
    answer = citizen.send(DOOR, "so", number=REAL_PHONE, password=citizen.password)
    assert answer.status_code == 422
    assert "trông giống của người thật" in words(answer)
