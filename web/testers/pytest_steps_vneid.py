"""What was done with VNeID, on the public portal and at arrival, as lines of the testkit.

Secrets and mistyped texts are in no log: the citizen's own secrets stand for the former, a plain
mistake of the same kind for the latter.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from sandbox import events, guiding
from sandbox.log import Actor, Entry, Fact, HandFact
from sandbox.mock_vneid.values import Purpose
from sandbox.own_secrets import fits, passcode, password
from sandbox.scripted_moves import OWN_PORTAL_PASSWORD
from sandbox.state import World
from web.testers.pytest_mistakes import NOT_REPEATABLE, wrong_arguments
from web.testers.pytest_words import Lines, StepWriter, plain, quoted

_UNKNOWN_PAPER_NUMBER = "THZZ000000"  # a paper's number of the right shape


def automatic_seqs(log: Sequence[Entry]) -> frozenset[int]:
    """The numbers of what a guided citizen did, and of what a step brought with it."""
    found: set[int] = set()
    last_kind: type[Fact] | None = None
    for entry, after in pairwise([*log, log[-1]]):
        if last_kind or _is_part_of(entry.fact, after.fact):
            found.add(entry.seq)
            last_kind = None if last_kind and isinstance(entry.fact, last_kind) else last_kind
        else:
            last_kind = _brings(entry.fact)
    return frozenset(found)


def _is_part_of(fact: Fact, after: Fact) -> bool:
    """The hotline signs out the lost phone first."""
    return isinstance(fact, events.DeviceUnlinked) and isinstance(after, events.HotlineCalled)


def _brings(fact: Fact) -> type[Fact] | None:
    """The last of the facts that come with this one, if any do."""
    if isinstance(fact, events.Said) and fact.phrase in guiding.PHRASES:
        return events.Answered
    if isinstance(fact, events.CodeAccepted) and fact.purpose == Purpose.DEVICE:
        return events.DeviceLinked
    return None


def has_own_secrets(log: Sequence[Entry], seed: int) -> bool:
    """Whether somebody chose a secret the scripted citizen does not have in mind."""
    return any(_is_own_choice(entry.fact, seed) for entry in log)


def _is_own_choice(fact: Fact, seed: int) -> bool:
    match fact:
        case events.PasswordSet(seal=seal):
            return not any(fits(seal, seed, "password", password(seed, each)) for each in (0, 1))
        case events.PasscodeSet(seal=seal):
            return not any(fits(seal, seed, "passcode", passcode(seed, each)) for each in (0, 1))
        case events.PublicPasswordChanged(seal=seal):
            return not fits(seal, seed, "account", password(seed, OWN_PORTAL_PASSWORD))
    return False


def _call(step: str, hand: Actor | None, **arguments: str) -> str:
    """``arguments`` are expressions."""
    parts = [f"{name}={value}" for name, value in arguments.items()]
    parts += ['hand="clerk"'] if hand is Actor.CLERK else []
    return f"citizen.{step}({', '.join(parts)})"


def _citizen_step(name: str) -> StepWriter:
    def write(fact: HandFact, _before: World) -> Lines:
        yield _call(name, fact.hand)

    return write


def _read_card(fact: events.CardRead, _before: World) -> Lines:
    yield _call("read_chip" if fact.how == "nfc" else "read_qr", fact.hand)


def _request_activation(fact: events.ActivationAsked, _before: World) -> Lines:
    arguments = {} if fact.device == "handset" else {"device": quoted(fact.device)}
    yield _call("request_activation", fact.hand, **arguments)


def _integrate_paper(fact: events.PaperRequested, _before: World) -> Lines:
    wrong = {} if fact.found else {"number": quoted(_UNKNOWN_PAPER_NUMBER)}
    yield _call("integrate_paper", fact.hand, paper=quoted(fact.paper), **wrong)


def _begin_portal_sign_in(fact: events.PublicSignInBegun, _before: World) -> Lines:
    yield _call("scan_qr" if fact.way == "vneid_qr" else "give_number", fact.hand)


def _finish_portal_sign_in(fact: events.PublicSignedIn, _before: World) -> Lines:
    own = fact.way == "account"
    yield _call("account_sign_in" if own else "confirm_passcode", fact.hand)


def _clerk_step(step: str, field: str) -> StepWriter:
    def write(fact: Any, _before: World) -> Lines:
        yield f"clerk.{step}({quoted(getattr(fact, field))})"

    return write


def refused_step(fact: events.StepRefused, before: World) -> Lines:
    """A step on the citizen's side that was refused; none where its mistake cannot be told."""
    rules = {reason.rule for reason in fact.reasons}
    if rules & NOT_REPEATABLE or any(rule.startswith("identity.") for rule in rules):
        return
    yield "with pytest.raises(StepRefusedError):"
    yield f"    {_call(fact.step, fact.hand, **wrong_arguments(fact.step, rules, before))}"


WRONG_NOTES = {
    "note_arrival": 'clerk.note_arrival("khac")',
    "choose_branch": 'clerk.choose_branch("khac")',
    "hand_over": 'clerk.hand_over("khac")',
    "refer": 'clerk.refer("khac")',
}
STEP_WRITERS: Mapping[type[Fact], StepWriter] = {
    events.ArrivalNoted: _clerk_step("note_arrival", "result"),
    events.BranchChosen: _clerk_step("choose_branch", "branch"),
    events.HandedOver: _clerk_step("hand_over", "supporter"),
    events.Referred: _clerk_step("refer", "office"),
    events.NumberSent: plain("clerk.send_number()"),
    events.ReceptionBegun: plain("clerk.receive()"),
    events.RegistrationBegun: _citizen_step("begin_registration"),
    events.CardRead: _read_card,
    events.FaceTaken: _citizen_step("take_face"),
    events.RegistrationSent: _citizen_step("submit_registration"),
    events.Enrolled: _citizen_step("enrol"),
    events.ActivationAsked: _request_activation,
    events.CodeAskedAgain: _citizen_step("resend_code"),
    events.CodeAccepted: _citizen_step("enter_code"),
    events.PasswordSet: _citizen_step("set_password"),
    events.PasscodeSet: _citizen_step("set_passcode"),
    events.QuestionsSet: _citizen_step("set_questions"),
    events.DeviceQuestioned: _citizen_step("vneid_sign_in"),
    events.DeviceLinked: _citizen_step("vneid_sign_in"),
    events.DeviceUnlinked: _citizen_step("vneid_sign_out"),
    events.HotlineCalled: _citizen_step("call_hotline"),
    events.PasswordForgotten: _citizen_step("forget_password"),
    events.PasscodeForgotten: _citizen_step("forget_passcode"),
    events.PaperRequested: _integrate_paper,
    events.ChildRegistered: _citizen_step("register_child"),
    events.PublicSignInBegun: _begin_portal_sign_in,
    events.ConsentGiven: _citizen_step("share_consent"),
    events.PublicSignedIn: _finish_portal_sign_in,
    events.PublicPasswordChanged: _citizen_step("change_password"),
    events.PublicSignedOut: _citizen_step("public_sign_out"),
}
