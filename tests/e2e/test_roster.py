"""The head of the desk plans a month, changes a session, and publishes with a gap answered for."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.office import PASSWORD
from tests.e2e.pages.sign_in import SignIn


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


@pytest.fixture
def head(signed_in: NewContext) -> Page:
    return signed_in("truongbophan").new_page()


def test_who_can_be_on_duty_where_and_when(head: Page, look: Look) -> None:
    head.goto("/lich-truc")
    look(head, "the week's roster")
    head.get_by_role("link", name="Người trực").click()
    look(head, "members of the roster")
    head.get_by_role("link", name="Thêm người trực").click()
    press(head, "Lưu")
    look(head, "a new member, left empty")
    head.get_by_role("textbox", name="Họ và tên").fill("Đường Nghiễm Mẫu Ỷ")
    head.get_by_role("textbox", name="Tên tổ chức mới").fill("Hội Người cao tuổi")
    press(head, "Lưu")
    head.get_by_role("link", name="Đường Nghiễm Mẫu Ỷ").click()
    press(head, "Cho thôi trực")
    expect(head.get_by_text("Người này đã thôi trực")).to_be_visible()
    look(head, "a member switched off")
    head.goto("/lich-truc/to-chuc")
    look(head, "organisations")
    head.get_by_role("link", name="Hội Nông dân").click()
    look(head, "one organisation")
    head.goto("/lich-truc/dia-diem")
    look(head, "venues")
    head.get_by_role("link", name="Bưu điện xã").click()
    look(head, "one venue")
    head.goto("/lich-truc/ngay-lam-viec")
    look(head, "working days")


def test_planned_changed_and_published_with_a_gap(
    head: Page, signed_in: NewContext, inside: Inside, look: Look
) -> None:
    head.goto("/lich-truc/ky/moi")
    look(head, "a new period")
    press(head, "Xếp lịch")
    expect(head.get_by_text("buổi nào cũng đủ người")).to_be_visible()
    look(head, "a draft")
    draft = head.url

    head.get_by_role("table", name="Lịch trực").get_by_role("link").first.click()
    look(head, "one session of a draft")
    with head.expect_navigation():
        head.get_by_role("button", name="Bỏ khỏi buổi này").first.click()
    expect(head.get_by_text("Chỗ này vẫn có cách xếp")).to_be_visible()
    look(head, "a session with a gap")

    head.goto(draft)
    press(head, "Ban hành")
    expect(head.get_by_role("alert").first).to_contain_text("chưa có người chịu trách nhiệm")
    look(head, "a draft with a gap, refused")
    head.get_by_role("checkbox", name="thiếu 1 người").check()
    head.get_by_role("textbox", name="Lý do và cách xử lý").fill("Trưởng bộ phận trực thay.")
    inside.end_sessions("truongbophan")
    head.get_by_role("button", name="Nhận trách nhiệm những chỗ đã chọn").click()
    SignIn(head).sign_in("truongbophan", PASSWORD)
    expect(head.get_by_text("Phiên đã hết, bài vẫn còn.")).to_be_visible()
    expect(head.get_by_role("checkbox", name="thiếu 1 người")).to_be_checked()
    look(head, "a gap to answer for, after signing in again")
    press(head, "Nhận trách nhiệm những chỗ đã chọn")
    expect(head.get_by_text("nhận trách nhiệm").first).to_be_visible()
    press(head, "Ban hành")
    expect(head.get_by_text("Đang dùng")).to_be_visible()
    look(head, "a published roster")

    clerk = signed_in("canbo1").new_page()
    clerk.goto(draft)  # the address stays when it is published
    expect(clerk.get_by_role("button", name="Sửa lịch này")).to_have_count(0)
    look(clerk, "a published roster, read by a clerk")
    work_on_it_again(head, look)


def work_on_it_again(head: Page, look: Look) -> None:
    press(head, "Sửa lịch này")
    press(head, "Xếp lại, đổi ít nhất")
    head.get_by_role("link", name="Thay đổi so với bản trước").click()
    look(head, "what changed")
    head.goto("/lich-truc")
    head.get_by_role("table", name="Các kỳ trực").get_by_role("link").first.click()
    look(head, "a period and its versions")
