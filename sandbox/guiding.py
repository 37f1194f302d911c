"""Guiding: the clerk speaks, and the scripted citizen's own hand does it (S1-05)."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sandbox import answers, citizen_side, fidelity
from sandbox.citizens import EidState
from sandbox.events import Answered, HelpChosen, PhoneOffered, SecretTold
from sandbox.log import Actor, Fact
from sandbox.mock_vneid.values import Device, Wanted
from sandbox.own_hands import ByHand
from sandbox.phrases import phrase_book
from sandbox.refusal import Refusal
from sandbox.rules import Rule
from sandbox.scripted_moves import MOVES
from sandbox.state import Chance, World
from sandbox.triage import AccountStatus, true_account_status

Facts = tuple[Fact, ...]
Speaker = Callable[[World, str, datetime, Chance], Facts]


def answer(world: World, phrase: str, now: datetime, chance: Chance) -> Facts:
    """What follows when the clerk says that phrase of PHRASES now."""
    if answers.cannot_hear(world) and "deaf" in phrase_book()[phrase].answers:
        return (_answered(world, phrase, "deaf"),)
    return SPEAKERS.get(phrase, _guided)(world, phrase, now, chance)


def _guided(world: World, phrase: str, now: datetime, chance: Chance) -> Facts:
    if world.arrival.choice == "declined":
        return (_answered(world, phrase, "declined"),)
    if world.setup.vneid.hands_over_phone and "decline_doing" not in world.desk.phrases_said:
        return (PhoneOffered(), _answered(world, phrase, "asks_help"))
    return _move(world, phrase, MOVES[phrase](world, now, Actor.CITIZEN), now, chance)


def _move(
    world: World, phrase: str, command: ByHand | None, now: datetime, chance: Chance
) -> Facts:
    if command is None:
        lacking = "no_message" in phrase_book()[phrase].answers
        return (_answered(world, phrase, "no_message" if lacking else "wrong_moment"),)
    decision = citizen_side.take(world, command, now, chance)
    if decision.refusal and Rule.VNEID_STEP_ORDER in decision.refusal.rules:
        return (_answered(world, phrase, "wrong_moment"),)
    return (*decision.facts, _outcome(world, phrase, decision.refusal))


def _outcome(world: World, phrase: str, refusal: Refusal | None) -> Answered:
    if refusal is None:
        return _answered(world, phrase, "done")
    if Rule.VNEID_NO_SMARTPHONE in refusal.rules:
        return _answered(world, phrase, "phone_less")
    words = answers.answer_text(world, phrase, "refused")
    return Answered(phrase, words.replace("{screen}", fidelity.sentence(refusal.problems[0])))


def _answered(world: World, phrase: str, variant: str) -> Answered:
    return Answered(phrase, answers.answer_text(world, phrase, variant))


def account_status(world: World, now: datetime) -> AccountStatus:
    """What the citizen truly has (S0-12); the portal's account counts as long as there are any."""
    has_account = world.era.portal_accounts and world.citizen.has_account
    return true_account_status(world.vneid.at(now).level, portal_account=has_account)


def _app_screen(world: World, now: datetime) -> str:
    """What the app on the telephone in hand shows, whatever the citizen had thought."""
    level = world.vneid.at(now).level
    if not world.citizen.has_smartphone:
        return "phone_less"
    signed_out = world.vneid.device is not Device.HANDSET
    known = level in (EidState.LEVEL1, EidState.LEVEL2_ACTIVE)
    return "signed_out" if known and signed_out else level


def _wallet(world: World, now: datetime) -> str:
    app_open = world.vneid.device is Device.HANDSET
    if not app_open or world.vneid.at(now).level is not EidState.LEVEL2_ACTIVE:
        return "closed"
    return "some" if world.vneid.papers else "none"


# Questions that have one true answer, as the world stands.
TRUE_ANSWERS: Mapping[str, Callable[[World, datetime], str]] = {
    "ask_vneid": account_status,
    "check_app": _app_screen,
    "ask_papers": _wallet,
}


def _true_answer(world: World, phrase: str, now: datetime, _chance: Chance) -> Facts:
    return (_answered(world, phrase, TRUE_ANSWERS[phrase](world, now)),)


def _choice(world: World, phrase: str, _now: datetime, _chance: Chance) -> Facts:
    chosen = help_choice(world)
    return (HelpChosen(chosen == "accepted"), _answered(world, phrase, chosen))


def help_choice(world: World) -> str:
    """Whether this citizen wants help today (S2-10): "accepted" or "declined"."""
    return "declined" if world.setup.vneid.declines_help else "accepted"


def _password_aloud(world: World, phrase: str, _now: datetime, _chance: Chance) -> Facts:
    return (SecretTold("password"), _answered(world, phrase, "plain"))


def _done_for_citizen(world: World, phrase: str, now: datetime, chance: Chance) -> Facts:
    """The clerk takes the telephone and does whatever comes next."""
    move = MOVES[next_move(world, now)]
    return _move(world, phrase, move(world, now, Actor.CLERK), now, chance)


def next_move(world: World, now: datetime) -> str:
    """The guiding phrase whose move comes next on the citizen's side."""
    task, application = world.vneid.task, world.vneid.application
    if task:
        return BY_SCREEN[task.wanted]
    if application:
        unread = "invite_send" if application.face else "invite_face"
        return unread if application.card_read else "invite_chip"
    return _by_level(world, now)


def _by_level(world: World, now: datetime) -> str:
    level = world.vneid.at(now).level
    if level is EidState.NONE:
        return "guide_register"
    if level is EidState.LEVEL2_ISSUED:
        smart = world.citizen.has_smartphone
        return "guide_activation" if smart else "guide_activation_computer"
    signed_in = world.vneid.device is Device.HANDSET
    return "guide_portal_qr" if signed_in else "guide_sign_in"


BY_SCREEN: Mapping[Wanted, str] = {
    Wanted.CHIP: "invite_chip",
    Wanted.CODE: "invite_code",
    Wanted.PASSWORD: "invite_password",
    Wanted.PASSCODE: "invite_passcode",
    Wanted.QUESTIONS: "invite_questions",
    Wanted.CONSENT: "invite_consent",
    Wanted.CONFIRM: "invite_passcode",
}
SPEAKERS: Mapping[str, Speaker] = {
    **dict.fromkeys(TRUE_ANSWERS, _true_answer),
    "offer_help": _choice,
    "ask_password_aloud": _password_aloud,
    "do_it_for_you": _done_for_citizen,
}
PHRASES = frozenset(MOVES) | SPEAKERS.keys()
