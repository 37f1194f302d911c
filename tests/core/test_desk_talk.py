"""The scripted citizen: what they answer, and what they never say to the clerk's side."""

from collections.abc import Callable
from dataclasses import asdict, replace
from functools import partial
from unicodedata import normalize

import pytest

from sandbox import answers, people
from sandbox.citizens import PhoneOwnership
from sandbox.desk import CloseVisit, Say, Scan
from sandbox.events import Answered, CitizenLeft, CodeRead, FormChecked
from sandbox.mock_dvc import Cancel
from sandbox.phrases import SECTIONS, phrase_book
from sandbox.rules import Rule
from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides
from sandbox.setup import CitizenPart, Setup, VneidPart
from sandbox.vietnamese import fold
from tests.core.play import PLAIN, Play


def hear(play: Play, phrase: str) -> str:
    """What the citizen says to that."""
    facts = play.do(Say(phrase)).facts
    return " ".join(fact.words for fact in facts if isinstance(fact, Answered))


def with_part(**part: object) -> Play:
    """A world whose citizen behaves that way."""
    return Play(Setup(traits=PLAIN, part=CitizenPart(**part)))  # type: ignore[arg-type]  # names checked by the dataclass


def test_every_phrase_gets_an_answer_with_nothing_left_to_fill_in() -> None:
    for phrase in phrase_book():
        play = Play()
        play.ready_for_code()
        words = hear(play, phrase)
        assert "{" not in words
        assert words or play.log[-1].fact == CodeRead(1)


def test_a_phrase_that_is_not_in_the_book_is_refused() -> None:
    assert Play().rules_of(Say("mật khẩu là gì")) == (Rule.UNKNOWN_PHRASE,)


def test_the_code_read_aloud_is_in_no_answer() -> None:
    play = Play()
    play.ready_for_code()
    facts = play.do(Say("ask_code")).facts
    assert CodeRead(1) in facts
    assert "000001" not in repr(facts)


def test_without_a_message_there_is_nothing_to_read() -> None:
    assert "chưa thấy" in hear(Play(), "ask_code")


def test_a_citizen_may_read_the_older_code_until_asked_for_the_newest() -> None:
    play = with_part(reads_older_code=True)
    play.ready_for_code()
    play.send_code()
    assert CodeRead(1) in play.do(Say("ask_code")).facts
    assert CodeRead(2) in play.do(Say("ask_newest_code")).facts


def test_the_citizen_finds_what_is_wrong_on_the_request_form() -> None:
    play = Play()
    play.open_form()
    play.download(full_name=fold(play.world.citizen.full_name))
    assert play.world.citizen.full_name in hear(play, "check_form")
    assert play.log[-2].fact == FormChecked(1, play.form.details, ("full_name",))
    play.download()
    assert "đúng cả" in hear(play, "check_form")
    assert play.world.desk.check_passed


def test_capitals_as_on_the_card_and_a_missing_e_mail_are_no_mistakes() -> None:
    play = Play(Setup(traits=replace(PLAIN, email=True)))
    play.open_form()
    play.download(full_name=play.world.citizen.full_name.upper(), email="")
    assert "đúng cả" in hear(play, "check_form")


@pytest.mark.parametrize(
    "spelt",
    [str.upper, str.title, partial(normalize, "NFD"), "  {} ".format],
    ids=["capitals", "title", "taken apart", "blanks"],
)
@pytest.mark.parametrize("field", ["full_name", "email", "phone", "id_number"])
def test_the_citizen_compares_as_people_do(field: str, spelt: Callable[[str], str]) -> None:
    play = Play(Setup(traits=replace(PLAIN, email=True)))
    play.open_form()
    true = getattr(people.true_details(play.world), field)
    play.download(**{field: spelt(true)})
    assert "đúng cả" in hear(play, "check_form")


def test_a_slip_of_the_tongue_is_put_right_when_the_form_is_read() -> None:
    play = with_part(slips_phone=True)
    own = people.own_phone(play.world.citizen)
    slipped = answers.with_swapped_digits(own)
    assert slipped != own
    assert slipped in hear(play, "ask_phone")
    play.open_form()
    play.download(phone=slipped)
    assert own in hear(play, "check_form")


def test_hard_of_hearing_until_spoken_to_slowly() -> None:
    play = with_part(hard_of_hearing=True)
    assert "không rõ" in hear(play, "ask_phone")
    hear(play, "speak_slowly")
    assert people.own_phone(play.world.citizen) in hear(play, "ask_phone")


def test_a_relatives_phone_is_named_first_and_explained_when_asked() -> None:
    traits = replace(PLAIN, phone=PhoneOwnership.RELATIVE_AND_OWN)
    play = Play(Setup(traits=traits))
    assert people.others_phone(play.world.citizen) in hear(play, "ask_phone")
    assert people.own_phone(play.world.citizen) in hear(play, "ask_phone_owner")


def test_a_scenario_may_put_other_words_in_the_citizens_mouth() -> None:
    play = with_part(lines={"greet.plain": "Chào cháu, bác làm tài khoản."})
    assert hear(play, "greet") == "Chào cháu, bác làm tài khoản."


def test_a_citizen_who_leaves_answers_no_more() -> None:
    play = with_part(leaves_after_code=True)
    play.ready_for_code()
    assert any(isinstance(entry.fact, CitizenLeft) for entry in play.log)
    assert play.rules_of(Say("ask_code")) == (Rule.CITIZEN_LEFT,)


@pytest.mark.parametrize(
    ("holder", "rules"), [("citizen", ()), ("nobody", ("desk.unknown_paper",))]
)
def test_only_cards_on_the_desk_can_be_scanned(holder: str, rules: tuple[str, ...]) -> None:
    order = ScanOrder(Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_GREY, holder)
    assert Play().rules_of(Scan(order)) == rules


def test_the_visit_is_closed_as_things_stand() -> None:
    play = Play()
    assert closed(play) == "not_done"
    play = Play()
    play.ready_for_code()
    assert closed(play) == "left_open"
    play = with_part(leaves_after_code=True)
    play.ready_for_code()
    play.do(Cancel(1))
    assert closed(play) == "citizen_left"
    play = Play()
    play.ready_for_code()
    play.do(play.creation("000001"))
    assert closed(play) == "account_created"
    play = Play(Setup(traits=replace(PLAIN, account=True)))
    play.open_form()
    assert closed(play) == "account_exists"


def closed(play: Play) -> str:
    """The outcome after closing the visit."""
    play.do(CloseVisit())
    return play.world.desk.closed


def test_every_phrase_belongs_to_sections_the_desk_knows() -> None:
    homeless = [
        name
        for name, phrase in phrase_book().items()
        if not phrase.sections or not set(phrase.sections) <= SECTIONS.keys()
    ]
    assert homeless == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("0400123456", "0400123465"),
        ("0400123455", "0400123545"),
        ("0400511111", "0400151111"),
        ("0400111111", "0400111111"),
    ],
)
def test_a_slip_swaps_the_last_two_neighbours_that_differ(number: str, said: str) -> None:
    assert answers.with_swapped_digits(number) == said


def test_every_scan_is_counted() -> None:
    play = Play()
    order = ScanOrder(Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_GREY, "citizen")
    numbers = [play.do(Scan(order)).facts[0] for _ in range(2)]
    assert [getattr(fact, "number", 0) for fact in numbers] == [1, 2]
    assert play.world.desk.scans == 2


def test_nobody_is_out_of_the_ordinary_unless_a_scenario_says_so() -> None:
    usual = {**asdict(CitizenPart()), **asdict(VneidPart())}
    assert {name for name, value in usual.items() if value} == {"signed_in_on"}
