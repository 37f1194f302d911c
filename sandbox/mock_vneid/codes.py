"""VNeID's one-time codes: sent, sent again, typed. Only the newest counts (B4)."""

import hmac
from collections.abc import Iterator
from datetime import datetime, timedelta

from sandbox import people, sms
from sandbox.events import CodeAccepted, CodeAskedAgain, CodeIssued, DeviceLinked, DeviceUnlinked
from sandbox.log import Fact
from sandbox.mock_vneid import checks
from sandbox.mock_vneid.commands import EnterCode, ResendCode
from sandbox.mock_vneid.values import Device, Purpose, SentCode, Task, Wanted
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, World
from sandbox.vietnamese import typed_code

FIELD = "code"
OLD_SCREEN = "old"


def send(world: World, purpose: Purpose, now: datetime, chance: Chance) -> tuple[Fact, ...]:
    """A new code in a text message to the number the account was made with."""
    code = _issued(world, purpose, people.registered_phone(world.citizen), now, chance)
    minutes = world.era.vneid.code_seconds // 60
    body = (
        f"[DIEN TAP] Ma OTP VNeID: {code.digits}. Gui luc {people.local_time(now)}. "
        f"Hieu luc {minutes} phut. Khong doc ma nay cho ai."
    )
    return (code, *sms.send(world, code.to, "vneid_otp", body, now))


def show_on_old_phone(world: World, now: datetime, chance: Chance) -> tuple[Fact, ...]:
    """A new code on the screen of the phone the account lives on."""
    return (_issued(world, Purpose.DEVICE, OLD_SCREEN, now, chance),)


def _issued(world: World, purpose: Purpose, to: str, now: datetime, chance: Chance) -> CodeIssued:
    rules = world.era.vneid
    expires = now + timedelta(seconds=rules.code_seconds)
    return CodeIssued(purpose, to, expires, chance.digits(rules.code_digits))


def check_entering(world: World, command: EnterCode, now: datetime) -> Iterator[Problem]:
    """The newest code, to the end of its last second, for a limited number of tries."""
    sent = world.vneid.code
    text = typed_code(command.code)
    if sent is None or any(checks.screen_asks(world, Wanted.CODE)):
        yield Problem(Rule.VNEID_STEP_ORDER, FIELD)
    elif rule := _shape(text, world.era.vneid.code_digits) or _wrong(world, sent, text, now):
        yield Problem(rule, FIELD)


def _shape(text: str, digits: int) -> Rule | None:
    if not text:
        return Rule.VNEID_CODE_MISSING
    proper = len(text) == digits and text.isascii() and text.isdigit()
    return None if proper else Rule.VNEID_CODE_SHAPE


def _wrong(world: World, sent: SentCode, text: str, now: datetime) -> Rule | None:
    right = hmac.compare_digest(sent.digits, text)
    if sent.misses + (not right) >= world.era.vneid.code_attempts:  # the last try locks
        return Rule.VNEID_CODE_LOCKED
    if not right:
        return Rule.VNEID_CODE_WRONG
    return Rule.VNEID_CODE_EXPIRED if now > sent.expires_at else None


def enter(world: World, command: EnterCode, _now: datetime, _chance: Chance) -> tuple[Fact, ...]:
    """On to the next screen; a code for a new phone signs the account in there and only there.

    Raises LookupError: no screen asks for a code (``check_entering`` refuses that first).
    """
    task = _task(world)
    accepted = CodeAccepted(command.hand, task.purpose)
    if task.purpose is not Purpose.DEVICE:
        return (accepted,)
    device = world.vneid.device
    left = (DeviceUnlinked(command.hand, device),) if device is not Device.NONE else ()
    return (accepted, *left, DeviceLinked(command.hand, Device.HANDSET))


def check_resending(world: World, _command: ResendCode, _now: datetime) -> Iterator[Problem]:
    """Only a screen that asks for a code has the button."""
    return checks.screen_asks(world, Wanted.CODE)


def resend(world: World, command: ResendCode, now: datetime, chance: Chance) -> tuple[Fact, ...]:
    """A new code the way the last one went.

    Raises LookupError: no screen asks for a code (``check_resending`` refuses that first).
    """
    request = CodeAskedAgain(command.hand)
    if world.vneid.code and world.vneid.code.to == OLD_SCREEN:
        return (request, *show_on_old_phone(world, now, chance))
    return (request, *send(world, _task(world).purpose, now, chance))


def _task(world: World) -> Task:
    if world.vneid.task is None:
        raise LookupError("a code without a screen that asks for it")
    return world.vneid.task
