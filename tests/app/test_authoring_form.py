"""The authoring form: copied, changed, checked; nothing that was typed is lost."""

import pytest
from werkzeug.test import TestResponse

from tests.app.authoring import Author, Fields, fields_of
from tests.app.browsing import Browser, words
from tests.app.office import FIRST
from training.scenario import catalogue

WAITING = "tk-03-tin-nhan-khong-toi"


@pytest.fixture
def author(client: Browser) -> Author:
    author = Author(client)
    author.copy(WAITING)
    return author


@pytest.mark.parametrize("source", catalogue())
def test_every_scenario_comes_through_the_form_unchanged(client: Browser, source: str) -> None:
    author = Author(client)
    author.copy(source)
    before = client.get(f"{author.page}/sua").get_data(as_text=True)
    assert author.save().status_code == 303
    after = client.get(f"{author.page}/sua").get_data(as_text=True)
    assert 'name="lan" value="1"' in before
    assert 'name="lan" value="1"' in after, "saving wrote another draft"


def test_what_is_changed_is_kept(author: Author) -> None:
    assert author.save(title="Sóng yếu ở xã", citizen__min_age="40").status_code == 303
    fields = author.form()
    assert (fields["title"], fields["citizen.min_age"]) == ("Sóng yếu ở xã", "40")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("title", "", "Tên tình huống: không được để trống."),
        ("title", "a" * 151, "Mục này chỉ dài tối đa 150 ký tự."),
        ("situation", " ", "Cán bộ được biết trước: không được để trống."),
        ("target_minutes", "mười", "Thời gian mong muốn (phút): phải là số nguyên."),
        ("target_minutes", "0", "Thời gian mong muốn (phút): phải từ 1 trở lên."),
        ("citizen.min_age", "99", "Tuổi ít nhất: cần từ"),
        ("citizen.max_age", "già", "Tuổi nhiều nhất: cần một số nguyên."),
        ("vneid.mistypes", "-1", "Số lần đầu nhập sai mã: phải là số nguyên."),
        ("faults.0.times", "0", "Số lần: phải từ 1 trở lên."),
        ("faults.0", "sms/error/otp", "trở ngại không khớp"),
        ("hints.greet", "a" * 501, "tối đa 500 ký tự"),
        ("era", "1999", "Thời kỳ của quy trình: không có thời kỳ"),
    ],
)
def test_a_mistake_is_said_at_its_field_and_everything_typed_stays(
    author: Author, name: str, value: str, sentence: str
) -> None:
    fields = author.form()
    fields[name], fields["focus"] = value, "Điều vừa gõ"
    answer = author.press("luu", fields)
    assert answer.status_code == 422
    text = answer.get_data(as_text=True)
    assert sentence in words(answer)
    assert f'href="#{name}' in text
    assert f'id="{name}' in text
    assert "Điều vừa gõ" in text
    assert "Điều vừa gõ" not in author.client.get(f"{author.page}/sua").get_data(as_text=True)


def test_all_mistakes_are_told_at_once(author: Author) -> None:
    answer = author.save(title="", target_minutes="x", citizen__max_age="y")
    assert words(answer).count("Lỗi: ") == 3


@pytest.mark.parametrize("name", ["title", "situation", "hints.greet"])
def test_a_real_looking_number_is_neither_kept_nor_shown(author: Author, name: str) -> None:
    real = "0912345678"  # refused on purpose
    fields = author.form()
    fields[name] = f"Gọi {real}"
    for button in ("luu", "xuong-0"):
        answer = author.press(button, fields)
        assert real not in answer.get_data(as_text=True)
        assert "Gọi […]" in answer.get_data(as_text=True)
    assert author.press("luu", fields).status_code == 422


def steps(author: Author, button: str, **changes: str) -> list[str]:
    fields = author.form()
    for name, value in changes.items():
        fields[name] = value
    answer = author.press(button, fields)
    assert answer.status_code == 200
    author.press("luu", fields_after(author, answer))
    return author.form().getlist("procedure")


def fields_after(author: Author, answer: TestResponse) -> Fields:
    return fields_of(answer, f"{author.page}/sua")


def test_steps_move_go_and_come(author: Author) -> None:
    first, second, third, *rest = author.form().getlist("procedure")
    assert steps(author, "xuong-0")[:3] == [second, first, third]
    assert steps(author, "len-2")[:3] == [second, third, first]
    assert steps(author, "bo-0")[:2] == [third, first]
    added = steps(author, "them", new_step=second, new_step_after=third)
    assert added == [third, second, first, *rest]


@pytest.mark.parametrize(
    "button", ["len-0", "xuong-99", "bo-99", "bo-x", "them", "khong-co", "botn-7"]
)
def test_a_button_of_yesterdays_page_changes_nothing(author: Author, button: str) -> None:
    before = author.form().getlist("procedure")
    assert steps(author, button) == before


def test_lines_trouble_and_marks_come_and_go(author: Author) -> None:
    answer = author.press("themloi", _with(author, new_line="ask_email.none"))
    fields = fields_after(author, answer)
    fields["new_fault"], fields["new_off"] = "portal/error/create", "tk.no_greeting"
    fields = fields_after(author, author.press("themtn", fields))
    fields["new_off"] = "tk.no_greeting"
    fields = fields_after(author, author.press("themnhac", fields))
    assert author.press("luu", fields).status_code == 303
    form = author.form()
    assert form["part.lines.ask_email.none"]
    assert form["faults"] == "2"
    assert form["marking.off"] == "tk.no_greeting"


def _with(author: Author, **changes: str) -> Fields:
    fields = author.form()
    for name, value in changes.items():
        fields[name] = value
    return fields


def test_the_check_while_typing_lists_what_is_wrong(author: Author) -> None:
    fields = author.form()
    htmx = {"HX-Request": "true"}
    good = author.client.post(f"{author.page}/kiem-tra", data=fields, headers=htmx)
    assert "Chưa thấy lỗi nào" in words(good)
    fields["title"] = ""
    bad = author.client.post(f"{author.page}/kiem-tra", data=fields, headers=htmx)
    assert bad.status_code == 200
    assert "Còn 1 chỗ cần sửa: Tên tình huống: không được để trống." in words(bad)


def test_the_second_of_two_who_edit_sees_both_drafts_and_loses_nothing(client: Browser) -> None:
    author = Author(client)
    author.copy(FIRST)
    opened = author.form()
    author.save(title="Bản của đồng nghiệp")
    opened["title"], opened["focus"] = "Bản của tôi", "Điều tôi gõ"
    late = author.press("luu", opened)
    assert late.status_code == 422
    page = words(late)
    assert "Bản nháp này vừa được sửa ở nơi khác" in page
    assert "Nguyễn Thị Mẫu Giang đã lưu bản nháp" in page
    assert "Bản của đồng nghiệp Bản của tôi" in page
    again = fields_after(author, late)
    assert again["title"] == "Bản của tôi"
    assert author.press("luu", again).status_code == 303
    assert author.form()["focus"] == "Điều tôi gõ"


def test_a_form_from_nowhere_is_refused_and_not_an_error(author: Author) -> None:
    answer = author.client.send(f"{author.page}/sua", {"faults": "9999", "procedure": "bay"})
    assert answer.status_code == 422
