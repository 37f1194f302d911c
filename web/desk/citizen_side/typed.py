"""What was typed on the citizen's side, and what of it may be shown again (C2)."""

from collections.abc import Iterable, Sequence

from flask import request

from sandbox.guard import real_looking
from sandbox.identity import NEVER_ECHOED
from sandbox.refusal import Problem
from sandbox.rules import Rule

# A paper's number in another shape than the practice one may be that of a real paper.
_HIDDEN = NEVER_ECHOED | {Rule.VNEID_PAPER_NUMBER}


def given(name: str) -> str:
    """The field as it was sent, "" when it was not."""
    return request.form.get(name, "")


def again(
    problems: Iterable[Problem], fields: Sequence[str]
) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """A form shown once more: its reasons, and what was typed into these fields of it.

    Looking real goes before having the wrong shape, so nothing disappears without a word.
    """
    told = tuple(_worse(each) if each.field in fields else each for each in problems)
    return told, shown_again(told, fields)


def _worse(problem: Problem) -> Problem:
    if problem.rule in NEVER_ECHOED:
        return problem
    return next(iter(real_looking(given(problem.field), problem.field)), problem)


def shown_again(problems: Iterable[Problem], fields: Sequence[str]) -> dict[str, str]:
    """What was typed into these fields, without anything that could be a living person's."""
    hidden = {problem.field for problem in problems if problem.rule in _HIDDEN}
    texts = {name: given(name) for name in fields}
    return {
        name: "" if name in hidden or real_looking(text) else text for name, text in texts.items()
    }
