"""What stands above every page of a visit while its class is paused."""

from flask import Response

from web.desk.citizen_side.following import unchanged
from web.shell.htmx import page, see_other, wants_fragment


def notice(home: str, *, paused: bool) -> Response:
    """The notice, or its empty place; nothing for a page that says it is up to date.

    Opened as a page, which happens after signing in again, it leads to ``home``.
    """
    if not wants_fragment():
        return see_other(home)
    not_modified = unchanged("co" if paused else "khong")
    return not_modified or page("layouts/paused.html", asks=home.rstrip("/"), paused=paused)
