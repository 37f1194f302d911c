"""Everybody can use the screens about who has mastered what, on a desk and on a telephone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.visit import SMOOTH
from web.practice.runs.runs import Mode

PRIVACY, TROUBLE = "tk-12-nho-giu-mat-khau", "tk-03-tin-nhan-khong-toi"
PHONE = {"width": 390, "height": 844}
Practised = Callable[[str], None]


@pytest.fixture
def practised(inside: Inside) -> Practised:
    """``practised("canbo1")``: mastered, running out, half done and failed things of one person."""

    def make(username: str) -> None:
        for scenario, *days in ((SMOOTH, 20, 40), (PRIVACY, 340, 350), (TROUBLE, 2)):
            for days_ago in days:
                inside.mark(inside.start_run(username, scenario, Mode.TEST), days_ago, passed=True)
        inside.mark(inside.start_run(username, TROUBLE), 1, passed=False)

    return make


def test_one_own_page_from_newcomer_to_certificate(
    signed_in: NewContext, practised: Practised, look: Look
) -> None:
    page = signed_in("canbo3").new_page()
    page.goto("/nang-luc")
    look(page, "my competence, nothing done")
    practised("canbo3")
    page.reload()
    look(page, "my competence, all states")
    page.get_by_role("button", name=re.compile("Cấp giấy xác nhận.*Tạo tài khoản")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Giấy xác nhận số")
    look(page, "a certificate checked by its person")
    page.context.clear_cookies()
    page.reload()
    expect(page.get_by_text("Còn giá trị", exact=True)).to_be_visible()
    look(page, "a certificate checked by whoever holds it")


@pytest.mark.parametrize("viewport", [{"width": 1366, "height": 768}, PHONE], ids=["desk", "phone"])
def test_the_desk_head_finds_who_needs_help(
    signed_in: NewContext,
    practised: Practised,
    look: Look,
    viewport: dict[str, int],
) -> None:
    practised("canbo1")
    page = signed_in("truongbophan", viewport=viewport).new_page()
    page.goto("/nang-luc-don-vi")
    look(page, "the unit")
    page.get_by_label("Mức").select_option("sap-den-han")
    press(page, "Lọc danh sách")
    page.get_by_role("link", name="Trần Thị Mẫu An", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Năng lực của Trần Thị Mẫu An")
    look(page, "a person of mine")
    page.goto("/nang-luc-don-vi?tim=khong-ai-ten-the-nay")
    look(page, "the unit, nobody fits")


def test_the_supervisor_reads_figures(signed_in: NewContext, look: Look) -> None:
    page = signed_in("giamsat").new_page()
    page.goto("/nang-luc-don-vi")
    expect(page.get_by_role("heading", name="Số liệu")).to_be_visible()
    expect(page.get_by_role("heading", name="Từng người")).to_have_count(0)
    look(page, "figures only")


def test_copies_are_taken_away(signed_in: NewContext, practised: Practised, look: Look) -> None:
    practised("canbo1")
    page = signed_in("giangvien").new_page()
    page.goto("/xuat-ket-qua/tep?tu_ngay=hom-qua")
    look(page, "export, a day that is none")
    page.get_by_label("Từ ngày").fill("")
    for words, ending in (("Excel", "xlsx"), ("CSV", "csv"), ("xAPI", "xapi.json")):
        with page.expect_download() as taken:
            page.get_by_role("button", name=f"Tải tệp {words}").click()
        assert taken.value.suggested_filename == f"ket-qua-luyen-tap.{ending}"
    page.get_by_role("link", name="Tra cứu").click()
    page.get_by_role("link", name="Dữ liệu của tôi").click()
    look(page, "my own data")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Tải tệp Excel").click()
    assert taken.value.suggested_filename == "du-lieu-cua-toi.xlsx"


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
