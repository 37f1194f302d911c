"""Getting an account: level 1 on one's own phone, level 2 at the police (B3)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sandbox import people
from sandbox.citizens import EidState
from sandbox.events import (
    CardRead,
    ChildRegistered,
    Enrolled,
    FaceTaken,
    RegistrationBegun,
    RegistrationSent,
)
from sandbox.log import Fact
from sandbox.mock_vneid import checks, waiting
from sandbox.mock_vneid.commands import (
    BeginRegistration,
    Enrol,
    ReadQr,
    RegisterChild,
    SubmitRegistration,
    TakeFace,
)
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, World
from sandbox.vietnamese import typed_code

COLLECTED = (EidState.LEVEL2_ISSUED, EidState.LEVEL2_ACTIVE)


def check_beginning(world: World, command: BeginRegistration, _now: datetime) -> Iterator[Problem]:
    """One's own number, one's own phone, and no account yet."""
    yield from checks.smartphone(world)
    if typed_code(command.number) == people.child(world).personal_id:
        yield Problem(Rule.VNEID_UNDER_14, "number")
    else:
        yield from checks.number(world, command.number)
    yield from checks.own_phone(world, command.phone)
    if world.vneid.level is not EidState.NONE or world.vneid.results:
        yield Problem(Rule.VNEID_REGISTERED)


def begin(
    _world: World, command: BeginRegistration, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """On to the card."""
    return (RegistrationBegun(command.hand),)


def check_reading_card(world: World, now: datetime) -> Iterator[Problem]:
    """A registration has begun, and the card has a chip."""
    if world.vneid.application is None:
        yield Problem(Rule.VNEID_STEP_ORDER)
    yield from check_old_card(world, now)


def check_old_card(world: World, now: datetime) -> Iterator[Problem]:
    """An old card holds nothing a phone could read."""
    if not world.vneid.at(now).chip_card:
        yield Problem(Rule.VNEID_NO_CHIP, values=(("card", world.era.vneid.card),))


def check_qr(world: World, _command: ReadQr, now: datetime) -> Iterator[Problem]:
    """The QR code will do for a registration, and for nothing else."""
    return check_reading_card(world, now)


def read_qr(_world: World, command: ReadQr, _now: datetime, _chance: Chance) -> tuple[Fact, ...]:
    """On to the face."""
    return (CardRead(command.hand, "qr"),)


def check_face(world: World, _command: TakeFace, _now: datetime) -> Iterator[Problem]:
    """The card comes first."""
    application = world.vneid.application
    if application is None or not application.card_read:
        yield Problem(Rule.VNEID_STEP_ORDER)


def take_face(
    _world: World, command: TakeFace, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """On to sending it."""
    return (FaceTaken(command.hand),)


def check_submitting(
    world: World, _command: SubmitRegistration, _now: datetime
) -> Iterator[Problem]:
    """Card and face come first."""
    application = world.vneid.application
    if application is None or not application.face:
        yield Problem(Rule.VNEID_STEP_ORDER)


def submit(
    world: World, command: SubmitRegistration, now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """The result comes after the era's waiting time."""
    ready_at = now + timedelta(minutes=world.era.vneid.level1_minutes)
    sent = RegistrationSent(command.hand, ready_at)
    return (sent, *waiting.send_result(world, 1, ready_at))


def check_enrolling(world: World, _command: Enrol, now: datetime) -> Iterator[Problem]:
    """After a referral, to an office that does this at that time, for somebody not yet taken in."""
    eid = world.vneid
    rules = world.era.vneid
    able = rules.level2_offices if eid.at(now).chip_card else rules.card_offices
    if eid.level in COLLECTED or any(result.level in COLLECTED for result in eid.results):
        yield Problem(Rule.VNEID_ENROLLED)
    elif world.arrival.referred_to not in able:
        yield Problem(Rule.VNEID_OFFICE)


def enrol(world: World, command: Enrol, now: datetime, _chance: Chance) -> tuple[Fact, ...]:
    """Three working days with a valid card, seven with a card to be made."""
    card = not world.vneid.at(now).chip_card
    days = world.era.vneid.card_days if card else world.era.vneid.level2_days
    ready_at = waiting.after_working_days(now, days)
    return (Enrolled(command.hand, ready_at, card), *waiting.send_result(world, 2, ready_at))


def check_child(world: World, command: RegisterChild, now: datetime) -> Iterator[Problem]:
    """The guardian's own active account, and a child of theirs without one."""
    problems = (
        *checks.signed_in(world),
        *checks.level2(world, now),
        *_check_child_number(world, command.number),
    )
    yield from problems
    if not problems:
        yield from checks.passcode(world, command.passcode)


def _check_child_number(world: World, text: str) -> Iterator[Problem]:
    if typed_code(text) == world.citizen.personal_id:
        yield Problem(Rule.VNEID_OLD_ENOUGH, "number")
        return
    known = people.child(world).personal_id if world.setup.vneid.with_child else "no child"
    yield from checks.number(world, text, known)
    if world.vneid.child_until:
        yield Problem(Rule.VNEID_REGISTERED)


def register_child(
    world: World, command: RegisterChild, now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """The child's level 1, told to the guardian's phone."""
    ready_at = now + timedelta(minutes=world.era.vneid.level1_minutes)
    registration = ChildRegistered(command.hand, ready_at)
    return (registration, *waiting.send_result(world, 1, ready_at))
