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
from web.testers.pytest_mistakes import NEVER_TOLD, mistyped
from web.testers.pytest_words import Lines, Teller, plain, quoted

_FOUND_BY_NOBODY = "THZZ000000"  # a paper's number of the right shape


def following(log: Sequence[Entry]) -> frozenset[int]:
    """The numbers of what a guided citizen did, and of what a step brought with it."""
    found: set[int] = set()
    until: type[Fact] | None = None
    for entry, after in pairwise([*log, log[-1]]):
        if until or _is_part_of(entry.fact, after.fact):
            found.add(entry.seq)
            until = None if until and isinstance(entry.fact, until) else until
        else:
            until = _brings(entry.fact)
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


def chosen_otherwise(log: Sequence[Entry], seed: int) -> bool:
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


def _call(step: str, hand: Actor | None, **given: str) -> str:
    """``given`` are expressions."""
    told = [f"{name}={value}" for name, value in given.items()]
    told += ['hand="clerk"'] if hand is Actor.CLERK else []
    return f"citizen.{step}({', '.join(told)})"


def _step(name: str) -> Teller:
    def tell(fact: HandFact, _before: World) -> Lines:
        yield _call(name, fact.hand)

    return tell


def _card_read(fact: events.CardRead, _before: World) -> Lines:
    yield _call("read_chip" if fact.how == "nfc" else "read_qr", fact.hand)


def _activation(fact: events.ActivationAsked, _before: World) -> Lines:
    given = {} if fact.device == "handset" else {"device": quoted(fact.device)}
    yield _call("request_activation", fact.hand, **given)


def _paper(fact: events.PaperRequested, _before: World) -> Lines:
    wrong = {} if fact.found else {"number": quoted(_FOUND_BY_NOBODY)}
    yield _call("integrate_paper", fact.hand, paper=quoted(fact.paper), **wrong)


def _portal_begun(fact: events.PublicSignInBegun, _before: World) -> Lines:
    yield _call("scan_qr" if fact.way == "vneid_qr" else "give_number", fact.hand)


def _portal_opened(fact: events.PublicSignedIn, _before: World) -> Lines:
    own = fact.way == "account"
    yield _call("account_sign_in" if own else "confirm_passcode", fact.hand)


def _noted(step: str, field: str) -> Teller:
    def tell(fact: Any, _before: World) -> Lines:
        yield f"clerk.{step}({quoted(getattr(fact, field))})"

    return tell


def refused(fact: events.StepRefused, before: World) -> Lines:
    """A step on the citizen's side that was refused; none where its mistake cannot be told."""
    rules = {reason.rule for reason in fact.reasons}
    if rules & NEVER_TOLD or any(rule.startswith("identity.") for rule in rules):
        return
    yield "with pytest.raises(StepRefusedError):"
    yield f"    {_call(fact.step, fact.hand, **mistyped(fact.step, rules, before))}"


WRONG_NOTES = {
    "note_arrival": 'clerk.note_arrival("khac")',
    "choose_branch": 'clerk.choose_branch("khac")',
    "hand_over": 'clerk.hand_over("khac")',
    "refer": 'clerk.refer("khac")',
}
TELLERS: Mapping[type[Fact], Teller] = {
    events.ArrivalNoted: _noted("note_arrival", "result"),
    events.BranchChosen: _noted("choose_branch", "branch"),
    events.HandedOver: _noted("hand_over", "supporter"),
    events.Referred: _noted("refer", "office"),
    events.NumberSent: plain("clerk.send_number()"),
    events.ReceptionBegun: plain("clerk.receive()"),
    events.RegistrationBegun: _step("begin_registration"),
    events.CardRead: _card_read,
    events.FaceTaken: _step("take_face"),
    events.RegistrationSent: _step("submit_registration"),
    events.Enrolled: _step("enrol"),
    events.ActivationAsked: _activation,
    events.CodeAskedAgain: _step("resend_code"),
    events.CodeAccepted: _step("enter_code"),
    events.PasswordSet: _step("set_password"),
    events.PasscodeSet: _step("set_passcode"),
    events.QuestionsSet: _step("set_questions"),
    events.DeviceQuestioned: _step("vneid_sign_in"),
    events.DeviceLinked: _step("vneid_sign_in"),
    events.DeviceUnlinked: _step("vneid_sign_out"),
    events.HotlineCalled: _step("call_hotline"),
    events.PasswordForgotten: _step("forget_password"),
    events.PasscodeForgotten: _step("forget_passcode"),
    events.PaperRequested: _paper,
    events.ChildRegistered: _step("register_child"),
    events.PublicSignInBegun: _portal_begun,
    events.ConsentGiven: _step("share_consent"),
    events.PublicSignedIn: _portal_opened,
    events.PublicPasswordChanged: _step("change_password"),
    events.PublicSignedOut: _step("public_sign_out"),
}
