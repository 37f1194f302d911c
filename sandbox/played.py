"""A person plays the citizen: what they can answer, and the facts their answer leads to.

The same facts as from the script, so a run is marked alike; only the choice is a person's.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sandbox import answers, guiding, people
from sandbox.events import (
    Answered,
    CitizenLeft,
    CitizenPlayed,
    CodeRead,
    FormChecked,
    HelpChosen,
    PhoneOffered,
    SecretTold,
)
from sandbox.log import Fact
from sandbox.own_hands import ByHand
from sandbox.phrases import phrase_book
from sandbox.portal.messages import sending
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.scripted_moves import MOVES
from sandbox.state import Decision, World, happened, refused

# What the answer decides has to be known, so words spoken in the room do not do here.
ANSWERED_BY_CHOOSING = frozenset({"check_form", "offer_help"})
SPOKEN_ANSWER = "(Công dân trả lời bằng lời tại bàn.)"
_SMS = "sms-"
_FILLING = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class PlayCitizen:
    """From now on a person sits opposite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(ByHand):
    """Answer what was asked by one of the ``options``; ``wrong`` are fields of the paper."""

    phrase: str
    choice: str
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave(ByHand):
    """Get up and go."""


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer; ``names_wrong``: it goes with the fields that are wrong."""

    choice: str
    words: str
    names_wrong: bool = False


def play(world: World, _command: PlayCitizen) -> Decision:
    """Nothing is asked twice: whoever plays already goes on playing."""
    return happened() if world.desk.played else happened(CitizenPlayed())


def options(world: World, now: datetime) -> tuple[Option, ...]:
    """How the question that waits can be answered; () when none waits."""
    phrase = world.desk.asked
    if not phrase:
        return ()
    if phrase in answers.CODE_PHRASES:
        return (*_codes(world, now), *_variants(world, phrase, now))
    if phrase in ANSWERED_BY_CHOOSING:
        return tuple(_variants(world, phrase, now))
    return (*_variants(world, phrase, now), Option("aloud", "Tôi đã trả lời bằng lời"))


def paper_in_words(world: World) -> list[tuple[str, str]]:
    """What stands on the request form that lies on the desk: field and value; [] without one."""
    form = answers.form_with_paper(world)
    printed = form.downloaded if form else None
    if printed is None:
        return []
    fields = answers.CHECKED_FIELDS.items()
    return [
        (words[0].upper() + words[1:], answers.spoken_value(getattr(printed, name)))
        for name, words in fields
    ]


def _codes(world: World, now: datetime) -> Iterator[Option]:
    for message in answers.code_messages(world, now):
        at = people.local_time(message.deliver_at or now)
        which = f", mã lần {sending(message.body)}" if sending(message.body) else ""
        yield Option(f"{_SMS}{message.number}", f"Đọc to mã trong tin nhắn lúc {at}{which}")


def _variants(world: World, phrase: str, now: datetime) -> Iterator[Option]:
    """The answers of the book that are true of this citizen, each wording once."""
    seen: set[str] = set()
    for variant, text in phrase_book()[phrase].answers.items():
        if not _fits(world, phrase, variant, now) or not _can_be_filled(world, text):
            continue
        words = answers.answer_text(world, phrase, variant)
        if words not in seen:
            yield _option(variant, words)
            seen.add(words)


def _option(variant: str, words: str) -> Option:
    wrong = variant == "wrong"
    return Option(variant, "Có chỗ chưa đúng" if wrong else words, wrong)


def _can_be_filled(world: World, text: str) -> bool:
    wanted = _FILLING.findall(text)
    known = answers.placeholders(world, tuple(answers.CHECKED_FIELDS)) if wanted else {}
    return all(known.get(name) for name in wanted)


def _fits(world: World, phrase: str, variant: str, now: datetime) -> bool:
    if phrase in TRUE_ANSWERS and variant != "deaf":
        return variant == TRUE_ANSWERS[phrase](world, now)
    fits = CONDITIONS.get(variant)
    return fits(world) if fits else True


def _has_paper(world: World) -> bool:
    return answers.form_with_paper(world) is not None


CONDITIONS: Mapping[str, Callable[[World], bool]] = {
    "deaf": lambda world: world.setup.part.hard_of_hearing,
    "slip": lambda world: world.setup.part.slips_phone,
    "keep": lambda world: world.setup.part.asks_to_keep_password,
    "relative": lambda world: bool(people.others_phone(world.citizen)),
    "phone_less": lambda world: not world.citizen.has_smartphone,
    "right": _has_paper,
    "wrong": _has_paper,
    "missing": lambda world: not _has_paper(world),
}
TRUE_ANSWERS: Mapping[str, Callable[[World, datetime], str]] = {
    **guiding.TRUE_ANSWERS,
    "greet": answers.VARIANTS["greet"],  # what the citizen has come for
}


def reply(world: World, command: Reply, now: datetime) -> Decision:
    """The person answers: what was asked last, and by an answer that was offered."""
    offered = {option.choice for option in options(world, now)}
    if command.phrase != world.desk.asked or command.choice not in offered:
        return refused("reply", Problem(Rule.NOT_ASKED), hand=command.hand)
    if command.phrase == "check_form":
        return _checked(world, command)
    return happened(*_facts(world, command.phrase, command.choice))


def _facts(world: World, phrase: str, choice: str) -> tuple[Fact, ...]:
    if choice.startswith(_SMS):
        return (CodeRead(int(choice.removeprefix(_SMS))),)
    if choice == "aloud":
        return (Answered(phrase, SPOKEN_ANSWER),)
    besides = EXTRA_FACTS.get((phrase, choice)) or EXTRA_FACTS.get(("", choice), ())
    chosen = _thought_better(world, choice) if phrase in MOVES else ()
    return (*besides, *chosen, Answered(phrase, answers.answer_text(world, phrase, choice)))


def _thought_better(world: World, choice: str) -> tuple[Fact, ...]:
    """Who will not be guided any further declines; who then does it after all comes round."""
    declined = world.arrival.choice == "declined"
    if choice == "declined" and not declined:
        return (HelpChosen(False),)
    return (HelpChosen(True),) if choice == "done" and declined else ()


def _checked(world: World, command: Reply) -> Decision:
    """The paper is confirmed, or found wrong in the fields the person names."""
    wrong = tuple(name for name in answers.CHECKED_FIELDS if name in command.wrong)
    if command.choice == "wrong" and not wrong:
        return refused("reply", Problem(Rule.WRONG_UNNAMED, "wrong"), hand=command.hand)
    answered = Answered(
        command.phrase, answers.answer_text(world, command.phrase, command.choice, wrong)
    )
    form = answers.form_with_paper(world)
    if command.choice not in {"right", "wrong"} or not form or not form.downloaded:
        return happened(answered)
    named = wrong if command.choice == "wrong" else ()
    return happened(FormChecked(form.number, form.downloaded, named), answered)


EXTRA_FACTS: Mapping[tuple[str, str], tuple[Fact, ...]] = {
    ("offer_help", "accepted"): (HelpChosen(True),),
    ("offer_help", "declined"): (HelpChosen(False),),
    ("ask_password_aloud", "plain"): (SecretTold("password"),),
    ("", "asks_help"): (PhoneOffered(),),
}


def leave(world: World, command: Leave) -> Decision:
    """The person gets up and goes; once is enough."""
    if world.desk.left:
        return refused("leave", Problem(Rule.CITIZEN_LEFT), hand=command.hand)
    return happened(CitizenLeft())


def on_played(world: World, _fact: CitizenPlayed) -> World:
    """A person sits opposite."""
    return replace(world, desk=replace(world.desk, played=True))


def on_answered(world: World, _fact: Answered) -> World:
    """Nothing is left to answer."""
    return replace(world, desk=replace(world.desk, asked=""))
