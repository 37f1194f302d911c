"""A person who plays the citizen keeps to no script; that is never the clerk's mistake."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sandbox import people
from sandbox.desk import Say
from sandbox.log import Fact
from sandbox.mock_vneid import commands as vneid
from sandbox.own_secrets import passcode
from sandbox.played import Leave, PlayCitizen, Reply
from sandbox.public_portal import commands as public
from sandbox.setup import CitizenPart
from tests.core.training.careful import careful
from tests.core.training.colleague import Colleague
from tests.core.training.robot import Clerk, marks_of
from training.scenario import catalogue
from training.scorecard import Scorecard
from training.scoring import score

Answer = Callable[[Colleague, str], list[Fact]]


class Freely(Colleague):
    """Answers a few phrases in a way of their own, and the rest by the script."""

    own: dict[str, Answer]

    def answer(self, phrase: str) -> list[Fact]:
        return self.own[phrase](self, phrase) if phrase in self.own else super().answer(phrase)


def marks(scenario: str, **own: Answer) -> Scorecard:
    clerk = careful(next(each for each in catalogue().values() if each.id.startswith(scenario)))
    return played(clerk, own)


def played(clerk: Clerk, own: dict[str, Answer]) -> Scorecard:
    colleague, take_step = Freely(clerk), clerk.do
    colleague.own = own
    clerk.do = lambda command: colleague.after(command, take_step(command))  # type: ignore[method-assign]  # somebody else sits opposite
    colleague.does(PlayCitizen())
    clerk.serve()
    return score(clerk.task, clerk.log)


def by_hand(*commands: Callable[[Colleague], object]) -> Answer:
    """Does all that, and says it in the room."""

    def answer(colleague: Colleague, phrase: str) -> list[Fact]:
        facts = [fact for make in commands for fact in colleague.does(make(colleague))]
        return facts + colleague.says(phrase, "(Công dân trả lời bằng lời tại bàn.)")

    return answer


def meanwhile(make: Callable[[Colleague], object]) -> Answer:
    """Does that on their own, and then answers by the script."""

    def answer(colleague: Colleague, phrase: str) -> list[Fact]:
        colleague.does(make(colleague))
        return Colleague.answer(colleague, phrase)

    return answer


def in_words(words: str) -> Answer:
    return lambda colleague, phrase: colleague.says(phrase, words)


def goes(colleague: Colleague, _phrase: str) -> list[Fact]:
    return colleague.does(Leave())


def twice(wrong: object) -> Answer:
    """Mistypes twice more on their own, then as it should be."""

    def answer(colleague: Colleague, phrase: str) -> list[Fact]:
        colleague.does(wrong)
        colleague.does(wrong)
        return Colleague.answer(colleague, phrase)

    return answer


def after_a_search(seconds: int) -> Answer:
    """Takes that long to find the message, and reads it out."""

    def answer(colleague: Colleague, phrase: str) -> list[Fact]:
        colleague.clerk.wait(seconds)
        return Colleague.answer(colleague, phrase)

    return answer


def remembered(colleague: Colleague) -> object:
    return public.ConfirmPasscode(passcode(colleague.world.seed))


def registration(colleague: Colleague) -> object:
    citizen = colleague.world.citizen
    return vneid.BeginRegistration(citizen.personal_id, people.others_phone(citizen))


@pytest.mark.parametrize(
    ("scenario", "own"),
    [
        ("tk-12", {"tell_created": in_words("Vâng, cảm ơn anh/chị.")}),
        ("vn-10", {"invite_passcode": by_hand(remembered)}),
        ("vn-01", {"invite_code": twice(vneid.EnterCode("999999"))}),
        ("vn-01", {"invite_password": twice(vneid.SetPassword("1", "2"))}),
        ("vn-07", {"offer_help": meanwhile(registration)}),
        ("vn-07", {"guide_register": meanwhile(registration)}),  # whose number it is was asked
    ],
)
def test_nobody_is_accused(scenario: str, own: dict[str, Answer]) -> None:
    found = marks(scenario, **own)
    assert [each.rule for each in found.findings] == []
    assert (found.points, found.passed) == (100, True)


@pytest.mark.parametrize(
    ("scenario", "phrase"),
    [("tk-02", "tell_exists"), ("vn-21", "guide_change_password")],
)
def test_whoever_gets_up_and_goes_is_not_missed_by_the_marks(scenario: str, phrase: str) -> None:
    assert [each.rule for each in marks(scenario, **{phrase: goes}).findings] == []


def test_a_code_said_across_the_desk_was_read_out() -> None:
    class Hears(Clerk):
        def hear_code(self) -> str:
            self.do(Say("ask_code"))
            return self.form.codes[-1].digits

    found = played(Hears(), {"ask_code": lambda _colleague, _phrase: []})
    assert ([each.rule for each in found.findings], found.points) == ([], 100)


@pytest.mark.parametrize(
    ("search", "dawdling", "marked"),
    [
        (125, 3, []),  # read when it had run out: only the citizen could have been quicker
        (115, 5, []),
        (125, 40, ["tk.expired_code"]),
        (0, 125, ["tk.expired_code"]),
    ],
)
def test_a_code_that_ran_out_counts_against_who_kept_it(
    search: int, dawdling: int, marked: list[str]
) -> None:
    class Types(Clerk):
        def create(self, code: str) -> None:
            self.wait(dawdling - 3)  # a step takes three seconds
            if self.rules_of(self.creation(code)):
                self.send_code()
                super().create(self.read_out("ask_newest_code"))

    found = played(Types(), {"ask_code": after_a_search(search)})
    assert [each.rule for each in found.findings] == marked
    assert found.passed


def test_whoever_is_let_help_after_all_has_done_more_than_was_asked() -> None:
    def accepts(colleague: Colleague, phrase: str) -> list[Fact]:
        return colleague.does(Reply(phrase=phrase, choice="accepted"))

    found = marks("vn-16", offer_help=accepts)
    assert ([each.rule for each in found.findings], found.passed) == ([], True)


def test_a_citizen_who_stays_for_the_account_is_served_to_the_end() -> None:
    leaves = catalogue()["tk-14-cong-dan-bo-ve"]
    stays = replace(leaves, setup=replace(leaves.setup, part=CitizenPart()))
    found = marks_of(careful(stays))
    assert ([each.rule for each in found.findings], found.passed) == ([], True)


def test_who_declined_and_then_presses_alone_has_declined_all_the_same() -> None:
    def declines(colleague: Colleague, phrase: str) -> list[Fact]:
        facts = Colleague.answer(colleague, phrase)
        citizen, phone = colleague.world.citizen, people.own_phone(colleague.world.citizen)
        colleague.does(vneid.RequestActivation(citizen.personal_id, phone))
        return facts

    found = marks("vn-16", offer_help=declines)
    assert ([each.rule for each in found.findings], found.passed) == ([], True)
