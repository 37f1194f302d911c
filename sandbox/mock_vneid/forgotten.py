"""Password or passcode forgotten, or locked: who one is, a code, and a new one (B4)."""

from collections.abc import Iterator
from datetime import date, datetime

from sandbox import identity, people
from sandbox.events import PasscodeForgotten, PasswordForgotten
from sandbox.log import Fact
from sandbox.mock_vneid import checks, codes
from sandbox.mock_vneid.commands import ForgetPasscode, ForgetPassword
from sandbox.mock_vneid.values import Purpose
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, World
from sandbox.vietnamese import same_name


def check_password(world: World, command: ForgetPassword, now: datetime) -> Iterator[Problem]:
    """An account with a password, one's own number and phone, and who one is."""
    yield from checks.number(world, command.number)
    yield from checks.registered_phone(world, command.phone)
    yield from _check_identity(world, command, people.local_day(now))
    if not world.vneid.password:
        yield Problem(Rule.VNEID_NOT_ACTIVE)


def _check_identity(world: World, command: ForgetPassword, today: date) -> Iterator[Problem]:
    name = identity.read_name(command.full_name, people.personas(world))
    born = identity.read_birth_date(command.birth_date, today)
    unusable = [value for value in (name, born) if isinstance(value, Problem)]
    yield from unusable
    if isinstance(name, str) and not unusable:
        citizen = world.citizen
        if not same_name(name, citizen.full_name) or born != citizen.birth_date:
            yield Problem(Rule.VNEID_IDENTITY, "full_name")


def forget_password(
    world: World, command: ForgetPassword, now: datetime, chance: Chance
) -> tuple[Fact, ...]:
    """A code goes to the citizen's phone."""
    forgotten = PasswordForgotten(command.hand)
    return (forgotten, *codes.send(world, Purpose.PASSWORD, now, chance))


def check_passcode(world: World, _command: ForgetPasscode, _now: datetime) -> Iterator[Problem]:
    """The button is inside the app."""
    return checks.signed_in(world)


def forget_passcode(
    world: World, command: ForgetPasscode, now: datetime, chance: Chance
) -> tuple[Fact, ...]:
    """A code goes to the citizen's phone."""
    forgotten = PasscodeForgotten(command.hand)
    return (forgotten, *codes.send(world, Purpose.PASSCODE, now, chance))
