"""A trainer copies a scenario, breaks and mends it, tries and publishes it; it is practised."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Look, NewContext
from tests.e2e.pages.practice import Practice

PHONE = {"width": 390, "height": 844}
TITLE = "Sóng yếu ở xã Mẫu Ỷ"


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=name, exact=True).first.click()


@pytest.fixture
def trainer(signed_in: NewContext) -> Page:
    return signed_in("giangvien").new_page()


def begin(trainer: Page) -> None:
    trainer.goto("/soan")
    trainer.get_by_label("Chép từ tình huống").select_option(label="Một buổi sáng mạng chập chờn")
    press(trainer, "Chép và bắt đầu sửa")


def test_copied_broken_mended_tried_published_and_practised(
    trainer: Page, signed_in: NewContext, look: Look
) -> None:
    begin(trainer)
    look(trainer, "the authoring form as it opens")
    broken_and_mended(trainer, look)
    tried_and_published(trainer, look)
    clerk = signed_in("canbo1").new_page()
    practice = Practice(clerk).open()
    practice.search(TITLE)
    practice.press(f"Luyện tình huống “{TITLE}”")
    expect(clerk.get_by_role("heading", level=1)).to_contain_text(TITLE)


def broken_and_mended(trainer: Page, look: Look) -> None:
    title = trainer.get_by_role("textbox", name="Tên tình huống")
    title.fill("")
    trainer.get_by_role("textbox", name="Tuổi ít nhất").fill("99")
    trainer.get_by_role("textbox", name="Tuổi nhiều nhất").focus()
    expect(trainer.get_by_role("status").get_by_text("Còn 2 chỗ cần sửa")).to_be_visible()
    look(trainer, "the authoring form, checked while typing")
    press(trainer, "Lưu nháp")
    expect(trainer.get_by_role("alert").get_by_role("link")).to_have_count(2)
    look(trainer, "the authoring form with mistakes")

    title.fill(TITLE)
    trainer.get_by_role("textbox", name="Tuổi ít nhất").fill("35")
    press(trainer, "Xuống bước: Chào công dân và hỏi nhu cầu")
    expect(
        trainer.get_by_role("button", name="Xuống bước: Chào công dân và hỏi nhu cầu")
    ).to_be_focused()
    look(trainer, "the authoring form, a step moved")
    press(trainer, "Lên bước: Chào công dân và hỏi nhu cầu")
    press(trainer, "Lưu nháp")
    expect(trainer.get_by_role("heading", level=1)).to_have_text(TITLE)
    look(trainer, "a draft that was saved")


def tried_and_published(trainer: Page, look: Look) -> None:
    follow(trainer, "Thử bằng máy")
    expect(trainer.get_by_text("Máy làm trọn vẹn cả 5 lần")).to_be_visible()
    look(trainer, "a draft tried by the machine")
    follow(trainer, "Phát hành")
    press(trainer, "Phát hành")
    look(trainer, "publishing without a note")
    trainer.get_by_role("textbox", name="Thay đổi gì").fill("Bản đầu của xã")
    press(trainer, "Phát hành")
    expect(trainer.get_by_text("Cán bộ đang luyện theo bản 1")).to_be_visible()
    look(trainer, "a published scenario")


def test_without_a_mouse_and_on_a_telephone(
    trainer: Page, signed_in: NewContext, look: Look
) -> None:
    begin(trainer)
    address = trainer.url
    trainer.get_by_role("button", name="Bỏ bước: Hỏi số điện thoại", exact=True).focus()
    with trainer.expect_navigation():
        trainer.keyboard.press("Enter")
    expect(trainer.get_by_text("Thay đổi trên trang này chưa được lưu.")).to_be_visible()
    press(trainer, "Lưu nháp")
    phone = signed_in("giangvien", viewport=PHONE).new_page()
    for page in (address, address.replace("/sua", "/xem-truoc"), "/soan", "/soan/goi"):
        phone.goto(page)
        look(phone, f"authoring on a telephone: {page.rpartition('/')[2]}")
