"""Everybody can use every screen of the intranet, whatever they typed there."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.pages.administration import People
from tests.e2e.pages.practice import Practice
from tests.e2e.pages.sign_in import SignIn
from tests.e2e.smooth_run import TITLE
from tests.e2e.visit import SMOOTH
from training.scenario import catalogue

SECOND = catalogue()["tk-02-da-co-tai-khoan"].title
SCREENS = {
    "canbo2": ("/luyen-tap", "/doi-chieu", "/doi-chieu?tim=khong-co-quy-tac-nay", "/mat-khau"),
    "canbo4": ("/", "/so-luyen-tap"),
    "giangvien": ("/", "/so-luyen-tap", "/so-luyen-tap?tim=khong-co-luot-nay"),
    "giamsat": (
        "/",
        "/so-luyen-tap?tu_ngay=hom-qua&den_ngay=31/02/2026",
        "/nhat-ky-quan-tri?viec=unit.changed&tu_ngay=01/01/2022&den_ngay=02/01/2022",
        "/nhat-ky-quan-tri?tu_ngay=hom-qua",
    ),
    "quantri": (
        "/",
        "/quan-tri",
        "/quan-tri/nguoi-dung/1",
        "/quan-tri/don-vi",
        "/quan-tri/don-vi/1",
        "/nhat-ky-quan-tri",
    ),
}
NEW = {"/quan-tri/nguoi-dung/them": "Thêm người dùng", "/quan-tri/don-vi/them": "Thêm đơn vị"}


@pytest.mark.parametrize("username", SCREENS)
def test_what_each_role_opens(signed_in: NewContext, look: Look, username: str) -> None:
    page = signed_in(username).new_page()
    for address in SCREENS[username]:
        page.goto(address)
        look(page, f"{address} for {username}")


def test_the_door(new_context: NewContext, look: Look) -> None:
    door = SignIn(new_context().new_page()).open()
    look(door.page, "sign in")
    door.sign_in("", "")
    look(door.page, "sign in, empty")
    door.sign_in("canbo1", "khong-phai-mat-khau")
    look(door.page, "sign in, wrong")


def test_a_password_that_does_not_do(signed_in: NewContext, look: Look) -> None:
    page = signed_in("canbo2").new_page()
    page.goto("/mat-khau")
    press(page, "Đổi mật khẩu")
    look(page, "new password, empty")


def test_a_person_or_unit_without_name(signed_in: NewContext, look: Look) -> None:
    page = signed_in("quantri").new_page()
    for address, button in NEW.items():
        page.goto(address)
        press(page, button)
        look(page, f"{address}, empty")


def test_everybody_can_use_the_list_of_people(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    page = signed_in("quantri").new_page()
    page.goto("/quan-tri?tim=xa+mau")
    look(page, "people found")
    people = People(page)
    people.press("Tạm ngừng")
    look(page, "nobody chosen")
    inside.start_run("canbo2", SMOOTH)
    people.choose("Trần Thị Mẫu An", "Lê Văn Mẫu Bình")
    people.press("Tạm ngừng")
    expect(page.get_by_role("row").filter(has_text="Lê Văn Mẫu Bình")).to_contain_text("đang dở")
    look(page, "what hangs on two people")


def test_a_newcomer_begins_with_one_press(signed_in: NewContext) -> None:
    page = signed_in("canbo4").new_page()
    page.goto("/")
    press(page, "Bắt đầu bài đầu tiên")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Bàn làm việc: {TITLE}")
    expect(page.get_by_role("button", name="Xem làm bước này")).to_be_visible()
    page.goto("/")
    page.get_by_role("link", name="Làm tiếp").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    page.goto("/luyen-tap")
    page.get_by_role("link", name="Bỏ lượt này").click()
    press(page, "Bỏ lượt này")


def test_the_scenarios_are_folded_and_found(signed_in: NewContext, look: Look) -> None:
    practice = Practice(signed_in("canbo4").new_page()).open()
    practice.page.set_viewport_size({"width": 390, "height": 844})
    tall = practice.page.evaluate("() => document.documentElement.scrollHeight")
    assert tall <= 3 * 844
    practice.page.set_viewport_size({"width": 1366, "height": 768})
    practice.unfold("Tạo tài khoản")
    row = practice.page.get_by_role("listitem").filter(has_text=SECOND)
    box = row.bounding_box()
    assert box
    assert box["height"] < 64  # one line
    look(practice.page, "a group of scenarios unfolded")
    practice.search("quay lai sau mot nam")
    expect(row).to_be_visible()
    practice.search("khong co bai nay")
    look(practice.page, "no scenario found")


def test_a_run_from_start_to_debrief(signed_in: NewContext, inside: Inside, look: Look) -> None:
    run = inside.start_run("canbo3", SMOOTH)
    page = signed_in("canbo3").new_page()
    for address in ("/", "/luyen-tap", run.page, f"/luyen-tap/{run.id}/bo", f"{run.page}/buoc/1"):
        page.goto(address)
        look(page, f"{address} while a run is open")
    page.goto(f"{run.desk}/ket-thuc")
    press(page, "Kết thúc lượt")
    look(page, "debrief with findings")
    page.goto("/so-luyen-tap")
    look(page, "log with a finished run")


def test_a_run_given_up(signed_in: NewContext, inside: Inside, look: Look) -> None:
    run = inside.start_run("canbo3", SMOOTH)
    page = signed_in("canbo3").new_page()
    page.goto(f"/luyen-tap/{run.id}/bo")
    press(page, "Bỏ lượt này")
    page.goto(run.page)
    look(page, "a run given up")


@pytest.mark.parametrize(
    ("address", "heading"), [("/khong-co-trang-nay", "Không"), ("/quan-tri", "vai trò khác")]
)
def test_pages_that_are_not_there_or_not_for_everybody(
    signed_in: NewContext, look: Look, address: str, heading: str
) -> None:
    page = signed_in("canbo2").new_page()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    look(page, address)


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
