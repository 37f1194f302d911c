"""The range guard: real-looking data is found, practice data and plain numbers are not."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.citizens import Traits, draw_citizen
from sandbox.fidelity import sentence
from sandbox.guard import real_looking, without_real
from sandbox.population import officers, population
from sandbox.rules import Rule

# Put together here so that no real-looking number stands in any file.
ID = "038" + "085" + "001" + "234"
OLD_ID = "171" + "234" + "567"
MOBILE = "0912" + "345" + "678"
LANDLINE = "024" + "3825" + "1234"
MAIL = "lan@" + "congdan.vn"

WORDS = st.text(alphabet="aăâbcđeêghiklmnoôơpqrstuưvxy ,;", max_size=30)
PRACTICE = st.from_regex(r"000[0-3][0-9]{8}|000[0-9]{6}|0400[0-9]{6}", fullmatch=True)
GAPS = st.sampled_from(["", " ", ".", "-", ") ", "\u00a0", "\u200b"])


def grouped(digits: str, gap: str, size: int) -> str:
    return gap.join(digits[start : start + size] for start in range(0, len(digits), size))


@pytest.mark.parametrize(
    "text",
    [
        ID,
        f"CCCD: {ID}.",
        f"số{ID}",
        f"CCCD{ID}",
        f"số cccd{ID}",
        f"{ID}cua toi",
        grouped(ID, " ", 3),
        grouped(ID, ".", 4),
        grouped(ID, "\u00a0", 6),
        ID.replace("0", "０"),
        "0004" + "1" * 8,
        "9" * 12,
    ],
)
def test_a_personal_id_outside_the_practice_range_is_found(text: str) -> None:
    assert real_looking(text)


@pytest.mark.parametrize(
    "text",
    [OLD_ID, f"CMND {OLD_ID}", grouped(OLD_ID, " ", 3), grouped("012" + "345" + "678", ".", 3)],
)
def test_an_old_id_outside_the_practice_range_is_found(text: str) -> None:
    assert real_looking(text)


@pytest.mark.parametrize(
    "text",
    [
        MOBILE,
        f"SĐT{MOBILE}",
        "+84" + MOBILE[1:],
        "+84 (0)" + MOBILE[1:],
        f"tổ 3 {MOBILE} gọi sau 17 giờ",
        grouped(MOBILE, ".", 4),
        grouped(MOBILE, "-", 2),
        f"số la{MOBILE}",
        f"{MOBILE}cua toi",
        "84" + MOBILE[1:],
        "0084" + MOBILE[1:],
        grouped(MOBILE, "–", 4),
        grouped(MOBILE, "_", 3),
        LANDLINE,
        f"({LANDLINE[:3]}) {LANDLINE[3:]}",
    ],
)
def test_a_phone_that_could_ring_is_found(text: str) -> None:
    assert real_looking(text)


@pytest.mark.parametrize(
    "text", [MAIL, MAIL.upper(), f"thư:{MAIL},", "lan@" + "contest.vn", "a@" + "test.vn"]
)
def test_a_mail_address_outside_test_and_example_is_found(text: str) -> None:
    assert real_looking(text)


@given(WORDS, WORDS, GAPS, st.sampled_from([ID, MOBILE]), st.integers(3, 6))
def test_words_around_and_gaps_inside_hide_nothing(
    before: str, after: str, gap: str, number: str, size: int
) -> None:
    assert real_looking(f"{before} {grouped(number, gap, size)} {after}")


@given(st.from_regex(r"[35789][0-9]{8}", fullmatch=True))
def test_no_valid_mobile_number_slips_through(number: str) -> None:
    assert all(real_looking(f"{dialled}{number}") for dialled in ("0", "84", "+84", "0084"))


@pytest.mark.parametrize("dialled", ["0", "84", "0084", "+84", "+84 ", "+84 0"])
@pytest.mark.parametrize("carrier", "35789")
def test_every_carrier_is_found_however_it_is_dialled(dialled: str, carrier: str) -> None:
    assert real_looking(f"gọi {dialled}{carrier}{MOBILE[2:]} nhé")


@given(PRACTICE, WORDS, st.sampled_from(["", " ", ".", "-"]), st.integers(2, 6))
def test_practice_numbers_pass_in_any_sentence(
    number: str, words: str, gap: str, size: int
) -> None:
    assert real_looking(f"{words} {grouped(number, gap, size)} {words}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ H00.00-260101-0001 đã tiếp nhận",
        "H00.00.01-021220-0912345",
        "Đã hỗ trợ 1.234 lượt, đạt 98,57%",
        "Kinh phí 1.050.000.000 đồng",
        "từ 02/08/2024 đến 02.08.2024 10:30",
        "02-08-2024 09:15",
        "trực 02/08 09/08 10/08",
        "Kinh phí 84.912.345.678 đồng",
        "Thông tư 22/2014, Luật 91/2025/QH15",
        "tỷ lệ 0.123456789 và 0,123456789012",
        "a" * 19 + "1" * 9 + "f" + "0" * 3,
        "lan.mau@congdan.test, hoi@dap.example",
        "+84 400 123 456",
        "0 24 24 24 0 12 12 9 3 8",
        "",
    ],
)
def test_plain_numbers_codes_and_practice_mail_pass(text: str) -> None:
    assert real_looking(text) == ()


def test_each_kind_is_named_once_and_the_data_never() -> None:
    problems = real_looking(f"{ID} {ID} {MOBILE} {MAIL}", "note")
    assert [(p.rule, p.field) for p in problems] == [(Rule.FREE_TEXT_REAL_DATA, "note")] * 3
    assert not any(secret in str(problems) for secret in (ID, MOBILE, MAIL))


@given(WORDS, WORDS, PRACTICE, GAPS, st.sampled_from([ID, MOBILE, MAIL]))
def test_what_is_left_of_a_text_is_its_words_and_nothing_real(
    before: str, after: str, practice: str, gap: str, real: str
) -> None:
    text = f"{before} {practice}; {grouped(real, gap, 4) if real != MAIL else real}, {after}"
    left = without_real(text)
    assert left == f"{before} {practice}; […], {after}"
    assert not real_looking(left)


@given(WORDS, PRACTICE)
def test_a_text_without_anything_real_is_left_as_it_is(words: str, practice: str) -> None:
    assert without_real(f"{words}\u200b{practice}") == f"{words}\u200b{practice}"


@given(st.text(alphabet=f"0123456789 .@-{MAIL}"))
def test_what_is_left_never_looks_real(text: str) -> None:
    assert not real_looking(without_real(text))


def test_the_sentence_names_the_kind_of_data() -> None:
    assert "một số điện thoại" in sentence(real_looking(MOBILE)[0])


def test_a_very_long_text_is_read_all_the_same() -> None:
    assert real_looking("a." * 50_000 + " " + "0" * 50_000 + f" {MAIL}")


@given(st.text())
def test_no_text_can_break_the_guard(text: str) -> None:
    assert isinstance(real_looking(text), tuple)


def test_nobody_in_this_world_looks_real() -> None:
    for account in population(2022):
        assert real_looking(f"{account.full_name}: {account.id_number}, {account.phone}") == ()
    for index in range(500):
        assert real_looking(str(draw_citizen(1, index, Traits(), 2025))) == ()


def test_no_phone_of_this_world_is_valid_anywhere() -> None:
    numbers = {account.phone for account in population(2022)} | {o.phone for o in officers()}
    numbers |= {
        phone.number for i in range(500) for phone in draw_citizen(1, i, Traits(), 2022).phones
    }
    parsed = [phonenumbers.parse(number, "VN") for number in numbers]
    assert not any(phonenumbers.is_valid_number(number) for number in parsed)
