"""What was typed on the citizen's side, and what of it may be shown again (C2)."""

from collections.abc import Iterable, Sequence

from flask import request

from sandbox.guard import real_looking
from sandbox.identity import NEVER_ECHOED
from sandbox.refusal import Problem
from sandbox.rules import Rule

# A paper's number in another shape than the practice one may be that of a real paper.
_HIDDEN = NEVER_ECHOED | {Rule.VNEID_PAPER_NUMBER}


def form_value(name: str) -> str:
    """The field as it was sent, "" when it was not."""
    return request.form.get(name, "")


def redisplay(
    problems: Iterable[Problem], fields: Sequence[str]
) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """A form shown once more: its reasons, and what was typed into these fields of it.

    Looking real goes before having the wrong shape, so nothing disappears without a word.
    """
    graver = tuple(_graver(each) if each.field in fields else each for each in problems)
    return graver, safe_texts(graver, fields)


def _graver(problem: Problem) -> Problem:
    if problem.rule in NEVER_ECHOED:
        return problem
    return next(iter(real_looking(form_value(problem.field), problem.field)), problem)


def safe_texts(problems: Iterable[Problem], fields: Sequence[str]) -> dict[str, str]:
    """What was typed into these fields, without anything that could be a living person's."""
    hidden = {problem.field for problem in problems if problem.rule in _HIDDEN}
    texts = {name: form_value(name) for name in fields}
    return {
        name: "" if name in hidden or real_looking(text) else text for name, text in texts.items()
    }
