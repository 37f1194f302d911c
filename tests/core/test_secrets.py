"""What the citizen keeps to themselves is never printed, and theirs alone to do."""

import re
from dataclasses import Field, fields
from typing import Any, get_type_hints

import pytest

from sandbox import events
from sandbox.citizen_side import STEPS
from sandbox.log import KINDS, Actor, Fact, HandFact
from sandbox.mock_vneid.values import SentCode
from sandbox.own_secrets import passcode, password, portal_password
from sandbox.state import Code, CreatedAccount
from sandbox.world import DECIDERS
from tests.core.play import Play
from training.rubric import DETECTORS
from training.story import Moment, Story

# Every text that may be printed. Whoever adds one says here that it is no secret (S1-07).
TOLD = {
    *("action", "branch", "channel", "choice", "device", "era", "fate", "fmt", "how", "name"),
    *("office", "outcome", "paper", "phrase", "purpose", "result", "scenario", "sides", "size"),
    *("source", "step", "supporter", "to", "way", "what", "words", "wrong"),
    *("birth_date", "full_name", "id_number", "number", "phone", "username", "holder"),
    *("first", "second", "questions"),  # which questions, not their answers
    "secret",  # of SecretTold: which kind of secret was told aloud
}
# S1-05: code, password, passcode, questions, face, consent and what they alone confirm.
THEIRS_TO_TRY = {
    *("take_face", "enter_code", "set_password", "set_passcode", "set_questions"),
    *("vneid_sign_in", "integrate_paper", "register_child", "give_number", "share_consent"),
    *("confirm_passcode", "account_sign_in", "change_password"),
}
NO_SECRET_TO_TRY = {
    *("begin_registration", "read_chip", "read_qr", "submit_registration", "enrol"),
    *("request_activation", "resend_code", "vneid_sign_out", "call_hotline", "forget_password"),
    *("forget_passcode", "scan_qr", "public_sign_out"),
}
THEIRS_TO_DO = {
    *("FaceTaken", "CodeAccepted", "PasswordSet", "PasscodeSet", "QuestionsSet", "ConsentGiven"),
    *("DeviceQuestioned", "DeviceLinked", "PaperRequested", "ChildRegistered"),
    *("PublicSignedIn", "PublicPasswordChanged"),
}
NO_SECRET_TO_DO = {
    *("RegistrationBegun", "CardRead", "RegistrationSent", "Enrolled", "ActivationAsked"),
    *("CodeAskedAgain", "DeviceUnlinked", "HotlineCalled", "PasswordForgotten"),
    *("PasscodeForgotten", "PublicSignInBegun", "PublicSignedOut"),
}
BY_HAND = {kind.__name__: kind for kind in KINDS.values() if issubclass(kind, HandFact)}


def _texts(kind: type[Any]) -> list[Field[Any]]:
    hints = get_type_hints(kind)
    return [each for each in fields(kind) if hints[each.name] in (str, tuple[str, str])]


@pytest.mark.parametrize("kind", [*DECIDERS, *KINDS.values(), Code, SentCode, CreatedAccount])
def test_no_secret_is_printed_with_the_value_that_carries_it(kind: type[Any]) -> None:
    assert {each.name for each in _texts(kind) if each.repr} <= TOLD


def _marked_by(fact: Fact) -> set[str]:
    """Which of the two entries about hands sees that fact."""
    world = Play().world
    story = Story((Moment(1, world.last_at, fact, world, world),))
    both = ("tk.did_it_for_citizen", "vn.touched_for_citizen")
    return {name for name in both if DETECTORS[name](story)}


def _blank(kind: type[HandFact], **given: object) -> HandFact:
    values = dict.fromkeys((each.name for each in fields(kind)), "x") | given
    return kind(**values)  # type: ignore[arg-type]  # only the hand is looked at


def test_every_step_and_fact_of_the_citizens_side_is_called_theirs_or_not() -> None:
    assert {step.name for step in STEPS.values()} == THEIRS_TO_TRY | NO_SECRET_TO_TRY
    assert BY_HAND.keys() == THEIRS_TO_DO | NO_SECRET_TO_DO


@pytest.mark.parametrize("step", sorted(THEIRS_TO_TRY | NO_SECRET_TO_TRY))
def test_a_try_by_the_clerk_is_held_by_whether_it_was_a_secret(step: str) -> None:
    tried = events.StepRefused(step, (), hand=Actor.CLERK)
    grave = step in THEIRS_TO_TRY
    assert _marked_by(tried) == {"tk.did_it_for_citizen" if grave else "vn.touched_for_citizen"}
    assert _marked_by(events.StepRefused(step, (), hand=Actor.CITIZEN)) == set()


@pytest.mark.parametrize("name", sorted(THEIRS_TO_DO | NO_SECRET_TO_DO))
def test_what_the_clerk_did_is_held_by_whether_it_was_a_secret(name: str) -> None:
    grave = name in THEIRS_TO_DO
    done = _blank(BY_HAND[name], hand=Actor.CLERK)
    assert _marked_by(done) == {"tk.did_it_for_citizen" if grave else "vn.touched_for_citizen"}
    assert _marked_by(_blank(BY_HAND[name], hand=Actor.CITIZEN)) == set()


def test_a_password_given_to_the_portal_is_theirs_and_a_square_to_scan_is_not() -> None:
    by_number = events.PublicSignInBegun(Actor.CLERK, "vneid_number")
    by_square = events.PublicSignInBegun(Actor.CLERK, "vneid_qr")
    assert _marked_by(by_number) == {"tk.did_it_for_citizen"}
    assert _marked_by(by_square) == {"vn.touched_for_citizen"}


def test_every_step_that_takes_a_secret_is_theirs() -> None:
    hidden = {
        step.name
        for command, step in STEPS.items()
        if any(not each.repr for each in fields(command))
    }
    assert hidden <= THEIRS_TO_TRY


def test_what_a_citizen_keeps_in_mind_has_the_shape_its_screen_asks_for() -> None:
    for seed in range(300):
        for edition in range(3):
            assert re.fullmatch(r"Mau#[1-9][0-9]{3}thu", password(seed, edition))
            assert re.fullmatch(r"[0-9]{6}", passcode(seed, edition))
        assert len({passcode(seed, edition) for edition in range(9)}) == 9
        assert re.fullmatch(r"Cong#[1-9][0-9]{3}cu", portal_password(seed))
