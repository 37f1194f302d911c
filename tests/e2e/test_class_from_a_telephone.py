"""The trainer walks through the room with a telephone; the office is restarted in between."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from motcua.testkit.pages import Desk
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.leading import AN, BINH, TITLE, end, join, plan, press
from tests.e2e.office import Office
from tests.e2e.pages.classroom import Board, Tasks
from tests.e2e.pages.run_log import RunPage
from tests.e2e.visit import Visit

PHONE = {"width": 390, "height": 844}
HINT = "Anh/chị chào công dân trước đã."


@pytest.fixture
def trainer(signed_in: NewContext) -> Iterator[Page]:
    """The trainer's telephone; whatever happens, their class is closed at the end."""
    page = signed_in("giangvien", viewport=PHONE, has_touch=True).new_page()
    yield page
    end(page)


def test_help_for_all_a_restart_and_the_debrief(
    trainer: Page, signed_in: NewContext, inside: Inside, office: Office, look: Look
) -> None:
    code = plan(trainer)
    page = trainer.url
    an = signed_in("canbo1").new_page()
    binh = signed_in("canbo2", viewport=PHONE).new_page()
    for each in (an, binh):
        join(each, code).begin(TITLE)
    runs = [Visit.at(each, inside) for each in (an, binh)]

    trainer.goto(f"{page}/bang")
    for name in (AN, BINH):
        expect(Board(trainer).row(name)).to_contain_text("Đang làm")
    trainer.get_by_role("link", name="Giúp nhiều người").click()
    trainer.get_by_role("textbox", name="Lời gợi ý").fill(HINT)
    press(trainer, "Gửi gợi ý")
    expect(trainer.get_by_text("Đã gửi tới 2 người")).to_be_visible()
    for visit in runs:
        expect(visit.desk().talk).to_contain_text(f"Giảng viên gợi ý: {HINT}")
    Desk(an).say("greet")

    for each in (an, binh, trainer):
        each.goto("about:blank")
    office.close()
    office.open()
    expect(runs[0].desk().talk).to_contain_text("mời anh/chị ngồi")
    trainer.goto(page)
    out_and_back(trainer, binh, page)

    runs[1].desk().follow("Kết thúc lượt")
    press(binh, "Kết thúc lượt")
    an.goto(f"{page}/bai")  # at the desk the end of the class would lead elsewhere by itself
    trainer.goto(f"{page}/ket-thuc")
    press(trainer, "Kết thúc buổi tập")
    look_back(trainer, an, page, look)


def out_and_back(trainer: Page, clerk: Page, page: str) -> None:
    """Taken out, told so, let in again."""
    press(trainer, f"Cho rời buổi {BINH}")
    clerk.goto(f"{page}/bai")
    expect(clerk.get_by_text("Anh/chị đã rời buổi tập này")).to_be_visible()
    press(trainer, f"Cho vào lại {BINH}")
    clerk.goto(f"{page}/bai")
    expect(clerk.get_by_role("link", name=f"Làm tiếp bài “{TITLE}”")).to_be_visible()


def look_back(trainer: Page, clerk: Page, page: str, look: Look) -> None:
    """The trainee's own word, then the trainer's, then the class as one."""
    expect(clerk.get_by_text("Buổi tập đã kết thúc")).to_be_visible()
    expect(clerk.get_by_role("button", name="Bắt đầu")).to_have_count(0)
    clerk.get_by_role("link", name="Xem lại lượt đã dừng").click()
    look(clerk, "a run that its class cut short")
    mine = RunPage(clerk)
    mine.sign(was_hard="Tôi chưa kịp xong.")
    trainer.goto("/nhin-lai/cho-loi")
    trainer.get_by_role("row").filter(has_text=AN).last.get_by_role("link", name="Viết lời").click()
    theirs = RunPage(trainer)
    theirs.sign(next_time="Làm lại từ đầu, tôi ngồi cạnh.")
    expect(theirs.signed).to_contain_text("Tôi chưa kịp xong.")
    trainer.goto(f"{page}/nhin-lai")
    expect(trainer.get_by_role("img", name="Biểu đồ cột")).to_be_visible()
    expect(trainer.get_by_role("table")).to_contain_text("1 trên 1")
    expect(trainer.get_by_role("main")).not_to_contain_text(AN)
    look(trainer, "a class looked back at")


def test_the_wall_shows_nobodys_name(trainer: Page, signed_in: NewContext, look: Look) -> None:
    code = plan(trainer)
    page = trainer.url
    clerk = signed_in("canbo1").new_page()
    tasks: Tasks = join(clerk, code)
    tasks.begin(TITLE)
    wall = signed_in("giangvien", viewport={"width": 1920, "height": 1080}).new_page()
    wall.goto(f"{page}/man-chieu")
    expect(wall.get_by_text("1 người")).to_be_visible()
    Desk(clerk).say("greet")
    expect(wall.get_by_role("main")).to_contain_text("Đăng nhập trang quản trị")
    expect(wall.get_by_role("main")).not_to_contain_text("Mẫu An")
    look(wall, "the wall while somebody works")
