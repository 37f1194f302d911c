"""Bad input on the account form: a sentence by the field and in the summary, everything kept."""

import unicodedata
from html import unescape

import pytest
from flask import Flask

from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.refused import REAL_EMAIL, REAL_ID, REAL_OLD_ID, REAL_PHONE, STRANGER
from tests.core.test_typing_tool import telex


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_look_up()
    return clerk


def test_what_merely_looks_real_is_emptied_and_says_why(clerk: Clerk) -> None:
    answer = clerk.press("tai-xuong", phone=REAL_OLD_ID)
    assert "trông giống của người thật nên không được lưu" in words(answer)
    assert 'id="phone" name="phone" type="text" value=""' in answer.get_data(as_text=True)


def test_an_empty_form_names_every_missing_field_at_once(clerk: Clerk) -> None:
    empty = dict.fromkeys(clerk.right(), "")
    answer = clerk.press("tao", **empty)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    for name in ("id_number", "full_name", "birth_date", "phone", "unit", "attachment"):
        assert f'href="#{name}"' in page
        assert f'id="{name}-error"' in page
    assert 'id="error-summary" tabindex="-1"' in page


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("id_number", "00012345", "đúng 9 hoặc 12 chữ số"),
        ("id_number", "0001234567", "đúng 9 hoặc 12 chữ số"),
        ("id_number", "00012345678", "đúng 9 hoặc 12 chữ số"),
        ("id_number", "0001234567890", "đúng 9 hoặc 12 chữ số"),
        ("id_number", "00012345678a", "đúng 9 hoặc 12 chữ số"),
        ("id_number", "０００１６４４１７３７４", "đúng 9 hoặc 12 chữ số"),
        ("birth_date", "31/02/1990", "không có trong lịch"),
        ("birth_date", "01/01/1899", "không có trong lịch"),
        ("birth_date", "01/01/2090", "ở sau ngày hôm nay"),
        ("birth_date", "1990", "chưa đúng dạng"),
        ("phone", "04001234", "đúng 10 chữ số"),
        ("phone", "không có", "đúng 10 chữ số"),
        ("email", "khong-co-a-cong", "chưa đúng dạng"),
        ("full_name", "Mẫu " * 75, "dài quá 100 ký tự"),
        ("full_name", "Mẫu 123", "chỉ gồm chữ cái"),
    ],
)
def test_what_is_mistyped_is_told_and_kept(clerk: Clerk, name: str, typed: str, says: str) -> None:
    answer = clerk.press("tai-xuong", **{name: typed})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert words(answer).count(says) == 2, "once by the field, once in the summary"
    assert f'value="{typed}"' in page
    others = [value for key, value in clerk.right().items() if key != name]
    assert [value for value in others if f'"{value}"' not in page] == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("id_number", REAL_ID),
        ("id_number", REAL_OLD_ID),
        ("phone", REAL_PHONE),
        ("phone", "+84" + REAL_PHONE[1:]),
        ("email", REAL_EMAIL),
        ("full_name", STRANGER),
        ("full_name", f"Mẫu {REAL_ID}"),
        ("birth_date", REAL_ID),
        ("unit", REAL_ID),
        ("otp", REAL_ID),
    ],
)
@pytest.mark.parametrize("button", ["tra-cuu", "tai-xuong", "gui-ma", "tao", "huy"])
def test_what_could_be_real_is_neither_stored_nor_shown(
    clerk: Clerk, button: str, name: str, typed: str
) -> None:
    otp, others = (typed, {}) if name == "otp" else ("", {name: typed})
    answer = clerk.press(button, otp=otp, **others)
    page = answer.get_data(as_text=True)
    assert typed not in page
    assert typed not in clerk.logged()
    assert (
        answer.status_code == 303 or f'value="{clerk.right()["phone"]}"' in page or name == "phone"
    )


@pytest.mark.parametrize("name", ["id_number", "phone", "email", "full_name"])
def test_a_refused_field_is_emptied_and_says_so(clerk: Clerk, name: str) -> None:
    typed = {
        "id_number": REAL_ID,
        "phone": REAL_PHONE,
        "email": REAL_EMAIL,
        "full_name": STRANGER,
    }
    answer = clerk.press("tai-xuong", **{name: typed[name]})
    assert answer.status_code == 422
    assert "không được nhận và không được lưu" in words(answer)
    assert f'id="{name}" name="{name}" type="text" value=""' in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("birth_date", "1/2/1990", "1990-02-01"),
        ("birth_date", "01-02-1990", "1990-02-01"),
        ("birth_date", "01021990", "1990-02-01"),
        ("phone", "+84 400 123 456", "0400123456"),
        ("phone", "0400.123.456", "0400123456"),
    ],
)
def test_other_ways_of_writing_are_taken(clerk: Clerk, name: str, typed: str, stored: str) -> None:
    assert clerk.press("tai-xuong", ("CCCD.pdf", clerk.scan()), **{name: typed}).status_code == 303
    assert str(getattr(clerk.world().portal.forms[0].details, name)) == stored


def test_spaces_and_dots_in_the_number_are_left_out(clerk: Clerk) -> None:
    number = clerk.right()["id_number"]
    typed = f"{number[:4]} {number[4:8]}.{number[8:]}"
    assert clerk.press("tra-cuu", id_number=typed).status_code == 303
    assert clerk.world().portal.forms[0].details.id_number == number


@pytest.mark.parametrize("disguise", ["NFD", "zero width", "no-break"])
def test_a_name_is_brought_into_one_form(clerk: Clerk, disguise: str) -> None:
    name = clerk.right()["full_name"]
    typed = {
        "NFD": unicodedata.normalize("NFD", name),
        "zero width": "\u200b".join(name),
        "no-break": name.replace(" ", "\u00a0 "),
    }[disguise]
    clerk.press("tai-xuong", ("CCCD.pdf", clerk.scan()), full_name=typed)
    assert clerk.world().portal.forms[0].details.full_name == name


def test_a_name_in_key_codes_is_told_of_the_typing_tool_and_kept(clerk: Clerk) -> None:
    typed = " ".join(telex(word, at_end=True) for word in clerk.right()["full_name"].split())
    answer = clerk.press("tai-xuong", full_name=typed)
    assert "bộ gõ tiếng Việt đang tắt" in words(answer)
    assert f'value="{typed}"' in unescape(answer.text)


def test_a_wrong_number_in_the_safe_range_is_taken_as_the_mistake_it_is(clerk: Clerk) -> None:
    wrong = "000199000001"
    assert clerk.press("tra-cuu", id_number=wrong).status_code == 303
    assert clerk.press("tai-xuong", ("a.pdf", clerk.scan()), id_number=wrong).status_code == 303


def test_a_number_changed_after_the_look_up_asks_for_another(clerk: Clerk) -> None:
    answer = clerk.press("tai-xuong", ("CCCD.pdf", clerk.scan()), id_number="000199000001")
    assert answer.status_code == 422
    assert "chưa được tra cứu" in words(answer)


def test_a_relatives_unit_code_is_no_choice(clerk: Clerk) -> None:
    answer = clerk.press("tai-xuong", unit="H00.00.99")
    assert answer.status_code == 422
    assert "không có trong danh sách của anh/chị" in words(answer)
