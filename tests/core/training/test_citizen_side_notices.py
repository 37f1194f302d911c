"""What a clerk sees of the citizen's side: every step in one sentence, whose hand, no secret."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from sandbox.era import era
from sandbox.events import Activated, CodeIssued, DeviceUnlinked, Said, StepRefused
from sandbox.log import KINDS, Actor, Entry, Fact, HandFact
from sandbox.refusal import Refused
from sandbox.rules import Rule
from training.citizen_side_notices import notice

AT = datetime(2023, 5, 15, 1, tzinfo=UTC)
SECRET = "135790"
VALUES = {
    "how": "nfc",
    "ready_at": AT,
    "card": True,
    "device": "handset",
    "purpose": "activate",
    "seal": SECRET,
    "questions": ("first_school", "favourite_dish"),
    "seals": (SECRET, SECRET),
    "paper": "health_insurance",
    "found": True,
    "way": "vneid_qr",
}
STEPS = sorted(
    (kind for kind in KINDS.values() if issubclass(kind, HandFact) and kind is not DeviceUnlinked),
    key=lambda kind: kind.kind,
)


def look(fact: Fact) -> str:
    return notice(Entry(1, AT, fact.done_by(Actor.CITIZEN), fact), era("2023"))


def made(kind: type[HandFact], hand: Actor) -> HandFact:
    given = {field.name: VALUES[field.name] for field in fields(kind) if field.name != "hand"}
    return kind(hand=hand, **given)


@pytest.mark.parametrize("kind", STEPS)
def test_every_step_is_seen_with_whose_hand_and_without_its_secret(kind: type[HandFact]) -> None:
    by_citizen, by_clerk = (look(made(kind, hand)) for hand in (Actor.CITIZEN, Actor.CLERK))
    assert by_citizen.startswith("Công dân vừa ")
    assert by_citizen[len("Công dân vừa ")].islower() or "“" in by_citizen
    assert by_clerk == by_citizen.replace("Công dân vừa", "Anh/chị vừa làm thay công dân:")
    assert SECRET not in by_citizen


def test_what_follows_of_itself_is_seen_as_nobodys() -> None:
    assert look(Activated()) == "Tài khoản định danh mức 2 được kích hoạt."
    assert look(DeviceUnlinked(Actor.CITIZEN, "old")) == "Tài khoản thoát khỏi điện thoại cũ."


def test_a_refusal_is_seen_in_the_words_of_the_screen() -> None:
    reasons = (Refused(Rule.VNEID_NO_CHIP),)
    told = look(StepRefused("read_chip", reasons, hand=Actor.CITIZEN))
    assert told.startswith("Máy của công dân báo: “Thẻ này không có chip")
    assert "{" not in told
    by_clerk = look(StepRefused("read_chip", reasons, hand=Actor.CLERK))
    assert by_clerk.startswith("Anh/chị vừa làm thay, máy báo: “")


@pytest.mark.parametrize(
    "fact",
    [
        CodeIssued("activate", "0400123456", AT, SECRET),
        Said("greet"),
        StepRefused("look_up", (Refused(Rule.ID_SHAPE),), form=1),
    ],
)
def test_what_is_not_on_the_citizens_side_or_nobody_did_is_not_seen(fact: Fact) -> None:
    assert look(fact) == ""
