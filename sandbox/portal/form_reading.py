"""Reading the account form: every field at once, every reason at once (S4-10 … S4-15)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from sandbox import identity, people
from sandbox.details import Details
from sandbox.events import DetailsSaved, FileAttached
from sandbox.log import Fact
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.scanner import SpecimenTruth, bytes_of
from sandbox.state import Form, World


@dataclass(frozen=True, slots=True)
class Typed:
    """The form's fields exactly as typed; never stored as such."""

    id_number: str = ""
    full_name: str = ""
    birth_date: str = ""
    phone: str = ""
    email: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """An upload already judged by the scanner's rules; ``name`` as the file was called."""

    name: str
    truth: SpecimenTruth


class FormRead(NamedTuple):
    """The form with all that is usable, the facts that made it so, and what is wrong."""

    form: Form
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]


def read_form(
    world: World, form: Form, typed: Typed, attachment: Attachment | Problem | None, now: datetime
) -> FormRead:
    """``form`` with the posted fields and file; ``attachment`` is a Problem when it was refused."""
    details, problems = read_details(world, typed, now)
    facts: list[Fact] = []
    if details != form.details:
        form = replace(form, details=details)
        facts.append(DetailsSaved(form.number, details))
    if isinstance(attachment, Attachment):
        file = _file_fact(form, attachment)
        form = replace(form, attachment=file)
        facts.append(file)
    return FormRead(form, tuple(facts), (*problems, *_file_problems(form, attachment)))


def rest_of_form(
    world: World,
    form: Form,
    typed: Typed | None,
    attachment: Attachment | Problem | None,
    now: datetime,
) -> tuple[Fact, ...]:
    """What is usable beside the ID number, while only that is looked up; nothing when no form."""
    if typed is None:
        return ()
    rest = replace(typed, id_number=form.details.id_number)
    return read_form(world, form, rest, attachment, now).facts


def read_details(world: World, typed: Typed, now: datetime) -> tuple[Details, tuple[Problem, ...]]:
    """The details that can be used, and a problem for each field that cannot (S4-11 … S4-15)."""
    values = (
        identity.read_id(typed.id_number, nine_digits=world.era.nine_digit_ids),
        identity.read_name(typed.full_name, people.personas(world)),
        identity.read_birth_date(typed.birth_date, people.local_day(now)),
        identity.read_phone(typed.phone),
        identity.read_email(typed.email),
        _read_unit(world, typed.unit),
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


def _read_unit(world: World, code: str) -> str | Problem:
    """S4-15: one of the officer's own units."""
    if not code:
        return Problem(Rule.UNIT_MISSING, "unit")
    if code not in {unit.code for unit in world.era.units}:
        return Problem(Rule.UNIT_FOREIGN, "unit")
    return code


def _file_fact(form: Form, attachment: Attachment) -> FileAttached:
    truth = attachment.truth
    return FileAttached(
        form=form.number,
        name=attachment.name,
        holder=truth.holder,
        sides=truth.sides,
        fmt=truth.fmt,
        size=bytes_of(truth.size),
    )


def _file_problems(form: Form, attachment: Attachment | Problem | None) -> tuple[Problem, ...]:
    if isinstance(attachment, Problem):
        return (attachment,)
    return () if form.attachment else (Problem(Rule.FILE_MISSING, "attachment"),)
