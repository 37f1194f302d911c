"""Mistakes by field, in the one shape that error summaries and fields take."""

from collections.abc import Iterable

from wtforms import Form

from motcua.sandbox.fidelity import sentence
from motcua.sandbox.refusal import Problem


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
