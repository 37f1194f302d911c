"""Signing in to the app: one device at a time, and the ways onto a new one (B4)."""

from collections.abc import Iterator
from datetime import datetime

from sandbox.events import CardRead, DeviceLinked, DeviceQuestioned, DeviceUnlinked, HotlineCalled
from sandbox.log import Fact
from sandbox.mock_vneid import checks, codes, registration
from sandbox.mock_vneid.commands import CallHotline, ReadChip, SignIn, SignOut
from sandbox.mock_vneid.values import Device, Purpose
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, World


def check_signing_in(world: World, command: SignIn, now: datetime) -> Iterator[Problem]:
    """A telephone that can, and the right number and password."""
    yield from checks.smartphone(world)
    yield from checks.credentials(world, command.number, command.password, now)


def sign_in(world: World, command: SignIn, now: datetime, chance: Chance) -> tuple[Fact, ...]:
    """Straight in where the account lives nowhere else; else one more proof is asked for."""
    eid = world.vneid
    if eid.hotline:
        return (DeviceQuestioned(command.hand),)
    if eid.device in (Device.OLD, Device.LOST):
        question = DeviceQuestioned(command.hand)
        return (question, *codes.show_on_old_phone(world, now, chance))
    return (DeviceLinked(command.hand, Device.HANDSET),)


def check_chip(world: World, _command: ReadChip, now: datetime) -> Iterator[Problem]:
    """A registration, or a new phone that wants proof."""
    if checks.task_is(world, Purpose.DEVICE):
        return registration.check_old_card(world, now)
    return registration.check_reading_card(world, now)


def read_chip(world: World, command: ReadChip, now: datetime, chance: Chance) -> tuple[Fact, ...]:
    """The card speaks for its owner; a new phone then gets a code as well."""
    read = CardRead(command.hand, "nfc")
    if checks.task_is(world, Purpose.DEVICE):
        return (read, *codes.send(world, Purpose.DEVICE, now, chance))
    return (read,)


def check_signing_out(world: World, _command: SignOut, _now: datetime) -> Iterator[Problem]:
    """Only where one is signed in."""
    return checks.signed_in(world)


def sign_out(_world: World, command: SignOut, _now: datetime, _chance: Chance) -> tuple[Fact, ...]:
    """The account lives nowhere until the next sign-in."""
    return (DeviceUnlinked(command.hand, Device.HANDSET),)


def check_calling(world: World, _command: CallHotline, _now: datetime) -> Iterator[Problem]:
    """There is something to lock only where the account lives on some phone."""
    if world.vneid.device is Device.NONE:
        yield Problem(Rule.VNEID_NOTHING_TO_LOCK)


def call_hotline(
    world: World, command: CallHotline, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """The lost phone is signed out, and the account wants the card before it opens again."""
    return (DeviceUnlinked(command.hand, world.vneid.device), HotlineCalled(command.hand))
