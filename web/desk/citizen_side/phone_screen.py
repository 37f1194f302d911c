"""One screen of the telephone, and how it follows what happens elsewhere.

A page asks its own address whether it is still the right one. Unchanged: 204 or 304. Only a
message came: the line at the top is swapped, and a half-typed form stays. Something that the
screen depends on has changed: htmx is sent to the page anew.
"""

from datetime import timedelta
from hashlib import sha256
from typing import Any

from flask import Response, request

from sandbox.mock_vneid.values import Wanted
from web.desk.citizen_side import following, handset, vneid_front
from web.desk.citizen_side.visits import Side
from web.shell.forms import Errors
from web.shell.htmx import page, see_other

_BANNER_STAYS = timedelta(seconds=20)


def show(
    side: Side,
    template: str,
    page_url: str,
    *,
    next_url: str = "",
    errors: Errors | None = None,
    depends_on: object = None,
    plain: bool = False,
    **context: Any,
) -> Response:
    """The screen at the address ``page_url``; ``next_url`` is where to go when it has changed.

    ``depends_on`` is what it depends on beyond VNeID; a ``plain`` one has no line of news above it.
    """
    messages = handset.messages(side)
    tag = _screen_tag(side, depends_on)
    stamp = f"{tag}-{len(messages)}-{side.covered:d}"
    news = None if plain else _news(side, messages)
    context |= {"side": side, "stamp": stamp, "page_url": page_url, "news": news}
    if "co" in request.args:
        return _poll_response(tag, stamp, next_url or page_url, context)
    response = page(template, status=422 if errors else 200, errors=errors or Errors(), **context)
    response.set_etag(stamp)
    return response


def _screen_tag(side: Side, depends_on: object) -> str:
    """Changes with what any screen of VNeID shows, wrong tries and messages apart."""
    eid = side.eid
    task = eid.task if vneid_front.is_busy(side.world) else None
    code = eid.code if task and task.wanted is Wanted.CODE else None
    parts = (
        (side.closed, vneid_front.screen(side.world), task, eid.application, depends_on),
        (eid.level, eid.chip_card, eid.device, eid.hotline, code and code.expires_at),
        (eid.results, eid.papers, eid.requests, eid.child_until),
    )
    return sha256(repr(parts).encode()).hexdigest()[:12]


def _poll_response(tag: str, stamp: str, next_url: str, context: dict[str, Any]) -> Response:
    not_modified = following.unchanged(stamp)
    if not_modified is not None:
        return not_modified
    if request.args["co"].partition("-")[0] != tag:
        return see_other(next_url)
    return page("citizen_side/news.html", **context)


def _news(side: Side, messages: list[handset.Message]) -> handset.Message | None:
    """The message a telephone would still show at the top of its screen.

    One with a code stays as long as that code is asked for, whatever comes after it.
    """
    code = side.eid.code
    asked = [each for each in messages if each.from_vneid and code and each.code == code.digits]
    newest = next(iter(asked or messages), None)
    if asked or newest is None:
        return newest
    used_up = newest.from_vneid and newest.code
    return None if used_up or side.at - newest.at > _BANNER_STAYS else newest
