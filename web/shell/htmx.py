"""The htmx headers, in one place: whole page or fragment, and where to go next.

Stays in what htmx 4 and 2 share (ADR 0004); every page works without htmx too.
"""

from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit

from flask import Response, g, make_response, render_template, request
from jinja2_fragments.flask import render_block

from sandbox.guard import real_looking


def wants_fragment() -> bool:
    """Whether htmx asks for a part; a page restored from history is asked for whole."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-History-Restore-Request") != "true"
        and headers.get("HX-Request-Type") != "full"
    )


def safe_address(address: str) -> str:
    """The address without what of its query could be a living person's number."""
    path, mark, query = address.partition("?")
    if not mark or not real_looking(unquote_plus(query)):
        return address
    safe = [(name, text) for name, text in parse_qsl(query) if not real_looking(text)]
    return f"{path}?{urlencode(safe)}".rstrip("?")


def page_shown() -> str:
    """The page asked for; for a part of one, the page that htmx says it is in."""
    return safe_address(_page_shown())


def _page_shown() -> str:
    if request.headers.get("HX-Request") == "true":
        url = urlsplit(request.headers.get("HX-Current-URL", ""))
        return f"{url.path}?{url.query}".rstrip("?")
    return request.full_path.rstrip("?") if request.method == "GET" else request.path


def page(template: str, *, fragment: str = "", status: int = 200, **context: Any) -> Response:
    """Render ``template``, or its block ``fragment`` alone when htmx asks for a part.

    A browser whose form is refused is led to the answer (``unsent_answers.py``).
    """
    g.refused = status >= HTTPStatus.BAD_REQUEST and request.method == "POST"
    if fragment and wants_fragment():
        body = render_block(template, fragment, **context)
    else:
        body = render_template(template, **context)
    response = make_response(body, status)
    if fragment:
        response.vary.add("HX-Request")
    return response


def see_other(address: str) -> Response:
    """Go to ``address`` by GET; htmx must load it as a page, not swap it into a part."""
    if request.headers.get("HX-Request") == "true":
        return Response(headers={"HX-Redirect": address})
    return Response(status=303, headers={"Location": address})
