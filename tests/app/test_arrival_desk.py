"""The check at arrival: noted, chosen, handed over, and nothing of it in the way of reception."""

from dataclasses import replace

import pytest
from flask import Flask

from sandbox.era import era, era_names
from sandbox.events import NumberSent, ReceptionBegun
from sandbox.phases import offered
from sandbox.phrases import phrase_book
from sandbox.setup import CitizenPart, VneidPart
from sandbox.state import Arrival
from sandbox.triage import AccountStatus, Branch, Office
from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.vneid_desk import HTMX, facts, press, vneid_desk, vneid_setup

STEPS = {
    "ket-qua": ("result", "Kết quả kiểm tra này không có trong danh sách"),
    "nhanh": ("branch", "Nhánh này không có trong bảng"),
    "gioi-thieu": ("office", "Cơ quan này không có trong danh sách"),
    "chuyen": ("supporter", "Tổ hỗ trợ này không có trong danh sách"),
}


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    return vneid_desk(client, app)


def test_it_comes_first_where_vneid_is_practised_and_nowhere_else(
    client: Browser, app: Flask
) -> None:
    page = client.get(vneid_desk(client, app).desk).text
    assert page.index("Kiểm tra khi tiếp đón") < page.index("Công dân trước quầy")
    account = clerk_at_desk(client, app)
    assert "Kiểm tra khi tiếp đón" not in client.get(account.desk).text
    assert client.send(f"{account.desk}/tiep-don/tiep-nhan").status_code == 404


def test_what_has_been_done_shows_as_done(clerk: Clerk) -> None:
    for step, fields in (
        ("ket-qua", {"result": "level2_not_active"}),
        ("nhanh", {"branch": "b3"}),
        ("gioi-thieu", {"office": "commune_police"}),
        ("chuyen", {"supporter": "youth_union"}),
        ("gui-so", {}),
        ("tiep-nhan", {}),
    ):
        page = press(clerk, step, **fields)
    shown = words(page)
    assert "Kết quả kiểm tra ✓ Đã được cấp mức 2, chưa kích hoạt" in shown
    assert "✓ Nhánh 3" in shown
    assert "✓ Công an xã" in shown
    assert "✓ Đoàn Thanh niên" in shown
    assert "bảo hiểm xã hội ✓ Đã gửi" in shown
    assert "✓ Đã tiếp nhận" in shown
    assert clerk.world().arrival == Arrival(
        result="level2_not_active",
        branch="b3",
        supporter="youth_union",
        referred_to="commune_police",
        number_sent=True,
        received=True,
    )


def test_asking_and_offering_from_the_panel_are_heard_and_noted(clerk: Clerk) -> None:
    assert "có tin nhắn báo được duyệt" in words(press(clerk, "hoi"))
    page = words(press(clerk, "moi"))
    assert "Mời nhận hỗ trợ ✓ Công dân đồng ý" in page
    assert clerk.world().desk.phrases_said == ("ask_vneid", "offer_help")


def test_a_phrase_said_in_the_conversation_counts_as_well(clerk: Clerk) -> None:
    clerk.say("ask_vneid")
    assert "Hỏi về VNeID ✓ Đã hỏi" in words(clerk.say("offer_help"))


def test_a_citizen_who_declines_is_received_all_the_same(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app, vneid_setup(VneidPart(declines_help=True)))
    assert "✓ Công dân chưa muốn" in words(press(clerk, "moi"))
    assert "✓ Đã tiếp nhận" in words(press(clerk, "tiep-nhan"))


def test_reception_is_open_before_anything_was_checked(clerk: Clerk) -> None:
    page = words(clerk.client.get(clerk.desk))
    assert "Hồ sơ luôn được tiếp nhận, dù công dân có VNeID hay chưa." in page
    press(clerk, "tiep-nhan")
    assert clerk.world().arrival == Arrival(received=True)


@pytest.mark.parametrize("result", AccountStatus)
def test_a_note_can_be_corrected(clerk: Clerk, result: AccountStatus) -> None:
    press(clerk, "ket-qua", result="active")
    press(clerk, "ket-qua", result=result)
    assert clerk.world().arrival.result == result


@pytest.mark.parametrize("step", ["gui-so", "tiep-nhan"])
def test_what_can_be_done_only_once_is_done_once_however_often_it_is_pressed(
    clerk: Clerk, step: str
) -> None:
    for _ in range(2):
        assert press(clerk, step).status_code == 200
    done = [fact for fact in facts(clerk) if isinstance(fact, NumberSent | ReceptionBegun)]
    assert len(done) == 1


@pytest.mark.parametrize("name", era_names())
def test_every_office_branch_and_number_is_offered_in_every_era(
    client: Browser, app: Flask, name: str
) -> None:
    page = client.get(vneid_desk(client, app, era=name).desk).text
    offered = [
        *Office,
        *Branch,
        *AccountStatus,
        *(each.code for each in era(name).vneid.supporters),
    ]
    assert [value for value in offered if f'value="{value}"' not in page] == []
    assert "Gửi số định danh" in page


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("value", ["", "khong-co", "Nhánh 1", "\0", "000199999999"])
def test_what_is_on_no_list_is_told_in_its_own_panel(clerk: Clerk, step: str, value: str) -> None:
    field, sentence = STEPS[step]
    answer = press(clerk, step, **{field: value})
    assert answer.status_code == 422
    panel, _, rest = answer.text.partition('id="cong-dan"')
    assert sentence in panel
    assert f'href="#{field}"' in panel
    assert sentence not in rest
    assert clerk.world().arrival == Arrival()
    assert "000199999999" not in clerk.logged()


def test_a_field_that_is_missing_is_told_too(clerk: Clerk) -> None:
    assert press(clerk, "nhanh").status_code == 422


def test_an_unknown_step_is_not_found(clerk: Clerk) -> None:
    assert press(clerk, "duoi-ve").status_code == 404


def test_nobody_can_be_asked_who_has_left(client: Browser, app: Flask) -> None:
    leaving = vneid_setup(part=CitizenPart(leaves_after_code=True))
    clerk = vneid_desk(client, app, leaving)
    clerk.up_to_code()
    answer = press(clerk, "hoi")
    assert answer.status_code == 422
    panel, _, rest = answer.text.partition('id="cong-dan"')
    assert "Công dân đã rời quầy nên không trả lời được" in panel
    assert "nên không trả lời được" not in rest
    assert press(clerk, "ket-qua", result="active").status_code == 200


def test_a_closed_visit_takes_no_more_steps(clerk: Clerk) -> None:
    clerk.client.get(clerk.desk)
    clerk.client.send(f"{clerk.desk}/ket-thuc")
    for path in ("tiep-don/tiep-nhan", "tua-dong-ho"):
        assert clerk.client.send(f"{clerk.desk}/{path}").location == clerk.desk
    assert not clerk.world().arrival.received


def test_htmx_gets_the_panel_alone_with_the_next_check_laid_open(clerk: Clerk) -> None:
    clerk.client.get(clerk.desk)
    part = clerk.client.send(f"{clerk.desk}/tiep-don/hoi", headers=HTMX)
    assert "<h1" not in part.text
    assert part.text.count(" open>") == 1
    assert part.text.index(" open>") < part.text.index("Công dân hiện")
    assert "autofocus" in part.text


def test_the_kind_of_telephone_and_who_comes_first_are_said(client: Browser, app: Flask) -> None:
    young = words(client.get(vneid_desk(client, app).desk))
    assert "Trên bàn có điện thoại thông minh của công dân." in young
    assert "được hỗ trợ trước" not in young
    old = vneid_setup(smartphone=False, min_age=70, max_age=80)
    page = words(client.get(vneid_desk(client, app, old).desk))
    assert "điện thoại chỉ nghe gọi và nhắn tin" in page
    assert "được hỗ trợ trước" in page


def test_every_phrase_about_vneid_lies_open_or_in_each_of_its_sections(clerk: Clerk) -> None:
    page = clerk.client.get(clerk.desk).text
    open_now = {phrase.name for phrase in offered(clerk.world())}
    known = [phrase for phrase in phrase_book().values() if phrase.about(["vneid"])]
    counted = {phrase.name: page.count(f'value="{phrase.name}"') for phrase in known}
    assert counted == {
        phrase.name: 1 if phrase.name in open_now else len(phrase.sections) for phrase in known
    }


def test_an_account_visit_speaks_of_accounts_alone(client: Browser, app: Flask) -> None:
    page = client.get(clerk_at_desk(client, app).desk).text
    assert "Tạo tài khoản trên Cổng" in page
    assert "Kích hoạt" not in page
    assert "cầm máy làm thay công dân" not in page


def test_admin_portal_and_scanner_stand_only_where_accounts_are_created(
    client: Browser, app: Flask
) -> None:
    only_vneid = words(client.get(vneid_desk(client, app).desk))
    both = replace(vneid_setup(), topics=("account", "vneid"))
    with_account = words(client.get(vneid_desk(client, app, both).desk))
    for name in ("Mở trang quản trị", "Máy quét", "Thẻ cán bộ diễn tập"):
        assert name not in only_vneid
        assert name in with_account
