"""Mistakes by field, in the one shape that error summaries and fields take."""

from collections.abc import Iterable

from wtforms import Form
from wtforms.fields.core import Field
from wtforms.validators import ValidationError

from sandbox.fidelity import sentence
from sandbox.guard import real_looking, without_real
from sandbox.refusal import Problem
from sandbox.vietnamese import nfc


class Errors(dict[str, str]):
    """Field name to sentence, in the order of the form; a field without mistake gives ""."""

    def __missing__(self, field: str) -> str:
        return ""


def form_errors(form: Form) -> Errors:
    """The first sentence of each field that WTForms refused."""
    return Errors((field.name, str(field.errors[0])) for field in form if field.errors)


def problem_errors(problems: Iterable[Problem]) -> Errors:
    """The first sentence of each field that a rule of the pretend government refused."""
    errors = Errors()
    for problem in problems:
        errors.setdefault(problem.field, sentence(problem))
    return errors


def safe_search(text: str, field: str) -> tuple[str, Errors]:
    """What was searched for; "" and the reason where it could be a living person's number."""
    errors = problem_errors(real_looking(text, field))
    return ("" if errors else text), errors


def clean(text: str | None) -> str:
    """A filter for what people type: composed letters, single spaces."""
    return nfc(text or "")


def no_real_data(_: Form, field: Field) -> None:
    """A validator for free text: what looks like a real number is neither stored nor shown again.

    Raises ValidationError, as WTForms expects.
    """
    problems = real_looking(field.data or "")
    if problems:
        field.data = without_real(field.data)
        raise ValidationError(sentence(problems[0]))
