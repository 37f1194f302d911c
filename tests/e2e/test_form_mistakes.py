"""Mistakes on the account form: all told at once, each by its field, and nothing typed is lost."""

from playwright.sync_api import FilePayload, expect

from tests.e2e.visit import Visit

FILE: FilePayload = {"name": "anh-the.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}


def test_an_empty_form_tells_every_field_in_a_summary_that_has_the_focus(visit: Visit) -> None:
    form = visit.hurry_to_look_up()
    form.press("Tải xuống")
    expect(form.page.locator("#error-summary")).to_be_focused()
    for name in ("full_name", "birth_date", "phone"):
        expect(form.box(name)).to_have_attribute("aria-invalid", "true")
    for says in ("Chưa có họ và tên.", "Chưa có ngày sinh.", "Chưa có số điện thoại."):
        expect(form.mistakes).to_contain_text(says)
    for says in ("Chưa có tệp đính kèm.", "Chưa chọn đơn vị."):
        expect(form.mistakes).to_contain_text(says)


def test_each_line_of_the_summary_leads_to_its_field(visit: Visit) -> None:
    form = visit.hurry_to_look_up()
    form.press("Tải xuống")
    form.mistakes.get_by_role("link", name="Chưa có số điện thoại.").click()
    expect(form.box("phone")).to_be_focused()
    form.mistakes.get_by_role("link", name="Chưa chọn đơn vị.").click()
    expect(form.page.get_by_role("combobox", name="Đơn vị")).to_be_focused()


def test_what_was_typed_stays_but_not_what_could_be_a_living_persons(visit: Visit) -> None:
    form = visit.hurry_to_look_up()
    form.type(full_name="Trần Văn Không Ai", birth_date="31/02/1990", phone="0400 12", email="a@")
    form.press("Tải xuống")
    for name, kept in {
        "full_name": "",
        "birth_date": "31/02/1990",
        "phone": "0400 12",
        "email": "a@",
    }.items():
        expect(form.box(name)).to_have_value(kept)
    expect(form.mistakes).to_contain_text("không giống nhân vật giả lập nào")
    expect(form.mistakes).to_contain_text("không có trong lịch")


def test_a_file_from_elsewhere_is_refused_and_the_fields_stay(visit: Visit) -> None:
    form = visit.hurry_to_look_up()
    form.fill(visit.citizen)
    form.page.get_by_label("Đính kèm CCCD/CMND").set_input_files([FILE])
    form.press("Tải xuống")
    expect(form.mistakes).to_contain_text("không phải do máy quét")
    expect(form.box("full_name")).to_have_value(visit.citizen.full_name)
    expect(form.page.get_by_role("combobox", name="Đơn vị")).not_to_have_value("")


def test_a_wrong_code_keeps_the_form_and_takes_the_right_one_next(visit: Visit) -> None:
    form = visit.hurry_to_code()
    form.enter_code("12a")
    form.create_account()
    expect(form.mistakes).to_contain_text("đúng 6 chữ số")
    expect(form.box("full_name")).to_have_value(visit.citizen.full_name)
    form.enter_code(visit.code())
    form.create_account()
    expect(form.heading).to_have_text("Đã tạo tài khoản công dân")
