"""Nothing typed is lost: left, reloaded, gone back from, signed out of, opened twice."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import Connection

from motcua.testkit.pages import AccountForm
from tests.e2e import hurry
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.office import PASSWORD
from tests.e2e.pages.sign_in import SignIn
from tests.e2e.visit import SMOOTH, Visit
from tests.e2e.watch import Watch
from web.practice.scenarios import service as scenarios
from web.shell import session_store
from web.shell.effects import Effects

WORDS = "Chữ của một bài còn dang dở"
AGAIN = "Phiên đã hết, bài vẫn còn"


def test_a_form_left_for_the_desk_is_there_again_also_elsewhere(
    visit: Visit, signed_in: NewContext
) -> None:
    form = visit.hurry_to_look_up()
    form.fill(visit.citizen)
    form.page.get_by_role("link", name="Về bàn làm việc").first.click()
    with form.page.context.expect_page() as opened:
        form.page.get_by_role("link", name="Mở trang quản trị").click()
    for page in (opened.value, signed_in("canbo1").new_page()):
        again = visit.form(page)
        expect(again.box("full_name")).to_have_value(visit.citizen.full_name)
        expect(again.box("phone")).to_have_value(visit.citizen.phone)
        expect(page.get_by_role("combobox", name="Đơn vị")).not_to_have_value("")


def test_what_is_typed_without_a_network_waits_in_the_tab(visit: Visit, watch: Watch) -> None:
    watch.forgive_silence()
    form = visit.hurry_to_look_up()
    visit.context.set_offline(True)
    with form.page.expect_event("requestfailed"):
        form.type(full_name=visit.citizen.full_name)
        form.box("full_name").blur()
    visit.context.set_offline(False)
    with form.page.expect_response("**/chua-gui"):
        form.page.reload()
    expect(form.box("full_name")).to_have_value(visit.citizen.full_name)


def test_what_is_pressed_without_a_network_stays_where_it_is(visit: Visit, watch: Watch) -> None:
    watch.forgive_silence()
    form = visit.hurry_to_look_up()
    form.fill(visit.citizen)
    visit.context.set_offline(True)
    form.page.get_by_role("button", name="Tải xuống").click()
    expect(form.page.get_by_role("alert").filter(has_text="Mất kết nối mạng")).to_be_visible()
    visit.context.set_offline(False)
    with form.page.expect_navigation():
        form.page.get_by_role("button", name="Tải xuống").click()
    expect(form.box("full_name")).to_have_value(visit.citizen.full_name)


def test_a_page_asked_for_again_while_somebody_types_has_it_all(visit: Visit) -> None:
    form = visit.hurry_to_look_up()
    for length in (3, 6, len(visit.citizen.full_name)):
        form.box("full_name").press_sequentially(visit.citizen.full_name[:length])
        form.page.reload()
        expect(form.box("full_name")).to_have_value(visit.citizen.full_name[:length])
        form.box("full_name").fill("")


def test_enter_presses_the_button_of_the_field(visit: Visit) -> None:
    form = visit.hurry_to_code()
    form.box("full_name").press("Enter")
    expect(form.box("birth_date")).to_be_focused()
    form.enter_code(visit.code())
    form.page.get_by_role("textbox", name="Nhập OTP *").press("Enter")
    expect(form.heading).to_have_text("Đã tạo tài khoản công dân")


def test_the_portals_first_page_leads_back_to_the_form(visit: Visit, look: Look) -> None:
    visit.hurry_to_look_up()
    visit.page.get_by_role("navigation", name="Vị trí trang").get_by_role(
        "link", name="Trang chủ"
    ).click()
    expect(visit.page.get_by_text("Biểu mẫu đang nhập dở")).to_be_visible()
    look(visit.page, "the portal with a form that is open")
    visit.page.get_by_role("link", name="Hủy").click()
    look(visit.page, "whether to cancel it")
    visit.page.go_back()
    visit.page.get_by_role("link", name="Mở lại").click()
    expect(AccountForm(visit.page).box("id_number")).to_have_value(visit.citizen.id_number)


def test_reloading_and_going_back_to_mistakes_counts_nothing_again(visit: Visit) -> None:
    form = visit.hurry_to_code()
    form.enter_code("999999")
    form.create_account()
    expect(form.mistakes).to_be_visible()
    steps = visit.world.seq
    for _ in range(3):
        form.page.reload()
        expect(form.mistakes).to_be_visible()
    expect(form.box("full_name")).to_have_value(visit.citizen.full_name)
    assert visit.world.seq == steps
    visit.accounts()
    form.page.go_back()
    expect(form.mistakes).to_be_visible()
    form.enter_code(visit.code())
    form.create_account()
    expect(form.heading).to_have_text("Đã tạo tài khoản công dân")


def test_of_two_tabs_for_one_number_one_makes_the_account(visit: Visit) -> None:
    form = visit.hurry_to_code()
    other = visit.context.new_page()
    other.goto(f"{visit.run.desk}/quantri/tai-khoan")
    other.get_by_role("button", name="THÊM MỚI").click()
    second = AccountForm(other)
    second.look_up(visit.citizen.id_number)
    expect(other.get_by_text("chưa có tài khoản")).to_be_visible()
    form.enter_code(visit.code())
    form.create_account()
    expect(form.heading).to_have_text("Đã tạo tài khoản công dân")
    second.fill(visit.citizen)
    second.press("Tải xuống")
    expect(other.get_by_text("đã có tài khoản nên không tạo mới")).to_be_visible()
    assert len(visit.world.portal.accounts) == 1


@dataclass
class Place:
    """A form of somebody: where it stands, the box that is typed into, the button that sends it."""

    username: str
    address: str
    box: str
    button: str


def _account(inside: Inside) -> Place:
    run = inside.start_run("canbo1", SMOOTH)
    inside.do(run.world_id, *hurry.to_look_up(inside.world(run.world_id)))
    return Place("canbo1", f"{run.desk}/quantri/tai-khoan/1", "Họ và tên", "Tải xuống")


def _scenario(inside: Inside) -> Place:
    token = inside.session("giangvien")

    def copy(connection: Connection, _: Effects) -> str:
        author = session_store.find_open(connection, token)
        copied = author and scenarios.copy(connection, author.person, SMOOTH)
        assert copied
        return copied.page

    return Place("giangvien", f"{inside.at_work(copy)}/sua", "Cán bộ được biết trước", "Lưu nháp")


def _own_word(inside: Inside) -> Place:
    run = inside.start_run("canbo1", SMOOTH)
    inside.mark(run, days_ago=0, passed=True)
    return Place("canbo1", f"/nhin-lai/{run.id}", "Chỗ nào còn vướng?", "Ký lời này")


PLACES: dict[str, Callable[[Inside], Place]] = {
    "account": _account,
    "scenario": _scenario,
    "own word": _own_word,
    "class": lambda _: Place("giangvien", "/buoi-tap/tao", "Chủ đề", "Tạo buổi tập"),
    "member": lambda _: Place("truongbophan", "/lich-truc/nguoi/them", "Họ và tên", "Lưu"),
    "working day": lambda _: Place("truongbophan", "/lich-truc/ngay-lam-viec", "", "Ghi ngày này"),
}


@pytest.fixture(params=list(PLACES.values()), ids=list(PLACES))
def place(request: pytest.FixtureRequest, inside: Inside) -> Place:
    found: Place = request.param(inside)
    return found


def _words(place: Place, visit_of: Inside) -> str:
    """The account form takes no words but those of somebody who is there."""
    if "quantri" not in place.address:
        return WORDS
    return visit_of.citizen(place.address.split("/")[2]).full_name


def _box(page: Page, place: Place) -> Locator:
    return page.get_by_role("textbox", name=place.box).first


def test_a_session_that_ended_asks_to_sign_in_and_leads_back_to_the_words(
    place: Place, signed_in: NewContext, inside: Inside, look: Look
) -> None:
    page = signed_in(place.username).new_page()
    page.goto(place.address)
    words = _words(place, inside)
    _box(page, place).fill(words)
    inside.end_sessions(place.username)
    page.get_by_role("button", name=place.button, exact=True).first.click()
    expect(page.get_by_text(AGAIN)).to_be_visible()
    look(page, "asked to sign in again")
    SignIn(page).sign_in(place.username, PASSWORD)
    expect(page).to_have_url(re.compile(f"{re.escape(place.address)}$"))
    expect(page.get_by_text(AGAIN)).to_be_visible()
    expect(_box(page, place)).to_have_value(words)
    look(page, f"what was kept at {place.address}")


def test_a_list_on_its_way_when_the_session_ends_is_chosen_again(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    page = signed_in("truongbophan").new_page()
    page.goto("/lich-truc/nhap-danh-sach")
    with page.expect_download() as example:
        page.get_by_role("link", name="Tải bảng có ví dụ").click()
    page.get_by_label("Tệp Excel (.xlsx)").set_input_files(example.value.path())
    inside.end_sessions("truongbophan")
    page.get_by_role("button", name="Nhập danh sách").click()
    SignIn(page).sign_in("truongbophan", PASSWORD)
    expect(page.get_by_text("Phiên đã hết, tệp chưa gửi được.")).to_be_visible()
    look(page, "a list to be chosen again")


def test_what_is_typed_comes_back_with_the_page(
    place: Place, signed_in: NewContext, inside: Inside
) -> None:
    page = signed_in(place.username).new_page()
    page.goto(place.address)
    words = _words(place, inside)
    with page.expect_response("**/chua-gui"):
        _box(page, place).fill(words)
        _box(page, place).blur()
    page.goto("/")
    page.go_back()
    expect(_box(page, place)).to_have_value(words)
    page.reload()
    expect(_box(page, place)).to_have_value(words)
    page.get_by_role("button", name="Bỏ phần nhập dở").click()
    expect(_box(page, place)).not_to_have_value(words)
