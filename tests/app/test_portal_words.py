"""The portal's words and their order are a contract (S4-05, S4-16)."""

import re

from flask import Flask
from werkzeug.test import TestResponse

from tests.app.at_the_desk import clerk_at_desk
from tests.app.browsing import Browser

FORM_WORDS = [
    "Tạo tài khoản công dân",
    "Thông tin công dân",
    "Số CMND/CCCD *",
    "Tra cứu",
    "Họ và tên *",
    "Ngày sinh *",
    "Số điện thoại *",
    "Email",
    "Đính kèm CCCD/CMND *",
    "(Đề nghị đính kèm 1 file định dạng file doc, docx, pdf gồm 2 mặt CCCD/CMND)",
    "Thông tin cán bộ",
    "Cán bộ",
    "Số điện thoại",
    "Đơn vị *",
    "-- Đơn vị chọn --",
    "Thời gian tạo",
    "Tải xuống",
    "Gửi mã OTP",
    "Anh/chị nhập mã OTP gồm 6 số đã được gửi tới số điện thoại đăng ký của công dân",
    "(OTP chỉ có hiệu lực trong vòng 2 phút)",
    "Nhập OTP *",
    "HỦY",
    "TẠO TÀI KHOẢN",
]
LIST_WORDS = [
    "Tạo tài khoản công dân",
    "Thông tin tìm kiếm:",
    "Tên công dân",
    "Số điện thoại",
    "CMND/CCCD",
    "Cán bộ tạo",
    "Đơn vị tạo",
    "-- Đơn vị chọn --",
    "Từ ngày",
    "Đến ngày",
    "TÌM KIẾM",
    "THÊM MỚI",
    "Tìm thấy 40 kết quả",
    "STT",
    "Tên công dân",
    "CMND/CCCD",
    "Số điện thoại",
    "Cán bộ tạo",
    "Đơn vị",
    "Thao tác",
]
PLACEHOLDERS = [
    "Nhập tên công dân",
    "Nhập số điện thoại",
    "Nhập số CMND/CCCD",
    "Nhập tên cán bộ tạo",
    "dd/mm/yyyy",
    "dd/mm/yyyy",
]


def pieces(response: TestResponse) -> list[str]:
    """The texts of the main part, one an element."""
    main = response.get_data(as_text=True).partition("<h1")[2]
    return [text.strip() for text in re.findall(r">([^<]+)<", main) if text.strip()]


def in_order(expected: list[str], found: list[str]) -> bool:
    """Whether ``expected`` stands in ``found`` in that order, with other texts between."""
    rest = iter(found)
    return all(word in rest for word in expected)


def test_the_form_says_what_the_plan_says_in_its_order(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    assert in_order(FORM_WORDS, pieces(clerk.open_form()))


def test_the_list_says_what_the_plan_says_in_its_order(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.sign_in()
    answer = client.get(f"{clerk.portal}/tai-khoan")
    assert in_order(LIST_WORDS, pieces(answer))
    assert re.findall(r'placeholder="([^"]*)"', answer.get_data(as_text=True)) == PLACEHOLDERS


def test_the_menu_leads_from_its_heading_to_the_list(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.sign_in()
    home = client.get(f"{clerk.portal}/").get_data(as_text=True)
    assert "Quản trị hệ thống" in home
    assert f'<a href="{clerk.portal}/tai-khoan">Tạo tài khoản công dân</a>' in home


def test_a_word_out_of_place_is_noticed() -> None:
    assert not in_order(["HỦY", "TẠO TÀI KHOẢN"], ["TẠO TÀI KHOẢN", "HỦY"])
