"""Proof that a form came from our own page: Flask-WTF's token, wherever a cookie is believed."""

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect

from web.shell.access import Gate, access_of

protection = CSRFProtect()


def init_app(app: Flask) -> None:
    """Offer ``csrf_token()`` to the templates and check every form but those of programs.

    Flask-WTF exempts views by module and name, which two views of one factory share; here the
    gate says it. A page may stay open all day, so tokens have no age of their own; and there is
    no check of the Referer, which old browsers and careful people leave out.
    """
    app.config.update(
        WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False
    )
    protection.init_app(app)
    app.before_request(_check)


def _check() -> None:
    if request.endpoint is not None and access_of(request.endpoint).gate is not Gate.BEARER:
        protection.protect()
