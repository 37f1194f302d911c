"""First passwords on paper: shown this once, known to nobody afterwards but to their owners."""

from collections.abc import Sequence

from flask import Response

from web.people.administration.service import NewAccount
from web.shell.htmx import page
from web.shell.people import ROLE_WORDS
from web.shell.runtime import runtime


def first_passwords(people: Sequence[NewAccount], *, opened: bool = False) -> Response:
    """Eight slips to a page of A4; ``opened``: nobody can sign in yet but by one of these."""
    return page(
        "administration/first_passwords.html",
        people=people,
        opened=opened,
        role_words=ROLE_WORDS,
        door=runtime().settings.base_url,
    )
