"""The page that refuses a form gets an address of its own, which the browser then asks for.

Page and status are the same; but reloading sends nothing again, and Back comes to it without a
question. Whoever is no browser gets the page at once. What a form that was taken shows once, such
as a first password, is never kept.
"""

from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, current_app, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import HTTPException

from web.shell import unsent_store as store
from web.shell.access import Gate, access_of
from web.shell.database import db, writing
from web.shell.next_address import safe_next
from web.shell.runtime import runtime
from web.shell.unsent import ANSWER, keep_posted, owner_here, sent_from
from web.shell.unsent_store import RefusedAnswer

_TOKEN = "\N{OBJECT REPLACEMENT CHARACTER}csrf\N{OBJECT REPLACEMENT CHARACTER}"  # noqa: S105  # stands for a token


_LINK = "\N{OBJECT REPLACEMENT CHARACTER}link\N{OBJECT REPLACEMENT CHARACTER}"


def init_app(app: Flask) -> None:
    """Send browsers to the kept answer, and show it to them."""
    app.after_request(_keep_answer)
    app.before_request(_show_again)


def _keep_answer(response: Response) -> Response:
    """``g.refused`` is set by ``htmx.page``: a room's own page, no error of the framework."""
    if not g.get("refused") or not _by_browser():
        return response
    if access_of(request.endpoint or "").gate is Gate.PUBLIC:
        return response  # at a door what is typed may open it: nothing of that is kept
    owner, effects = owner_here(), runtime().effects
    keep_posted(owner)
    g.keeps_unsent = True  # refused is not taken, though a redirect says so and nothing was typed
    id_, now = effects.new_id(), effects.now()  # after the form was kept, which is no newer then
    html = response.get_data(as_text=True).replace(generate_csrf(), _TOKEN)
    with writing() as connection:
        link = (request.view_args or {}).get("capability") or _LINK  # never into the database
        page = sent_from().replace(link, _LINK)
        html = html.replace(link, _LINK)
        answer = RefusedAnswer(owner, page, response.status_code, html, now)
        store.put_answer(connection, id_, answer)
    return redirect(f"{request.path}?{ANSWER}={id_}", 303)  # type: ignore[return-value]  # Flask makes its own kind


def _by_browser() -> bool:
    asks_for_pages = "text/html" in request.headers.get("Accept", "")
    return asks_for_pages and "HX-Request" not in request.headers


def _show_again() -> ResponseReturnValue | None:
    id_ = request.args.get(ANSWER)
    if not id_ or request.method != "GET":
        return None
    arguments = _arguments()
    found = store.find_answer(db.connection, id_)
    if found is None or found.owner not in ("", owner_here(arguments)):
        return redirect(request.path if request.url_rule else "/", 303)
    if found.page and store.typed_since(db.connection, found.owner, found.page, found.kept_at):
        return redirect(safe_next(found.page), 303)  # what is newer than the refusal goes first
    request.view_args = dict(arguments)  # the address may take forms only, yet headers go by it
    html = found.html.replace(_TOKEN, generate_csrf())
    html = html.replace(_LINK, arguments.get("capability", ""))
    return Response(html, found.status, mimetype="text/html")


def _arguments() -> Mapping[str, Any]:
    try:
        return current_app.url_map.bind("").match(request.path, method="POST")[1]
    except HTTPException:
        return {}
