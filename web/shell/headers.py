"""What every answer says to the browser about safety, caching and search engines."""

from flask import Flask, Response, request

from web.shell.runtime import runtime

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
)
_POLICY = "; ".join((*_RULES, "frame-ancestors 'none'"))
_POLICY_OF_THE_CITIZENS_SIDE = "; ".join((*_RULES, "frame-ancestors 'self'"))  # a pane of the desk

_A_YEAR = 365 * 24 * 60 * 60

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


def init_app(app: Flask) -> None:
    """Put the headers on every answer."""
    app.after_request(_add)


def _add(response: Response) -> Response:
    response.headers.update(_ALWAYS)
    if runtime().settings.is_https:  # of this name alone: what else stands below it is not ours
        response.headers["Strict-Transport-Security"] = f"max-age={_A_YEAR}"
    on_citizens_side = "capability" in (request.view_args or {})
    policy = _POLICY_OF_THE_CITIZENS_SIDE if on_citizens_side else _POLICY
    response.headers["Content-Security-Policy"] = policy
    if request.endpoint != "assets.asset" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response
