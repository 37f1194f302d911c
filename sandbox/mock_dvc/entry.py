"""Reading the account form: every field at once, every reason at once (S4-11 … S4-15)."""

from datetime import date, datetime

from sandbox import identity, people
from sandbox.details import Details
from sandbox.mock_dvc.commands import Typed
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import World


def read(world: World, typed: Typed, now: datetime) -> tuple[Details, tuple[Problem, ...]]:
    """The details that can be used, and a problem for each field that cannot."""
    values = (
        identity.read_id(typed.id_number, nine_digits=world.era.nine_digit_ids),
        identity.read_name(typed.full_name, people.personas(world)),
        identity.read_birth_date(typed.birth_date, people.local_day(now)),
        identity.read_phone(typed.phone),
        identity.read_email(typed.email),
        _unit(world, typed.unit),
    )
    id_number, name, birth, phone, email, unit = values
    details = Details(
        id_number=_text(id_number),
        full_name=_text(name),
        birth_date=birth if isinstance(birth, date) else None,
        phone=_text(phone),
        email=_text(email),
        unit=_text(unit),
    )
    return details, tuple(value for value in values if isinstance(value, Problem))


def _text(value: str | Problem | None) -> str:
    return value if isinstance(value, str) else ""


def _unit(world: World, code: str) -> str | Problem:
    if not code:
        return Problem(Rule.UNIT_MISSING, "unit")
    if code not in {unit.code for unit in world.era.units}:
        return Problem(Rule.UNIT_FOREIGN, "unit")
    return code
