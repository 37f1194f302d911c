"""A person plays the citizen: nobody answers by script, and answers lead to the same facts."""

import pytest

from sandbox import answers, people
from sandbox.citizens import EidState, PhoneOwnership, Traits
from sandbox.desk import Say
from sandbox.events import Answered, CitizenLeft, CodeRead, FormChecked, HelpChosen, Said
from sandbox.log import Actor
from sandbox.phrases import phrase_book
from sandbox.played import SPOKEN_ANSWER, Leave, PlayCitizen, Reply, options, paper_in_words
from sandbox.rules import Rule
from sandbox.setup import CitizenPart, Setup
from tests.core.play import PLAIN, Play


def played(part: CitizenPart | None = None, traits: Traits = PLAIN) -> Play:
    play = Play(Setup(traits=traits, part=part or CitizenPart()))
    play.do(PlayCitizen(), Actor.SYSTEM)
    return play


def choices(play: Play) -> list[str]:
    return [option.choice for option in options(play.world, play.now)]


def ask(play: Play, phrase: str) -> list[str]:
    """Say it; how it can be answered."""
    play.do(Say(phrase))
    return choices(play)


def answer(play: Play, choice: str, *wrong: str) -> tuple[object, ...]:
    """Answer what was asked; what happened."""
    return play.do(Reply(phrase=play.world.desk.asked, choice=choice, wrong=wrong)).facts


@pytest.mark.parametrize("phrase", phrase_book())
def test_nobody_answers_by_script(phrase: str) -> None:
    play = played()
    assert play.do(Say(phrase)).facts == (Said(phrase),)
    assert play.world.desk.asked == phrase


@pytest.mark.parametrize("phrase", phrase_book())
def test_whatever_is_said_can_be_answered_in_whole_words(phrase: str) -> None:
    play = played()
    play.ready_for_code()
    play.do(Say(phrase))
    offered = options(play.world, play.now)
    assert offered
    assert not [option for option in offered if "{" in option.words]


def test_an_answer_is_the_same_fact_as_the_scripts() -> None:
    scripted, play = Play(), played()
    by_script = scripted.do(Say("ask_phone")).facts[1:]
    ask(play, "ask_phone")
    assert answer(play, "own") == by_script
    assert choices(play) == []


def test_only_what_is_true_of_this_citizen_is_offered() -> None:
    assert ask(played(), "ask_phone") == ["own", "aloud"]
    assert ask(played(CitizenPart(slips_phone=True)), "ask_phone") == ["own", "slip", "aloud"]
    both = played(traits=Traits(phone=PhoneOwnership.RELATIVE_AND_OWN))
    assert ask(both, "ask_phone") == ["own", "relative", "aloud"]
    assert "deaf" in ask(played(CitizenPart(hard_of_hearing=True)), "ask_phone")


def test_what_the_telephone_shows_and_why_one_has_come_are_no_matter_of_taste() -> None:
    traits = Traits(eid=EidState.LEVEL2_ISSUED, smartphone=True, account=False)
    play = Play(Setup(traits=traits, topics=("vneid",)), era="2023")
    play.do(PlayCitizen(), Actor.SYSTEM)
    assert ask(play, "greet") == ["dossier", "aloud"]
    assert ask(play, "check_app") == ["level2_issued", "aloud"]
    assert ask(play, "ask_papers") == ["closed", "aloud"]
    assert ask(play, "offer_help") == ["accepted", "declined"]


def test_words_spoken_in_the_room_are_noted_without_being_typed() -> None:
    play = played()
    ask(play, "ask_phone")
    assert answer(play, "aloud") == (Answered("ask_phone", SPOKEN_ANSWER),)


def test_the_person_chooses_which_message_to_read() -> None:
    play = played()
    play.ready_for_code()
    play.send_code()
    assert ask(play, "ask_code") == ["sms-1", "sms-2", "none"]
    first, second, *_ = (option.words for option in options(play.world, play.now))
    assert first == "Đọc to mã trong tin nhắn lúc 08:00:00, mã lần 1"
    assert second == "Đọc to mã trong tin nhắn lúc 08:00:00, mã lần 2"
    assert answer(play, "sms-1") == (CodeRead(1),)


def test_the_options_never_tell_the_code() -> None:
    play = played()
    play.ready_for_code()
    ask(play, "ask_code")
    assert "000001" not in repr(options(play.world, play.now))


def test_the_person_confirms_the_paper_or_names_what_is_wrong() -> None:
    play = played()
    play.open_form()
    assert ask(play, "check_form") == ["missing"]
    play.download()
    assert ask(play, "check_form") == ["right", "wrong"]
    right, wrong = options(play.world, play.now)
    assert (right.words == "Có chỗ chưa đúng", right.names_wrong) == (False, False)
    assert (wrong.words, wrong.names_wrong) == ("Có chỗ chưa đúng", True)
    checked, said = answer(play, "wrong", "phone", "no_such_field")
    assert isinstance(checked, FormChecked)
    assert checked.wrong == ("phone",)
    assert isinstance(said, Answered)
    assert people.own_phone(play.world.citizen) in said.words
    ask(play, "check_form")
    assert isinstance(answer(play, "right")[0], FormChecked)
    assert play.world.desk.check_passed


def test_a_person_may_overlook_what_is_wrong() -> None:
    play = played()
    play.open_form()
    play.download(birth_date="01/01/1980")
    ask(play, "check_form")
    answer(play, "right")
    assert play.world.desk.check_passed


def test_what_is_wrong_has_to_be_named() -> None:
    play = played()
    play.open_form()
    play.download()
    ask(play, "check_form")
    assert play.rules_of(Reply(phrase="check_form", choice="wrong")) == (Rule.WRONG_UNNAMED,)
    assert choices(play) == ["right", "wrong"]


def test_the_paper_is_read_from_what_was_printed() -> None:
    play = played()
    assert paper_in_words(play.world) == []
    play.open_form()
    play.download()
    assert next(name for name, _ in paper_in_words(play.world)) == "Số CMND/CCCD"
    assert len(paper_in_words(play.world)) == len(answers.CHECKED_FIELDS)


@pytest.mark.parametrize(
    ("phrase", "choice"), [("ask_phone", "keep"), ("ask_email", "own"), ("", ""), ("x", "own")]
)
def test_what_was_not_asked_or_not_offered_is_refused(phrase: str, choice: str) -> None:
    play = played()
    play.do(Say("ask_phone"))
    assert play.rules_of(Reply(phrase=phrase, choice=choice)) == (Rule.NOT_ASKED,)


def test_nothing_can_be_answered_twice_or_before_it_is_asked() -> None:
    play = played()
    early = Reply(phrase="ask_phone", choice="own")
    assert play.rules_of(early) == (Rule.NOT_ASKED,)
    ask(play, "ask_phone")
    answer(play, "own")
    assert play.rules_of(early) == (Rule.NOT_ASKED,)


def test_accepting_help_is_the_citizens_choice_in_the_log() -> None:
    play = played()
    ask(play, "offer_help")
    assert answer(play, "declined")[0] == HelpChosen(False)


def test_the_person_leaves_when_they_like_and_not_by_script() -> None:
    play = played(CitizenPart(leaves_after_code=True))
    play.ready_for_code()
    assert not play.world.desk.left
    assert play.do(Leave(), Actor.CITIZEN).facts == (CitizenLeft(),)
    assert play.log[-1].actor is Actor.CITIZEN
    assert play.rules_of(Leave()) == (Rule.CITIZEN_LEFT,)


def test_whoever_has_left_answers_no_more() -> None:
    play = played()
    play.do(Say("ask_phone"))
    play.do(Leave(), Actor.CITIZEN)
    assert options(play.world, play.now) == ()
    assert play.rules_of(Reply(phrase="ask_phone", choice="own")) == (Rule.NOT_ASKED,)


def test_playing_begins_once() -> None:
    assert played().do(PlayCitizen()).facts == ()


def test_a_world_without_a_player_answers_by_script_and_takes_no_reply() -> None:
    play = Play()
    play.do(Say("ask_phone"))
    assert play.rules_of(Reply(phrase="ask_phone", choice="own")) == (Rule.NOT_ASKED,)
