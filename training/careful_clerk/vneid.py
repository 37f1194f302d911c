"""The actions of the check at arrival and of VNeID: asking, guiding, hands off."""

from collections.abc import Mapping
from dataclasses import replace

from sandbox import people, sms
from sandbox.arrival import ChooseBranch, HandOver, NoteArrival, Receive, Refer, SendNumber
from sandbox.desk import Say
from sandbox.events import PhoneOffered, StepRefused
from sandbox.guiding import account_status
from sandbox.mock_vneid.values import Wanted
from sandbox.rules import Rule
from training import truth
from training.careful_clerk.action import Action, ActionFor, Seat, saying

PATIENCE_S = 30  # how long an outage, or a message on its way, is waited for
MISSES_BEFORE_A_NEW_CODE = 2
FAILURES_BEFORE_THE_QR = 2


def note_arrival(seat: Seat) -> Action:
    """What the citizen truly has, not only what they say (S0-12)."""
    return Action(NoteArrival(account_status(seat.world, seat.now)))


def choose_branch(seat: Seat) -> Action:
    """The branch of the plan's own table (S2-08 … S2-11)."""
    return Action(ChooseBranch(truth.branch(seat.world, seat.now)))


def refer(seat: Seat) -> Action:
    """The nearest office that does this at that time (S2-08, S2-09)."""
    return Action(Refer(truth.right_offices(seat.world, seat.now)[-1]))


def hand_over(seat: Seat) -> Action:
    """The first team of the era's list (S0-13)."""
    return Action(HandOver(seat.world.era.vneid.supporters[0].code))


def decline_doing(seat: Seat) -> Action:
    """The telephone is only held out to whoever begins to guide."""
    offered = any(isinstance(fact, PhoneOffered) for fact in seat.facts)
    return Action(Say("decline_doing")) if offered else guide_activation(seat)


def guide_activation(seat: Seat) -> Action:
    """On the telephone where it can, else on the computer of the desk (S0-23)."""
    smart = seat.world.citizen.has_smartphone
    return Action(Say("guide_activation" if smart else "guide_activation_computer"))


def try_again(seat: Seat) -> Action:
    """Not at once: an outage lasts a while."""
    return replace(guide_activation(seat), wait_s=PATIENCE_S)


def read_card(seat: Seat) -> Action:
    """NFC, and the QR code where that keeps failing."""
    failures = sum(Rule.VNEID_NFC_FAILED in _rules(fact) for fact in seat.facts)
    return Action(Say("invite_qr" if failures >= FAILURES_BEFORE_THE_QR else "invite_chip"))


def enter_code(seat: Seat) -> Action:
    """The citizen types it; a code that keeps failing is sent anew, a late one waited for."""
    sent = seat.world.vneid.code
    if sent is None:
        return try_again(seat)
    if sent.misses >= MISSES_BEFORE_A_NEW_CODE:
        return Action(Say("invite_resend"))
    return Action(Say("invite_code"), wait_s=0 if _arrived(seat) else PATIENCE_S)


def forgot_passcode(seat: Seat) -> Action:
    """Whoever still hopes to know it tries once."""
    task = seat.world.vneid.task
    hopes = task and task.wanted is Wanted.CONFIRM and not seat.world.vneid.passcode_misses
    return Action(Say("invite_passcode" if hopes else "guide_forgot_passcode"))


def enter_portal(seat: Seat) -> Action:
    """Whatever screen stands between the citizen and their page."""
    task = seat.world.vneid.task
    return Action(Say(_BY_SCREEN[task.wanted] if task else "guide_portal_qr"))


def _rules(fact: object) -> frozenset[Rule]:
    reasons = fact.reasons if isinstance(fact, StepRefused) else ()
    return frozenset(reason.rule for reason in reasons)


def _arrived(seat: Seat) -> bool:
    """Whether every code sent so far is on the telephone, as far as one can know by now."""
    phone = people.registered_phone(seat.world.citizen)
    here = {message.number for message in sms.inbox(seat.world, phone, seat.now)}
    sent = {each.number for each in seat.world.network.sms if each.what == "vneid_otp"}
    return sent <= here


_BY_SCREEN: Mapping[Wanted, str] = {
    Wanted.CODE: "invite_code",
    Wanted.CONSENT: "invite_consent",
    Wanted.CONFIRM: "invite_passcode",
}

ACTIONS: Mapping[str, ActionFor] = {
    "ask_vneid": saying("ask_vneid"),
    "check_app": saying("check_app"),
    "give_priority": saying("give_priority"),
    "note_arrival": note_arrival,
    "offer_help": saying("offer_help"),
    "respect_choice": saying("respect_choice"),
    "choose_branch": choose_branch,
    "refer": refer,
    "tell_referral": saying("tell_referral"),
    "send_number": lambda _seat: Action(SendNumber()),
    "hand_over": hand_over,
    "introduce_supporter": saying("introduce_supporter"),
    "decline_doing": decline_doing,
    "guide_registration": saying("guide_register"),
    "own_card": read_card,
    "own_face": saying("invite_face"),
    "own_sending": saying("invite_send"),
    "guide_activation": guide_activation,
    "tell_outage": saying("tell_outage"),
    "try_again": try_again,
    "try_code": enter_code,
    "own_resending": enter_code,
    "own_code": enter_code,
    "own_password": saying("invite_password"),
    "own_passcode": saying("invite_passcode"),
    "own_questions": saying("invite_questions"),
    "own_sign_in": saying("guide_sign_in"),
    "new_phone": saying("guide_sign_in"),
    "lock_lost_phone": saying("guide_hotline"),
    "forgot_password": saying("guide_forgot_password"),
    "forgot_passcode": forgot_passcode,
    "ask_papers": saying("ask_papers"),
    "integrate_paper": saying("guide_papers"),
    "tell_paper_there": saying("tell_paper_there"),
    "register_child": saying("guide_child"),
    "begin_portal": saying("guide_portal_qr"),
    "own_consent": saying("invite_consent"),
    "enter_portal": enter_portal,
    "enter_with_account": saying("guide_account_sign_in"),
    "change_portal_password": saying("guide_change_password"),
    "receive": lambda _seat: Action(Receive()),
}
