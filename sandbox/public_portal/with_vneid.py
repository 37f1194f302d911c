"""The public portal opened by VNeID: QR code, or number, password and code; consent; passcode."""

from collections.abc import Iterator
from datetime import datetime

from sandbox.events import ConsentGiven, PublicSignedIn, PublicSignInBegun
from sandbox.log import Fact
from sandbox.mock_vneid import checks, codes
from sandbox.mock_vneid.values import Purpose, Wanted
from sandbox.public_portal.commands import ConfirmPasscode, GiveNumber, ScanQr, ShareConsent
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, World

QR, NUMBER = "vneid_qr", "vneid_number"


def check_qr(world: World, _command: ScanQr, now: datetime) -> Iterator[Problem]:
    """The app on the telephone, signed in at level 2 (S2-11; B5)."""
    yield from checks.smartphone(world)
    yield from checks.signed_in(world)
    yield from checks.level2(world, now)


def scan(_world: World, command: ScanQr, _now: datetime, _chance: Chance) -> tuple[Fact, ...]:
    """The QR code leads straight to the consent."""
    return (PublicSignInBegun(command.hand, QR),)


def check_number(world: World, command: GiveNumber, now: datetime) -> Iterator[Problem]:
    """VNeID's own number and password, of an active level-2 account (B5)."""
    wrong = tuple(checks.credentials(world, command.number, command.password, now))
    yield from wrong
    if not wrong:
        yield from checks.level2(world, now)


def give_number(
    world: World, command: GiveNumber, now: datetime, chance: Chance
) -> tuple[Fact, ...]:
    """A confirmation code goes to the citizen's phone."""
    sign_in = PublicSignInBegun(command.hand, NUMBER)
    return (sign_in, *codes.send(world, Purpose.PORTAL, now, chance))


def check_consent(world: World, command: ShareConsent, _now: datetime) -> Iterator[Problem]:
    """The tick is the consent; the button alone is not (B5)."""
    yield from checks.screen_asks(world, Wanted.CONSENT)
    if not command.ticked:
        yield Problem(Rule.PUBLIC_CONSENT, "consent")


def consent(
    _world: World, command: ShareConsent, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """On to the passcode."""
    return (ConsentGiven(command.hand),)


def check_passcode(world: World, command: ConfirmPasscode, _now: datetime) -> Iterator[Problem]:
    """The last screen of the row, with the right six digits."""
    early = tuple(checks.screen_asks(world, Wanted.CONFIRM))
    yield from early or checks.passcode(world, command.passcode)


def confirm(
    world: World, command: ConfirmPasscode, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """The citizen's own page opens."""
    return (PublicSignedIn(command.hand, world.public.asking),)
