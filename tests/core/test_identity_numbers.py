"""What may be typed as an ID number, a phone and a mail address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.identity import NEVER_ECHOED, read_email, read_id, read_phone
from sandbox.refusal import Problem
from sandbox.rules import Rule

# Put together here so that no real-looking number stands in any file.
OUTSIDE_ID = "038" + "1" * 9
OUTSIDE_OLD_ID = "17" + "2" * 7
OUTSIDE_PHONE = "09" + "1" * 8
OUTSIDE_MAIL = "lan@" + "mail.vn"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("000190123456", "000190123456"),
        ("000 190 123 456", "000190123456"),
        ("000.190.123.456", "000190123456"),
        ("\u00a0000190123456\u200b", "000190123456"),
        ("000123456", "000123456"),
        ("000 123 456", "000123456"),
    ],
)
def test_a_practice_id_is_read_with_spaces_and_dots_left_out(typed: str, number: str) -> None:
    assert read_id(typed) == number


@pytest.mark.parametrize("typed", ["", "   ", "\u200b", " . "])
def test_an_id_that_is_not_there_is_missing(typed: str) -> None:
    assert read_id(typed) == Problem(Rule.ID_MISSING, "id_number")


@pytest.mark.parametrize("length", [1, 8, 10, 11, 13, 300])
def test_an_id_of_another_length_has_the_wrong_shape(length: int) -> None:
    assert read_id("0" * length) == Problem(Rule.ID_SHAPE, "id_number")


@pytest.mark.parametrize(
    "typed", ["00019012345a", "０００１９０１２３４５６", "000-190-123-456", "+00190123456"]
)
def test_an_id_of_anything_but_plain_digits_has_the_wrong_shape(typed: str) -> None:
    assert read_id(typed) == Problem(Rule.ID_SHAPE, "id_number")


@pytest.mark.parametrize("typed", [OUTSIDE_ID, OUTSIDE_OLD_ID, "0004" + "0" * 8, "001" + "0" * 9])
def test_an_id_outside_the_practice_ranges_is_refused_whatever_the_era(typed: str) -> None:
    refused = Problem(Rule.ID_NOT_PRACTICE, "id_number")
    assert read_id(typed) == read_id(typed, nine_digits=False) == refused


def test_nine_digits_are_refused_once_old_cards_have_lost_their_force() -> None:
    assert read_id("000123456", nine_digits=False) == Problem(Rule.ID_ERA, "id_number")
    assert read_id("000190123456", nine_digits=False) == "000190123456"


@given(st.from_regex(r"[0-9]{12}|[0-9]{9}", fullmatch=True))
def test_only_practice_ids_are_ever_read(typed: str) -> None:
    practice = typed[:3] == "000" and (len(typed) == 9 or typed[3] in "0123")
    assert (read_id(typed) == typed) is practice


@pytest.mark.parametrize(
    "typed",
    [
        "0400123456",
        "0400 123 456",
        "0400.123.456",
        "0400-123-456",
        "+84400123456",
        "(+84) 400 123 456",
    ],
)
def test_a_practice_phone_is_read_however_it_is_grouped(typed: str) -> None:
    assert read_phone(typed) == "0400123456"


@pytest.mark.parametrize("typed", ["", " ", "-"])
def test_a_phone_that_is_not_there_is_missing(typed: str) -> None:
    assert read_phone(typed) == Problem(Rule.PHONE_MISSING, "phone")


@pytest.mark.parametrize(
    "typed",
    [
        "0400" + "12345",
        "04001234567",
        "1400123456",
        "0400abcdef",
        "84400123456",
        "０４００１２３４５６",
    ],
)
def test_a_phone_must_have_ten_digits_and_begin_with_nought(typed: str) -> None:
    assert read_phone(typed) == Problem(Rule.PHONE_SHAPE, "phone")


@pytest.mark.parametrize("typed", [OUTSIDE_PHONE, "+84" + OUTSIDE_PHONE[1:], "0401" + "0" * 6])
def test_a_phone_outside_the_practice_range_is_refused(typed: str) -> None:
    assert read_phone(typed) == Problem(Rule.PHONE_NOT_PRACTICE, "phone")


@pytest.mark.parametrize("typed", ["", "  ", "\u200b"])
def test_no_mail_address_is_fine(typed: str) -> None:
    assert read_email(typed) is None


@pytest.mark.parametrize("typed", ["lan.mau@congdan.test", "LAN@MAIL.CONGDAN.TEST", " a+b@c.test "])
def test_a_mail_address_under_test_is_read(typed: str) -> None:
    assert read_email(typed) == typed.strip()


@pytest.mark.parametrize(
    "typed",
    ["lan", "lan@", "@congdan.test", "lan@test", "lan mau@congdan.test", "a@b@c.test", "lan@.test"],
)
def test_a_mail_address_needs_a_name_and_a_domain(typed: str) -> None:
    assert read_email(typed) == Problem(Rule.EMAIL_SHAPE, "email")


def test_an_endless_mail_address_has_the_wrong_shape() -> None:
    longest = "a" * 247 + "@b.test"
    assert (len(longest), read_email(longest)) == (254, longest)
    assert read_email(f"a{longest}") == Problem(Rule.EMAIL_SHAPE, "email")


@pytest.mark.parametrize("domain", ["congdan.vn", "test.com", "congdan.test.vn", "contest"])
def test_a_mail_address_elsewhere_is_refused(domain: str) -> None:
    assert read_email(f"lan@mail.{domain}") == Problem(Rule.EMAIL_NOT_PRACTICE, "email")


def test_a_problem_stands_at_the_field_it_was_asked_for() -> None:
    problems = [read_id("", field="a"), read_phone("", "b"), read_email("?", "c")]
    assert [p.field for p in problems if isinstance(p, Problem)] == ["a", "b", "c"]


def test_what_could_be_real_is_never_shown_again() -> None:
    refused = [read_id(OUTSIDE_ID), read_phone(OUTSIDE_PHONE), read_email(OUTSIDE_MAIL)]
    assert {p.rule for p in refused if isinstance(p, Problem)} <= NEVER_ECHOED


@given(st.text())
def test_no_text_at_all_can_break_a_reader(text: str) -> None:
    for value in (read_id(text), read_phone(text), read_email(text)):
        assert value is None or isinstance(value, str | Problem)
