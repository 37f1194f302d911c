"""The public portal opened by its own account, as long as there were such accounts (B6)."""

import re
from collections.abc import Iterator
from datetime import datetime

from sandbox import identity
from sandbox.events import PublicPasswordChanged, PublicSignedIn, PublicSignedOut
from sandbox.log import Fact
from sandbox.own_secrets import fits, portal_password, seal
from sandbox.public_portal.commands import ChangePassword, SignInWithAccount, SignOut
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, World

ACCOUNT = "account"
_PASSWORD = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z]).{8,50}")


def check_account(world: World, command: SignInWithAccount, _now: datetime) -> Iterator[Problem]:
    """While there were such accounts, a practice number, the right one, and its password (B6)."""
    if not world.era.portal_accounts:
        yield Problem(Rule.PUBLIC_ACCOUNT_ENDED)
        return
    number = identity.read_id(command.number, field="number")
    if isinstance(number, Problem):
        yield number
    elif not _account_opens(world, number, command.password):
        yield Problem(Rule.PUBLIC_ACCOUNT_WRONG, "password")


def _account_opens(world: World, number: str, password: str) -> bool:
    if world.public.password:
        known = number in _account_numbers(world)
        return known and fits(world.public.password, world.seed, ACCOUNT, password)
    return (number, password) in _first_passwords(world)


def _account_numbers(world: World) -> set[str]:
    return {number for number, _ in _first_passwords(world)}


def _first_passwords(world: World) -> set[tuple[str, str]]:
    """The portal account's number and password as first handed out, if the citizen has one."""
    citizen = world.citizen
    own = {citizen.id_number, citizen.personal_id}
    accounts = world.portal.accounts
    found = {
        (one.details.id_number, one.password) for one in accounts if one.details.id_number in own
    }
    if citizen.has_account:
        found |= {(number, portal_password(world.seed)) for number in own}
    return found


def sign_in(
    _world: World, command: SignInWithAccount, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """The page opens, or first asks for a password of the citizen's own."""
    return (PublicSignedIn(command.hand, ACCOUNT),)


def check_change(world: World, command: ChangePassword, _now: datetime) -> Iterator[Problem]:
    """Signed in with that account; a proper password, twice, and a new one."""
    if world.public.way != ACCOUNT:
        yield Problem(Rule.PUBLIC_SIGN_IN_FIRST)
    if not _PASSWORD.fullmatch(command.password):
        yield Problem(Rule.PUBLIC_PASSWORD_SHAPE, "password")
    elif command.again != command.password:
        yield Problem(Rule.VNEID_PASSWORD_DIFFERS, "again")
    elif _is_old_password(world, command.password):
        yield Problem(Rule.PUBLIC_PASSWORD_SAME, "password")


def _is_old_password(world: World, typed: str) -> bool:
    if world.public.password:
        return fits(world.public.password, world.seed, ACCOUNT, typed)
    return typed in {password for _, password in _first_passwords(world)}


def change(
    world: World, command: ChangePassword, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """Known to the citizen alone from now on."""
    return (PublicPasswordChanged(command.hand, seal(world.seed, ACCOUNT, command.password)),)


def check_leaving(world: World, _command: SignOut, _now: datetime) -> Iterator[Problem]:
    """Only somebody inside can leave."""
    if not world.public.way:
        yield Problem(Rule.PUBLIC_SIGN_IN_FIRST)


def leave(_world: World, command: SignOut, _now: datetime, _chance: Chance) -> tuple[Fact, ...]:
    """The next person starts at the door."""
    return (PublicSignedOut(command.hand),)
