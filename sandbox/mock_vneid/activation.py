"""Activating a level-2 account: request, code, password, passcode, two questions (B4)."""

import re
from collections.abc import Iterator
from datetime import datetime

from sandbox.citizens import EidState
from sandbox.events import Activated, ActivationAsked, PasscodeSet, PasswordSet, QuestionsSet
from sandbox.guard import real_looking
from sandbox.log import Fact
from sandbox.mock_vneid import checks, codes
from sandbox.mock_vneid.commands import RequestActivation, SetPasscode, SetPassword, SetQuestions
from sandbox.mock_vneid.values import Purpose, Wanted
from sandbox.own_secrets import seal
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, World
from sandbox.vietnamese import typed_code

QUESTIONS = {
    "first_teacher": "Tên thầy cô giáo đầu tiên của bạn là gì?",
    "first_school": "Trường tiểu học của bạn tên là gì?",
    "favourite_dish": "Món ăn bạn thích nhất là gì?",
    "childhood_friend": "Tên người bạn thân thời nhỏ của bạn là gì?",
    "favourite_song": "Bài hát bạn thích nhất là gì?",
}
_PASSWORD = re.compile(r"(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])(?=.*[!@#$^*()_]).{8,20}")


def check_asking(world: World, command: RequestActivation, now: datetime) -> Iterator[Problem]:
    """A level-2 account that is there, not active yet, and one's own number and phone."""
    level = world.vneid.at(now).level
    mistyped = (
        *checks.smartphone(world, command.device),
        *checks.number(world, command.number),
        *checks.registered_phone(world, command.phone),
    )
    yield from mistyped
    if mistyped:
        return
    if level is EidState.LEVEL2_ACTIVE:
        yield Problem(Rule.VNEID_ALREADY_ACTIVE)
    elif level is not EidState.LEVEL2_ISSUED:
        yield Problem(Rule.VNEID_NOT_ISSUED)


def ask(
    world: World, command: RequestActivation, now: datetime, chance: Chance
) -> tuple[Fact, ...]:
    """A code goes to the citizen's phone."""
    request = ActivationAsked(command.hand, command.device)
    return (request, *codes.send(world, Purpose.ACTIVATE, now, chance))


def check_password(world: World, command: SetPassword, _now: datetime) -> Iterator[Problem]:
    """8 to 20 characters: a digit, a capital, a small letter, one of ``!@#$^*()_`` (B4)."""
    yield from checks.screen_asks(world, Wanted.PASSWORD)
    if not _PASSWORD.fullmatch(command.password):
        yield Problem(Rule.VNEID_PASSWORD_SHAPE, "password")
    elif command.again != command.password:
        yield Problem(Rule.VNEID_PASSWORD_DIFFERS, "again")


def set_password(
    world: World, command: SetPassword, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """Known to the citizen alone from now on."""
    return (PasswordSet(command.hand, seal(world.seed, "password", command.password)),)


def check_passcode(world: World, command: SetPasscode, _now: datetime) -> Iterator[Problem]:
    """Six digits, twice the same."""
    yield from checks.screen_asks(world, Wanted.PASSCODE)
    if not checks.SIX_DIGITS.fullmatch(typed_code(command.passcode)):
        yield Problem(Rule.VNEID_PASSCODE_SHAPE, "passcode")
    elif typed_code(command.again) != typed_code(command.passcode):
        yield Problem(Rule.VNEID_PASSCODE_DIFFERS, "again")


def set_passcode(
    world: World, command: SetPasscode, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """Known to the citizen alone from now on."""
    passcode = typed_code(command.passcode)
    return (PasscodeSet(command.hand, seal(world.seed, "passcode", passcode)),)


def check_questions(world: World, command: SetQuestions, _now: datetime) -> Iterator[Problem]:
    """Two different questions of the list, both answered, with nobody's real data in them."""
    yield from checks.screen_asks(world, Wanted.QUESTIONS)
    known = {command.first, command.second} <= QUESTIONS.keys()
    answered = command.first_answer.strip() and command.second_answer.strip()
    if not known or command.first == command.second or not answered:
        yield Problem(Rule.VNEID_QUESTIONS, "questions")
    yield from real_looking(command.first_answer, "first_answer")
    yield from real_looking(command.second_answer, "second_answer")


def set_questions(
    world: World, command: SetQuestions, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """The last screen: the account is active, and waits for its first sign-in."""
    seals = (
        seal(world.seed, command.first, command.first_answer),
        seal(world.seed, command.second, command.second_answer),
    )
    return (QuestionsSet(command.hand, (command.first, command.second), seals), Activated())
