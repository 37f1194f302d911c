"""Vietnamese text: cleaning, searching, comparing, ordering."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.vietnamese import fold, nfc, same_name, sort_key, text_key, visible

# Checked against ICU 72, locale vi.
IN_ORDER = [
    "Lê Mẫu An",
    "Trần Mẫu An",
    "Lê Mẫu Án",
    "Lê Mẫu Anh",
    "Lê Mẫu Ánh",
    "Lê Mẫu Ăn",
    "Lê Mẫu Ân",
    "Lê Mẫu Dung",
    "Lê Mẫu Dũng",
    "Lê Mẫu Đan",
    "Lê Mẫu Em",
    "Lê Mẫu Ê",
    "Lê Mẫu Ma",
    "Lê Mẫu Mà",
    "Lê Mẫu Mả",
    "Lê Mẫu Mã",
    "Lê Mẫu Má",
    "Lê Mẫu Mạ",
    "Lê Mẫu Oanh",
    "Lê Mẫu Ôn",
    "Lê Mẫu Ơn",
    "Lê Mẫu Ung",
    "Lê Mẫu Ước",
    "Lê Mẫu Ý",
]


@pytest.mark.parametrize(
    "typed",
    [
        normalize("NFD", "Nguyễn Thị Mẫu Hoà"),
        "  Nguyễn\tThị  Mẫu\u00a0Hoà ",
        "Nguyễn\u2009Thị\u3000Mẫu Hoà\n",
        "Ngu\u200byễn Thị\u200d Mẫu Hoà\ufeff",
        "Nguyễn Thị Mẫu Ho\u200ba\u0300",
    ],
)
def test_a_name_typed_in_any_form_becomes_one_form(typed: str) -> None:
    assert nfc(typed) == "Nguyễn Thị Mẫu Hoà"


def test_a_dot_below_typed_before_the_hat_is_still_one_letter() -> None:
    assert nfc("Mie\u0323\u0302n") == "Miện"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_what_is_visible_stays_in_its_lines() -> None:
    assert visible("một\u200b\nhai") == "một\nhai"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Đặng Văn Ứng", "dang van ung"),
        ("ĐẶNG VĂN ỨNG", "dang van ung"),
        ("Ðặng Ðạt", "dang dat"),  # eth, as some keyboards have it
        ("H’Yới Mẫu Ayŭn", "h'yoi mau ayun"),
        ("Nguyễn   Thị Mẫu", "nguyen thi mau"),
    ],
)
def test_a_search_sees_no_marks(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Mẫu Hoà", "Lê Mẫu Hòa"),
        ("Lê Thử Thuý", "LÊ THỬ THÚY"),
        ("Đỗ Mẫu An", normalize("NFD", "Đỗ Mẫu An")),
        ("Ðỗ Mẫu An", "Đỗ Mẫu An"),
        ("H'Mai Mẫu", "H’Mai Mẫu"),
    ],
)
def test_two_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Mẫu Hoà", "Lê Mẫu Hoa"),
        ("Lê Mẫu Hoà", "Lê Mẫu Hoá"),
        ("Lê Mẫu An", "Lê Mẫu Ân"),
        ("Lê Mẫu Dân", "Lê Mẫu Đân"),
        ("Lê Mẫu An", "An Mẫu Lê"),
        ("Lê Mẫu An", "Lê An"),
    ],
)
def test_another_tone_letter_or_order_is_another_name(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_names_stand_by_given_name_then_surname_in_vietnamese_order() -> None:
    backwards = IN_ORDER[::-1]
    assert sorted(backwards, key=sort_key) == IN_ORDER


def test_the_words_between_decide_last() -> None:
    names = ["Mai Bá Mẫu An", "Lê Văn Mẫu An", "Lê Thị Mẫu An"]
    assert sorted(names, key=sort_key) == ["Lê Thị Mẫu An", "Lê Văn Mẫu An", "Mai Bá Mẫu An"]


def test_one_word_is_a_given_name() -> None:
    names = ["Bình", "Lê An", "Ái An", "An"]
    assert sorted(names, key=sort_key) == ["An", "Ái An", "Lê An", "Bình"]


def test_the_tone_of_the_surname_comes_before_the_words_between() -> None:
    names = ["Hà Ánh Mẫu", "Ha Bình Mẫu"]
    assert sorted(names, key=sort_key) == ["Ha Bình Mẫu", "Hà Ánh Mẫu"]


def test_where_the_tone_stands_does_not_move_a_name() -> None:
    assert sort_key("Lê Mẫu Hoà") == sort_key("Lê Mẫu Hòa")


def test_other_texts_are_ordered_word_for_word_by_the_alphabet() -> None:
    homes = ["Hội Phụ nữ Mẫu", "Đoàn Mẫu", "Hội Nông dân Mẫu", "Hoà giải Mẫu", "Dân quân Mẫu"]
    assert sorted(homes, key=text_key) == [
        "Dân quân Mẫu",
        "Đoàn Mẫu",
        "Hoà giải Mẫu",
        "Hội Nông dân Mẫu",
        "Hội Phụ nữ Mẫu",
    ]
