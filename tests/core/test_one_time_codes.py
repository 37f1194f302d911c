"""S4-19 … S4-24: which code makes an account, and which never does."""

import pytest

from sandbox.era import era, era_names
from sandbox.mock_dvc import Cancel, Create
from sandbox.rules import Rule
from tests.core.play import Play


@pytest.fixture
def play() -> Play:
    """A form waiting for the code 000001."""
    play = Play()
    play.ready_for_code()
    return play


def test_the_right_code_makes_the_account(play: Play) -> None:
    assert play.rules_of(play.creation("000001")) == ()
    assert play.world.portal.accounts[0].details.full_name == play.world.citizen.full_name


@pytest.mark.parametrize(
    "typed",
    [
        " 000 001 ",
        "\u200e000001",
        "000\u200b001",
        "\ufeff000001\u200f",
        "000\u00a0001",
        "000\n001\t",
    ],
)
def test_spaces_and_what_nobody_sees_in_a_code_do_not_matter(play: Play, typed: str) -> None:
    assert play.rules_of(play.creation(typed)) == ()


@pytest.mark.parametrize(
    ("seconds", "rules"), [(119, ()), (120.0, ()), (120.001, ("otp.expired",))]
)
def test_a_code_lives_to_the_end_of_its_120th_second(
    play: Play, seconds: float, rules: tuple[str, ...]
) -> None:
    play.wait(seconds)
    assert play.rules_of(play.creation("000001")) == rules


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", Rule.CODE_MISSING),
        ("   ", Rule.CODE_MISSING),
        ("12345", Rule.CODE_SHAPE),
        ("1234567", Rule.CODE_SHAPE),
        ("00000a", Rule.CODE_SHAPE),
        ("００００01", Rule.CODE_SHAPE),
        ("999999", Rule.CODE_WRONG),
    ],
)
def test_what_is_not_the_code_is_refused(play: Play, typed: str, rule: Rule) -> None:
    assert play.rules_of(play.creation(typed)) == (rule,)
    assert play.world.portal.accounts == ()


def test_trying_an_older_code_uses_up_tries_like_any_wrong_one(play: Play) -> None:
    play.send_code()
    for _ in range(play.world.era.code_attempts - 1):
        assert play.rules_of(play.creation("000001")) == (Rule.CODE_SUPERSEDED,)
    assert play.rules_of(play.creation("000001")) == (Rule.CODE_LOCKED,)
    assert play.rules_of(play.creation("000002")) == (Rule.CODE_LOCKED,)


def test_only_the_newest_code_counts_even_while_the_older_one_lives(play: Play) -> None:
    play.wait(5)
    play.send_code()
    assert play.rules_of(play.creation("000001")) == (Rule.CODE_SUPERSEDED,)
    assert play.rules_of(play.creation("000002")) == ()


@pytest.mark.parametrize("name", [name for name in era_names() if era(name).portal_accounts])
def test_the_last_miss_its_time_allows_locks_a_code_and_a_new_one_starts_afresh(name: str) -> None:
    play = Play(era=name)
    play.ready_for_code()
    for _ in range(era(name).code_attempts - 1):
        assert play.rules_of(play.creation("999999")) == (Rule.CODE_WRONG,)
    assert play.rules_of(play.creation("999999")) == (Rule.CODE_LOCKED,)
    assert play.rules_of(play.creation("000001")) == (Rule.CODE_LOCKED,)
    play.send_code()
    assert play.rules_of(play.creation("000002")) == ()


def test_a_blank_code_uses_up_no_try(play: Play) -> None:
    for _ in range(7):
        play.do(play.creation(""))
    assert play.rules_of(play.creation("000001")) == ()


def test_a_code_is_bound_to_the_phone_it_was_sent_to(play: Play) -> None:
    other = play.creation("000001", phone="0400999999")
    assert play.rules_of(other) == (Rule.SEND_CODE_FIRST,)


def test_cancelling_kills_the_code(play: Play) -> None:
    play.do(Cancel(play.form.number))
    assert play.rules_of(play.creation("000001")) == (Rule.NO_OPEN_FORM,)
    assert play.form.codes == ()


def test_the_code_that_made_an_account_is_used_up(play: Play) -> None:
    play.do(play.creation("000001"))
    assert play.form.codes == ()


def test_a_code_of_another_form_is_worth_nothing(play: Play) -> None:
    play.do(Cancel(1))
    play.ready_for_code()
    assert play.rules_of(play.creation("000001")) == (Rule.CODE_WRONG,)


def test_pressing_twice_makes_one_account(play: Play) -> None:
    again = Create(1, play.typed(), otp="000001")
    play.do(again)
    lines = len(play.log)
    assert play.do(again).refusal is None
    assert len(play.log) == lines
    assert len(play.world.portal.accounts) == 1
