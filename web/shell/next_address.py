"""Where to go after signing in: only to one of our own pages, by how the router reads it."""

import re

from flask import current_app
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from web.shell.access import Gate, access_of
from web.shell.htmx import safe_address

_OWN = re.compile(r"/(?:[A-Za-z0-9_-]+/?)*(?:\?[A-Za-z0-9_.=&%+-]*)?")


def safe_next(url: str | None) -> str:
    """``url`` when it is the address of a page here that asks who is there, else the home page."""
    if url and _OWN.fullmatch(url) and _is_page(url.partition("?")[0]):
        return safe_address(url)
    return "/"


def _is_page(path: str) -> bool:
    try:
        endpoint, _ = current_app.url_map.bind("").match(path, method="GET")
    except (HTTPException, RequestRedirect):
        return False
    access = access_of(endpoint)
    return access.gate in {Gate.SIGNED_IN, Gate.CLERKS_SIDE} and not access.polled
