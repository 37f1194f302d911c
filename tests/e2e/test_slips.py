"""A class entered by slip: printed by the trainer, opened on a telephone, withdrawn."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.citizens_side import PHONE
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.leading import AN, BINH, TITLE, press
from tests.e2e.pages.classroom import Tasks
from tests.e2e.pages.slips import Door, Slips
from tests.e2e.visit import Visit

SUBJECT = "Tạo tài khoản công dân và kích hoạt, tuần 3"


@pytest.fixture
def trainer(signed_in: NewContext) -> Iterator[Page]:
    """The trainer at the page of an open class of canbo1 and canbo2, closed at the end."""
    page = signed_in("giangvien").new_page()
    page.goto("/buoi-tap/tao")
    page.get_by_role("textbox", name="Chủ đề của buổi tập").fill(SUBJECT)
    page.get_by_role("combobox", name="Bài 1").select_option(label=TITLE)
    page.get_by_role("textbox", name="Bắt đầu lúc").fill("0:00")
    page.get_by_role("textbox", name="Kết thúc lúc").fill("23:59")
    page.get_by_role("textbox", name="Danh sách tên đăng nhập").fill("canbo1\ncanbo2")
    press(page, "Tạo buổi tập")
    press(page, "Mở buổi tập")
    room = page.url
    yield page
    page.goto(f"{room}/ket-thuc")
    press(page, "Kết thúc buổi tập")


def test_a_slip_leads_from_the_paper_to_the_desk_on_a_telephone(
    trainer: Page, new_context: NewContext, inside: Inside
) -> None:
    room = trainer.url
    slips = Slips(trainer).open()
    [code] = slips.print_for(AN)
    for medium in ("print", "screen"):
        trainer.emulate_media(media=medium)
        assert slips.covered_codes() == []

    phone = new_context(viewport=PHONE).new_page()
    door = Door(phone).open(code)
    expect(door.code).to_have_value(code)
    assert "#" not in phone.url
    Tasks(door.enter()).begin(TITLE)
    visit = Visit.at(phone, inside)
    visit.desk().say("greet")

    second = new_context(viewport=PHONE).new_page()
    door = Door(second).open()
    door.code.press_sequentially(code.lower().replace("-", " "))
    page = door.enter()
    page.get_by_role("link", name=f"Làm tiếp bài “{TITLE}”").click()
    expect(page.get_by_role("region", name="Trò chuyện")).to_contain_text("Anh/chị nói")
    page.goto("/luyen-tap")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Trang này cần đăng nhập bằng mật khẩu"
    )
    page.get_by_role("link", name="Về bài của buổi tập").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SUBJECT)

    trainer.goto(f"{room}/bang")
    expect(trainer.get_by_role("row").filter(has_text=AN)).to_contain_text("vào bằng phiếu")
    trainer.goto(f"{room}/phieu")
    slips.withdraw(AN)
    expect(page.get_by_text("Giảng viên đã thu hồi phiếu này")).to_be_visible()  # by itself


def test_an_open_portal_page_hears_of_the_pause_by_itself(
    trainer: Page, signed_in: NewContext, inside: Inside
) -> None:
    room = trainer.url
    clerk = signed_in("canbo2").new_page()
    clerk.goto(f"{room}/bai")
    Tasks(clerk).begin(TITLE)
    door = Visit.at(clerk, inside).portal_door().page
    door.get_by_role("textbox", name="Tên đăng nhập").fill("đang gõ dở")
    press(trainer, "Tạm dừng")
    paused = door.get_by_role("status").filter(has_text="Buổi tập đang tạm dừng")
    expect(paused).to_be_visible()
    expect(door.get_by_role("textbox", name="Tên đăng nhập")).to_have_value("đang gõ dở")
    press(trainer, "Cho làm tiếp")
    expect(paused).to_have_count(0)


def test_everybody_can_use_every_screen_of_slips(
    trainer: Page, new_context: NewContext, look: Look
) -> None:
    room = trainer.url
    slips = Slips(trainer).open()
    look(trainer, "slips")
    for box in trainer.get_by_role("checkbox").all():
        box.uncheck()
    press(trainer, "Làm phiếu và mở trang in")
    look(trainer, "slips for nobody")
    codes = slips.print_for(AN, BINH)
    look(trainer, "a sheet of slips")
    slips.back()
    look(trainer, "slips that have been made")

    clerk = new_context(viewport=PHONE).new_page()
    clerk.goto("/dang-nhap")
    look(clerk, "sign in")
    door = Door(clerk).open()
    look(clerk, "the door")
    door.code.fill("123456")
    door.press("Vào lớp")
    look(clerk, "the door with a mistake")
    door.code.fill(codes[0])
    door.enter()
    look(clerk, "tasks by slip")
    clerk.goto("/mat-khau")
    look(clerk, "a page that needs the password")
    Door(clerk).open(codes[1])
    look(clerk, "the door for somebody else")
    trainer.goto(f"{room}/phieu")
    slips.withdraw(AN)
    clerk.goto("/")
    look(clerk, "sign in after a slip")
