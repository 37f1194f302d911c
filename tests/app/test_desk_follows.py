"""The desk follows what happens on the citizen's side, by itself and without secrets."""

import re

import pytest
from flask import Flask

from sandbox import people
from sandbox.citizens import CardKind, EidState
from sandbox.faults import OrderFault
from sandbox.log import Actor
from sandbox.mock_vneid.commands import EnterCode, ReadChip, RequestActivation, SetPasscode, SignOut
from sandbox.public_portal.commands import ScanQr
from sandbox.setup import Setup
from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.effects import FixedEffects
from tests.app.office import Office
from tests.app.vneid_desk import HTMX, by_citizen, press, vneid_desk, vneid_setup
from web.desk.citizen_side import vneid_front
from web.practice.runs.runs import RunRecord
from web.worlds.service import CommandResult


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    return vneid_desk(client, app)


def ask_activation(clerk: Clerk, hand: Actor = Actor.CITIZEN) -> None:
    citizen = clerk.world().citizen
    number, phone = citizen.personal_id, people.own_phone(citizen)
    by_citizen(clerk, RequestActivation(number, phone, hand=hand))


def new_lines(clerk: Clerk, after: int) -> str:
    """What an open desk that knows the log up to ``after`` adds to its conversation."""
    answer = clerk.client.get(f"{clerk.desk}/_/loi-moi?sau={after}", headers=HTMX)
    assert answer.status_code == 200
    return words(answer)


def test_a_step_of_the_citizens_own_hand_is_seen_from_the_desk(clerk: Clerk) -> None:
    before = clerk.world().seq
    ask_activation(clerk)
    code = clerk.world().vneid.code
    assert code
    by_citizen(clerk, EnterCode(code.digits))
    assert new_lines(clerk, before) == (
        "Công dân vừa gửi yêu cầu kích hoạt tài khoản trên điện thoại. "
        "Công dân vừa nhập đúng mã OTP. "
        "Trên điện thoại, công dân đang ở màn hình “Đặt mật khẩu”."
    )


def test_before_anything_is_begun_the_desk_does_not_say_what_the_telephone_shows(
    clerk: Clerk,
) -> None:
    clerk.say("greet")
    assert "đang ở màn hình" not in words(clerk.client.get(clerk.desk))


def test_on_the_computer_the_desk_says_so(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app, vneid_setup(smartphone=False))
    page = words(clerk.say("guide_activation_computer"))
    assert "Trên máy tính ở quầy, công dân đang ở màn hình “Nhập mã OTP”." in page


@pytest.mark.parametrize(
    "scenario", ["vn-02-vao-cong-bang-vneid", "vn-07-dang-ky-so-dien-thoai", "vn-13-doi-may"]
)
def test_the_desk_names_the_screen_by_its_heading(
    client: Browser, office: Office, monkeypatch: pytest.MonkeyPatch, scenario: str
) -> None:
    act, named = office.act, list[str]()

    def watched(run: RunRecord, command: object) -> CommandResult:
        result = act(run, command)
        said = vneid_front.in_words(result.world)
        if said.startswith("Trên điện thoại"):
            screen = client.get(f"{office.telephone(run)}vneid/").get_data(as_text=True)
            named.extend(re.findall("“(.+)”", said))
            assert re.findall("<h1>(.+)</h1>", screen) == named[-1:]
        return result

    monkeypatch.setattr(office, "act", watched)
    office.serve(office.start("canbo1", scenario))
    assert named


def test_only_what_is_new_is_added_and_nothing_costs_nothing(clerk: Clerk) -> None:
    clerk.say("greet")
    before = clerk.world().seq
    poll = f"{clerk.desk}/_/loi-moi?sau={before}"
    assert clerk.client.get(poll, headers=HTMX).status_code == 204
    clerk.say("ask_vneid")
    assert "mời anh/chị ngồi" not in new_lines(clerk, before)
    assert f"sau={clerk.world().seq}" in clerk.client.get(poll, headers=HTMX).text


@pytest.mark.parametrize("after", ["", "x", "-5", "1e9", "0"])
def test_a_desk_that_knows_nothing_gets_everything(clerk: Clerk, after: str) -> None:
    clerk.say("greet")
    answer = clerk.client.get(f"{clerk.desk}/_/loi-moi?sau={after}", headers=HTMX)
    assert "mời anh/chị ngồi" in words(answer)


def test_what_the_screen_refuses_is_seen_in_its_own_words(clerk: Clerk) -> None:
    ask_activation(clerk)
    by_citizen(clerk, EnterCode("12"))
    assert "Máy của công dân báo: “Mã OTP" in words(clerk.client.get(clerk.desk))


def test_a_guided_citizen_reads_the_refusal_out_once(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(
        client, app, vneid_setup(), OrderFault("vneid", "maintenance"), era="2023"
    )
    page = words(clerk.say("guide_activation"))
    assert page.count("Hệ thống đang bảo trì. Vui lòng thử lại sau.") == 1
    assert "Máy báo thế này" in page


def test_the_clerks_own_hand_is_told_as_such(clerk: Clerk) -> None:
    ask_activation(clerk, Actor.CLERK)
    by_citizen(clerk, SetPasscode("1", "1", hand=Actor.CLERK))
    page = words(clerk.client.get(clerk.desk))
    assert "Anh/chị vừa làm thay công dân: gửi yêu cầu kích hoạt" in page
    assert "Anh/chị vừa làm thay, máy báo: “" in page
    assert "Công dân vừa" not in page


def test_what_follows_of_itself_has_no_hand(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app, vneid_setup(eid=EidState.LEVEL2_ACTIVE))
    by_citizen(clerk, SignOut())
    assert "Tài khoản thoát khỏi điện thoại đang dùng." in words(clerk.client.get(clerk.desk))


def test_an_old_card_is_named_as_it_was_in_that_year(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app, vneid_setup(card=CardKind.OLD, eid=EidState.NONE))
    clerk.say("guide_register")
    by_citizen(clerk, ReadChip())
    assert "cần làm CCCD gắn chip tại cơ quan Công an" in words(clerk.client.get(clerk.desk))


def test_the_public_portal_is_seen_too(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app, vneid_setup(eid=EidState.LEVEL2_ACTIVE))
    by_citizen(clerk, ScanQr())
    assert "Công dân vừa bắt đầu đăng nhập Cổng" in words(clerk.client.get(clerk.desk))


def test_an_account_visit_follows_as_well(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app, Setup())
    before = clerk.world().seq
    clerk.say("ask_phone_owner")
    assert "đứng tên" in new_lines(clerk, before)
    assert client.get(f"{clerk.desk}/_/tiep-don", headers=HTMX).headers["HX-Redirect"] == clerk.desk


def test_the_panel_changes_only_when_there_is_something_to_show(clerk: Clerk) -> None:
    tag = clerk.client.get(clerk.desk).text.partition("/_/tiep-don?co=")[2][:8]
    poll = f"{clerk.desk}/_/tiep-don?co={tag}"
    assert clerk.client.get(poll, headers=HTMX).status_code == 204
    clerk.say("greet")
    assert clerk.client.get(poll, headers=HTMX).status_code == 204
    clerk.say("offer_help")
    changed = clerk.client.get(poll, headers=HTMX)
    assert "✓ Công dân đồng ý" in words(changed)
    assert "<h1" not in changed.text
    assert "autofocus" not in changed.text


@pytest.mark.parametrize("part", ["loi-moi", "tiep-don"])
def test_opened_as_a_page_or_after_the_end_a_part_leads_to_the_desk(
    clerk: Clerk, part: str
) -> None:
    assert clerk.client.get(f"{clerk.desk}/_/{part}").location == clerk.desk
    clerk.client.get(clerk.desk)
    clerk.client.send(f"{clerk.desk}/ket-thuc")
    answer = clerk.client.get(f"{clerk.desk}/_/{part}", headers=HTMX)
    assert answer.headers["HX-Redirect"] == clerk.desk


def test_an_open_desk_keeps_nobody_signed_in(clerk: Clerk, effects: FixedEffects) -> None:
    for _ in range(3):
        effects.advance(minutes=45)
        last = clerk.client.get(f"{clerk.desk}/_/loi-moi?sau=0", headers=HTMX)
    assert last.headers["HX-Redirect"].startswith("/dang-nhap")


def test_the_phrases_for_what_is_happening_are_laid_open(clerk: Clerk) -> None:
    def lies_open() -> str:
        return words(clerk.client.get(f"{clerk.desk}/_/cau-noi", headers=HTMX)).split(" Câu khác")[
            0
        ]

    assert "Chào và hỏi nhu cầu" in lies_open()
    clerk.say("greet")
    assert lies_open().startswith("Hỏi đã cài đặt và kích hoạt VNeID chưa")
    press(clerk, "moi")
    press(clerk, "nhanh", branch="b1")
    assert lies_open().startswith("Báo nơi làm thẻ và thu nhận mức 2")
    press(clerk, "nhanh", branch="b3")
    assert lies_open().startswith("Hướng dẫn mở phần Kích hoạt trên điện thoại")
    ask_activation(clerk)
    assert lies_open().startswith("Mời công dân tự nhập mã OTP")


def test_an_open_page_learns_that_other_phrases_fit_now(clerk: Clerk) -> None:
    before = clerk.world().seq
    ask_activation(clerk)
    poll = clerk.client.get(f"{clerk.desk}/_/loi-moi?sau={before}", headers=HTMX)
    assert 'data-phase="code"' in poll.text


def test_what_is_said_brings_phrases_and_check_along_in_one_answer(clerk: Clerk) -> None:
    clerk.client.get(clerk.desk)
    said = clerk.client.send(f"{clerk.desk}/noi", {"cau": "ask_vneid"}, headers=HTMX)
    assert 'id="cac-cau"' in said.text
    assert "✓ Đã hỏi" in words(said)
    again = clerk.client.send(f"{clerk.desk}/noi", {"cau": "ask_vneid"}, headers=HTMX)
    assert "tiep-don-bang" not in again.text  # nothing changed there: a fold just opened stays so


def test_a_press_in_the_check_is_answered_in_the_conversation_at_once(clerk: Clerk) -> None:
    clerk.client.get(clerk.desk)
    pressed = clerk.client.send(f"{clerk.desk}/tiep-don/hoi", headers=HTMX)
    assert "có tin nhắn báo được duyệt" in words(pressed)
    assert 'id="loi-noi" hx-swap-oob="innerHTML"' in pressed.text
    assert 'id="cac-cau"' in pressed.text
