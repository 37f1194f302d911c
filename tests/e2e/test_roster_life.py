"""A roster at work: a swap from question to new version, a sudden absence, leave, the paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import duty_unit
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


@pytest.fixture(scope="module", autouse=True)
def unit(inside: Inside) -> None:
    inside.at_work(duty_unit.found)


@pytest.fixture
def an(signed_in: NewContext) -> Page:
    return signed_in("truc1").new_page()


@pytest.fixture
def head(signed_in: NewContext) -> Page:
    return signed_in("truongtruc").new_page()


def test_a_swap_from_question_to_new_version(
    an: Page, head: Page, signed_in: NewContext, look: Look
) -> None:
    an.goto("/ca-truc")
    look(an, "my shifts")
    an.get_by_role("table", name="Các ca sau đó").get_by_role("link").last.click()
    press(an, "Gửi đề nghị")
    look(an, "a swap, nothing chosen")
    an.get_by_role("radio", name="Đổi với Nghiêm Văn Mẫu Bình").last.check()
    press(an, "Gửi đề nghị")
    expect(an.get_by_text("Chờ đồng nghiệp trả lời")).to_be_visible()
    look(an, "my shifts with a request")

    binh = signed_in("truc2").new_page()
    binh.goto("/")
    look(binh, "home with a request")
    binh.get_by_role("link", name="Xem và trả lời").click()
    look(binh, "a request that waits for me")
    press(binh, "Đồng ý đổi")

    head.goto("/ca-truc/can-duyet")
    look(head, "a swap to approve")
    press(head, "Duyệt đổi ca")
    head.goto("/lich-truc")
    expect(head.get_by_text("Bản số 2").first).to_be_visible()


def test_a_sudden_absence_until_the_head_sends_somebody(an: Page, head: Page, look: Look) -> None:
    an.goto("/ca-truc")
    press(an, "Tôi nghỉ đột xuất")
    expect(an.get_by_text("Đang hỏi").first).to_be_visible()
    look(an, "colleagues are asked")
    head.goto("/ca-truc/can-duyet")
    look(head, "an absence among what waits")
    head.get_by_role("link", name="Xem và quyết định").click()
    look(head, "an absence, seen by the head")
    press(head, "Cử người này")
    expect(head.get_by_text("Đã có người trực thay")).to_be_visible()
    look(head, "an absence that is covered")


def test_leave_the_calendar_and_the_lobby(an: Page, head: Page, look: Look) -> None:
    an.goto("/ca-truc/xin-nghi")
    press(an, "Gửi đề nghị nghỉ")
    look(an, "leave, left empty")
    an.get_by_role("textbox", name="Nghỉ từ ngày").fill("31/12/2089")
    press(an, "Gửi đề nghị nghỉ")
    expect(an.get_by_text("Chờ duyệt")).to_be_visible()
    press(an, "Tạo địa chỉ lịch riêng")
    look(an, "my shifts with leave and a calendar")
    head.goto("/ca-truc/can-duyet")
    press(head, "Duyệt nghỉ")
    press(head, "Tạo địa chỉ cho màn hình")
    look(head, "the head's page with the lobby's link")
    head.get_by_role("link", name="/dang-truc/").click()
    look(head, "the lobby's screen")
    lobby = head.url
    head.goto("/ca-truc/can-duyet")
    press(head, "Thu hồi địa chỉ")
    expect(head.get_by_text("Chưa có địa chỉ nào đang dùng")).to_be_visible()
    assert head.request.get(lobby).status == 410


def test_the_paper_and_a_list_from_excel(head: Page, look: Look) -> None:
    head.goto("/lich-truc")
    head.get_by_role("link", name="Bản số").first.click()
    head.get_by_role("link", name="In lịch").click()
    look(head, "the paper")
    with head.expect_download() as download:
        head.get_by_role("link", name="Tải PDF để in").click()
    assert download.value.suggested_filename.endswith(".pdf")
    head.goto("/lich-truc/nhap-danh-sach")
    press(head, "Nhập danh sách")
    look(head, "a list from Excel, no file chosen")


def test_wishes_for_the_roster_to_come(an: Page, look: Look) -> None:
    an.goto("/ca-truc")
    an.get_by_role("link", name="Gửi nguyện vọng").click()
    press(an, "Gửi nguyện vọng")
    look(an, "wishes, nothing chosen")
    an.get_by_role("radio", name="Mong được miễn").check()
    day = an.get_by_role("combobox", name="Ngày")
    day.select_option(index=3)
    an.get_by_role("combobox", name="Buổi").select_option(label="Chỉ buổi sáng")
    press(an, "Gửi nguyện vọng")
    expect(an.get_by_text("Mong được miễn sáng").first).to_be_visible()
    look(an, "wishes, one of them sent")
    with an.expect_navigation():
        an.get_by_role("button", name="Mong được miễn sáng").click()
    expect(an.get_by_text("Anh/chị chưa gửi nguyện vọng nào")).to_be_visible()
