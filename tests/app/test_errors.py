"""What people read when something goes wrong."""

import pytest
from flask import Flask, abort
from sqlalchemy import insert, select
from sqlalchemy.exc import OperationalError

from tests.app.browsing import Browser, sign_in, words
from web.shell.access import public
from web.shell.database import db, transaction
from web.shell.session_models import UnitRow

OWN_APP = True  # they add addresses of their own


def _route(app: Flask, path: str, answer: object) -> None:
    """A page for one test that does what ``answer`` does; kept out of the running app."""

    @public
    def view() -> object:
        return answer() if callable(answer) else answer

    app.add_url_rule(path, path, view, methods=["GET", "POST"])  # type: ignore[arg-type]  # any answer


def _raise(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        (400, "Yêu cầu chưa đúng"),
        (403, "Trang này dành cho vai trò khác"),
        (404, "Không tìm thấy trang"),
        (409, "Có người vừa làm trước"),
        (418, "Yêu cầu chưa đúng"),
        (503, "Hệ thống đang bận"),
    ],
)
def test_each_error_has_its_page(app: Flask, client: Browser, status: int, heading: str) -> None:
    _route(app, "/loi", lambda: abort(status))
    answer = client.get("/loi")
    assert answer.status_code == status
    assert heading in words(answer)


def test_an_unknown_address_keeps_the_menu_for_who_is_signed_in(client: Browser) -> None:
    sign_in(client, "canbo1")
    assert "Đăng xuất" in words(client.get("/khong-co"))


def test_a_wrong_method_is_told_apart(client: Browser) -> None:
    client.get("/dang-nhap")
    answer = client.send("/livez")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_a_fault_of_ours_says_nothing_about_its_inside(app: Flask, client: Browser) -> None:
    _route(app, "/loi", lambda: _raise(RuntimeError("bí mật bên trong")))
    answer = client.get("/loi")
    assert answer.status_code == 500
    assert "Hệ thống gặp lỗi" in words(answer)
    assert "bí mật" not in words(answer)


def test_a_database_that_is_away_asks_to_wait(app: Flask, client: Browser) -> None:
    _route(app, "/loi", lambda: _raise(OperationalError("SELECT", {}, Exception("disk is full"))))
    answer = client.get("/loi")
    assert answer.status_code == 503
    assert "đợi một phút" in words(answer)


def test_a_body_over_the_limit_gets_a_page_not_a_broken_line(client: Browser) -> None:
    client.get("/dang-nhap")
    answer = client.send("/dang-nhap", {"username": "x" * (17 * 1024 * 1024)})
    assert answer.status_code == 413
    assert "16 MB" in words(answer)


def test_a_form_without_token_is_refused_kindly(client: Browser) -> None:
    client.get("/dang-nhap")
    answer = client.post("/dang-nhap", data={"username": "canbo1", "password": "x"})
    assert answer.status_code == 400
    assert "Biểu mẫu đã cũ" in words(answer)


def test_the_token_of_another_browser_is_refused(app: Flask, client: Browser) -> None:
    other = app.test_client()
    assert isinstance(other, Browser)
    other.get("/dang-nhap")
    client.get("/dang-nhap")
    client.token = other.token
    assert client.send("/dang-nhap", {"username": "canbo1", "password": "x"}).status_code == 400


def test_the_token_from_before_signing_in_is_refused_after(client: Browser) -> None:
    client.get("/dang-nhap")
    before = client.token
    sign_in(client, "canbo1")
    client.token = before
    assert client.send("/dang-xuat").status_code == 400


@pytest.mark.parametrize(("status", "kept"), [(200, True), (422, True), (409, True), (500, False)])
def test_what_was_written_is_kept_unless_the_answer_is_a_fault(
    app: Flask, client: Browser, status: int, kept: bool
) -> None:
    def write() -> tuple[str, int]:
        db.connection.execute(insert(UnitRow).values(code="H00.99", name="Xã Thử Khác"))
        return "", status

    _route(app, "/ghi", write)
    client.get("/dang-nhap")
    client.holds_to_refusals = False  # this one writes on purpose
    client.send("/ghi")
    with transaction(app.extensions["motcua"].engine) as connection:
        found = connection.execute(select(UnitRow.name).where(UnitRow.code == "H00.99"))
        assert (found.first() is not None) == kept


def test_an_error_inside_a_swapped_part_is_a_short_message(app: Flask, client: Browser) -> None:
    _route(app, "/loi", lambda: abort(409))
    answer = client.get("/loi", headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert answer.get_data(as_text=True).startswith('<div class="notice notice-bad" role="alert">')
