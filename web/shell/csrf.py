"""Proof that a form came from our own page: a keyed hash of whom the page was made for.

That is the session cookie, else a form cookie given with the first public form, else
the capability in the address. Plain HMAC, since every form page pays for it.
"""

import hmac

from flask import Flask, Response, abort, g, request

from web.shell.access import Gate, access_of
from web.shell.database import SAFE_METHODS
from web.shell.sessions import session_token
from web.shell.shell import shell

FIELD = "csrf_token"
_COOKIE = "motcua_form"


def csrf_token() -> str:
    """The token for forms on this page."""
    if "csrf_token" not in g:
        g.csrf_token = _sign(_subject() or _new_form_id())
    token: str = g.csrf_token
    return token


def _sign(subject: str) -> str:
    key = shell().settings.secret_key
    return hmac.digest(key.encode(), b"csrf:" + subject.encode(), "sha256").hex()[:40]


def _subject() -> str | None:
    link = (request.view_args or {}).get("capability")
    return link or session_token() or request.cookies.get(_COOKIE)


def _new_form_id() -> str:
    g.form_id = shell().effects.new_id()
    form_id: str = g.form_id
    return form_id


def install(app: Flask) -> None:
    """Check every form, and offer ``csrf_token()`` to the templates."""
    app.before_request(_check)
    app.after_request(_give_form_cookie)
    app.add_template_global(csrf_token)


def _check() -> None:
    if request.method in SAFE_METHODS or request.endpoint is None:
        return
    if access_of(request.endpoint).gate is Gate.BEARER:
        return
    subject, given = _subject(), request.form.get(FIELD, "")
    if not subject or not hmac.compare_digest(given.encode(), _sign(subject).encode()):
        abort(400, "csrf")


def _give_form_cookie(response: Response) -> Response:
    if "form_id" in g:
        secure = shell().settings.is_https
        response.set_cookie(_COOKIE, g.form_id, httponly=True, samesite="Lax", secure=secure)
    return response
