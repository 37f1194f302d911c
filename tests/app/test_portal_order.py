"""Forged and late requests: the order holds whatever a browser sends (S4-30)."""

import pytest
from flask import Flask

from sandbox.desk import CloseVisit
from sandbox.log import Actor
from tests.app.at_the_desk import Clerk, clerk_at_desk, runtime_of
from tests.app.browsing import Browser, sign_in, words
from tests.app.effects import FixedEffects
from web.shell.database import transaction
from web.worlds import service

ADDRESSES = [
    "",
    "/ket-thuc",
    "/may-quet",
    "/quantri/",
    "/quantri/tai-khoan",
    "/quantri/tai-khoan/1",
]


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    clerk = clerk_at_desk(client, app)
    clerk.open_form()
    return clerk


def test_a_code_before_the_paper_is_out_of_order(clerk: Clerk) -> None:
    clerk.press("tra-cuu")
    answer = clerk.press("gui-ma", ("CCCD.pdf", clerk.scan()))
    assert answer.status_code == 409
    assert "bấm “Tải xuống”" in words(answer)
    assert f'value="{clerk.right()["email"]}"' in answer.get_data(as_text=True)


def test_an_account_before_the_code_is_out_of_order(clerk: Clerk) -> None:
    clerk.press("tra-cuu")
    clerk.press("tai-xuong", ("CCCD.pdf", clerk.scan()))
    answer = clerk.press("tao", otp="123456")
    assert answer.status_code == 409
    assert "Chưa có mã nào gửi tới" in words(answer)


def test_skipping_the_look_up_is_told_by_its_field(clerk: Clerk) -> None:
    answer = clerk.press("tai-xuong", ("CCCD.pdf", clerk.scan()))
    assert answer.status_code == 422
    assert 'href="#id_number"' in answer.get_data(as_text=True)


@pytest.mark.parametrize("button", ["tra-cuu", "tai-xuong", "gui-ma", "tao"])
def test_a_signed_out_portal_takes_no_step(clerk: Clerk, button: str) -> None:
    clerk.client.send(f"{clerk.portal}/dang-xuat")
    answer = clerk.press(button, otp="123456")
    assert answer.status_code == 409
    assert "Phiên trên trang quản trị đã kết thúc" in words(answer)


@pytest.mark.parametrize("button", ["tra-cuu", "tai-xuong", "gui-ma", "tao", "huy", "huy-dong-y"])
def test_a_form_never_opened_takes_no_step(clerk: Clerk, button: str) -> None:
    form = {**clerk.right(), "nut": button}
    answer = clerk.client.send(f"{clerk.portal}/tai-khoan/7", form)
    assert answer.status_code == 409
    assert "đã hủy hoặc chưa được mở" in words(answer)


def test_a_form_that_is_not_there_is_not_found(clerk: Clerk) -> None:
    assert clerk.client.get(f"{clerk.portal}/tai-khoan/7").status_code == 404
    assert clerk.client.get(f"{clerk.portal}/tai-khoan/7/giay-de-nghi.pdf").status_code == 404


def test_opening_a_form_needs_the_portals_sign_in(clerk: Clerk) -> None:
    clerk.client.send(f"{clerk.portal}/dang-xuat")
    assert clerk.client.send(f"{clerk.portal}/tai-khoan/moi").status_code == 409


def test_a_closed_visit_takes_no_step(clerk: Clerk, app: Flask) -> None:
    with app.test_request_context(), transaction(runtime_of(app).engine) as db:
        service.act(db, clerk.record.id, CloseVisit(), Actor.CLERK)
    answer = clerk.press("tra-cuu")
    assert answer.status_code == 409
    assert "Lượt tiếp công dân này đã kết thúc" in words(answer)


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_persons_visit_is_not_found(clerk: Clerk, address: str) -> None:
    clerk.client.send("/dang-xuat")
    sign_in(clerk.client, "canbo2")
    assert clerk.client.get(clerk.desk + address).status_code == 404


def test_nobody_acts_in_another_persons_visit(clerk: Clerk) -> None:
    clerk.client.send("/dang-xuat")
    sign_in(clerk.client, "canbo2")
    before = clerk.world().seq
    assert clerk.client.send(f"{clerk.desk}/noi", {"cau": "greet"}).status_code == 404
    assert clerk.press("tra-cuu").status_code == 404
    assert clerk.world().seq == before


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_expired_visit_is_gone(clerk: Clerk, effects: FixedEffects, address: str) -> None:
    effects.advance(days=31)
    sign_in(clerk.client, "canbo1")
    assert clerk.client.get(clerk.desk + address).status_code == 410


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_gets_in_without_the_intranets_sign_in(clerk: Clerk, address: str) -> None:
    clerk.client.send("/dang-xuat")
    assert "/dang-nhap" in clerk.client.get(clerk.desk + address).location


def test_a_form_without_its_token_is_refused(clerk: Clerk) -> None:
    before = clerk.world().seq
    answer = clerk.client.post(clerk.form, data={**clerk.right(), "nut": "tra-cuu"})
    assert answer.status_code == 400
    assert clerk.world().seq == before


def test_too_large_a_body_gets_a_page(clerk: Clerk) -> None:
    heavy = b"0" * (16 * 1024 * 1024 + 1)
    kind = "multipart/form-data; boundary=edge"
    answer = clerk.client.post(clerk.form, data=heavy, content_type=kind)
    assert answer.status_code == 413
    assert "quá lớn" in words(answer)
