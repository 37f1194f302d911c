"""What was typed on the citizen's side, and what of it may be shown again."""

from collections.abc import Iterable, Mapping

from flask import request

from motcua.sandbox.guard import real_looking
from motcua.sandbox.identity import NEVER_ECHOED
from motcua.sandbox.refusal import Problem


def text(field: str) -> str:
    """A posted field as typed; "" when it is not there."""
    return request.form.get(field, "")


def shown_again(*fields: str, problems: Iterable[Problem] = ()) -> Mapping[str, str]:
    """These fields without anything that could be a living person's (C2); never name a secret."""
    refused = {problem.field for problem in problems if problem.rule in NEVER_ECHOED}
    return {
        field: "" if field in refused or real_looking(text(field)) else text(field)
        for field in fields
    }
