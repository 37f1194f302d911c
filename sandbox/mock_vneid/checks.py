"""Reasons to refuse a step of VNeID (B3, B4), shared by several of them."""

import re
from collections.abc import Iterator
from datetime import datetime

from sandbox import identity, people
from sandbox.citizens import EidState
from sandbox.mock_vneid.values import Device, Purpose, Wanted
from sandbox.own_secrets import fits
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import World
from sandbox.vietnamese import typed_code

SIX_DIGITS = re.compile(r"[0-9]{6}")


def number(world: World, text: str, owner: str = "") -> Iterator[Problem]:
    """Whether ``text`` is a personal number, and that of ``owner`` (else the citizen's)."""
    read = identity.read_id(text, field="number")
    if isinstance(read, Problem):
        known = read.rule is Rule.ID_NOT_PRACTICE
        yield read if known else Problem(Rule.VNEID_ID_SHAPE, "number")
    elif len(read) != 12:
        yield Problem(Rule.VNEID_ID_SHAPE, "number")
    elif read != (owner or world.citizen.personal_id):
        yield Problem(Rule.VNEID_NUMBER_UNKNOWN, "number")


def own_phone(world: World, text: str) -> Iterator[Problem]:
    """Whether ``text`` is a number whose contract the citizen holds (B3)."""
    return _phone(text, people.own_phone(world.citizen), Rule.VNEID_PHONE_NOT_OWNER)


def registered_phone(world: World, text: str) -> Iterator[Problem]:
    """Whether ``text`` is the number the account was made with."""
    return _phone(text, people.registered_phone(world.citizen), Rule.VNEID_PHONE_OTHER)


def _phone(text: str, right: str, otherwise: Rule) -> Iterator[Problem]:
    read = identity.read_phone(text)
    if isinstance(read, Problem):
        known = read.rule is Rule.PHONE_NOT_PRACTICE
        yield read if known else Problem(Rule.VNEID_PHONE_SHAPE, "phone")
    elif read != right:
        yield Problem(otherwise, "phone")


def smartphone(world: World, device: Device = Device.HANDSET) -> Iterator[Problem]:
    """The app runs on no simple telephone (S0-23)."""
    if device is Device.HANDSET and not world.citizen.has_smartphone:
        yield Problem(Rule.VNEID_NO_SMARTPHONE)


def screen_asks(world: World, *screens: Wanted) -> Iterator[Problem]:
    """Whether the screen in front asks for this."""
    task = world.vneid.task
    if task is None or task.wanted not in screens:
        yield Problem(Rule.VNEID_STEP_ORDER)


def task_is(world: World, purpose: Purpose) -> bool:
    """Whether the screens in front are about that."""
    return world.vneid.task is not None and world.vneid.task.purpose is purpose


def signed_in(world: World) -> Iterator[Problem]:
    """Whether the app on the telephone in hand is signed in."""
    if world.vneid.device is not Device.HANDSET:
        yield Problem(Rule.VNEID_NOT_SIGNED_IN)


def level2(world: World, now: datetime) -> Iterator[Problem]:
    """Whether the account is of level 2 and active."""
    if world.vneid.at(now).level is not EidState.LEVEL2_ACTIVE:
        yield Problem(Rule.VNEID_LEVEL2_NEEDED)


def passcode(world: World, typed: str) -> Iterator[Problem]:
    """Whether these are the citizen's six digits, and still asked for; the last try locks."""
    misses, attempts = world.vneid.passcode_misses, world.era.vneid.passcode_attempts
    typed = typed_code(typed)
    wrong = not fits(world.vneid.passcode, world.seed, "passcode", typed)
    if misses < attempts and not SIX_DIGITS.fullmatch(typed):
        yield Problem(Rule.VNEID_PASSCODE_SHAPE, "passcode")
    elif misses + wrong >= attempts:
        yield Problem(Rule.VNEID_PASSCODE_LOCKED, "passcode")
    elif wrong:
        yield Problem(Rule.VNEID_PASSCODE_WRONG, "passcode")


def credentials(world: World, typed: str, password: str, now: datetime) -> Iterator[Problem]:
    """Number and password together; which of them is wrong is not told, and the last try locks."""
    eid = world.vneid.at(now)
    unusable = list(number(world, typed))
    if any(problem.rule is not Rule.VNEID_NUMBER_UNKNOWN for problem in unusable):
        yield from unusable
    elif eid.level in (EidState.NONE, EidState.LEVEL2_ISSUED) or not eid.password:
        yield Problem(Rule.VNEID_NOT_ACTIVE)
    else:
        wrong = bool(unusable) or not fits(eid.password, world.seed, "password", password)
        if eid.password_misses + wrong >= world.era.vneid.password_attempts:
            yield Problem(Rule.VNEID_PASSWORD_LOCKED, "password")
        elif wrong:
            yield Problem(Rule.VNEID_SIGN_IN, "password")
