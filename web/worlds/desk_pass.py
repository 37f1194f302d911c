"""The pass to the clerk's side of one tester's world: a signed cookie for that world alone."""

import hmac

from flask import request
from werkzeug.wrappers import Response

from web.shell.runtime import runtime

_COOKIE = "motcua_desk"


def grant(response: Response, world_id: str) -> None:
    """Let this browser onto the clerk's side; it shows the pass at that world's addresses only."""
    response.set_cookie(
        _COOKIE,
        _sign(world_id),
        path=f"/ban/{world_id}",
        httponly=True,
        samesite="Lax",
        secure=runtime().settings.is_https,
    )


def is_present(world_id: str) -> bool:
    """Whether this request carries the pass to that world."""
    cookie = request.cookies.get(_COOKIE)
    return cookie is not None and hmac.compare_digest(cookie.encode(), _sign(world_id).encode())


def _sign(world_id: str) -> str:
    key = runtime().settings.secret_key.encode()
    return hmac.digest(key, b"desk:" + world_id.encode(), "sha256").hex()
