"""Who may call: nobody while the API is off, else the holder of a tester token."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta

from flask import abort, g, request

from web.people.accounts import attempts
from web.shell import visitor
from web.shell.database import transaction
from web.shell.runtime import runtime
from web.testers.limits import limiter
from web.testers.problems import ApiError


def check_switch() -> None:
    """404 for every address of the API while MOTCUA_TESTER_API is off."""
    if not runtime().settings.tester_api:
        abort(404)


def check_token() -> None:
    """Raises ApiError: 401 without a tester token, 429 when its calls come too fast."""
    g.tester = _tester_here()
    settings, now = runtime().settings, runtime().effects.now()
    if not limiter().take(runtime().engine, g.tester, settings.tester_rate, now):
        says = f"More than {settings.tester_rate} calls a second. Wait a second and go on."
        raise ApiError(429, says, headers={"Retry-After": "1"})


def tester() -> str:
    """The mark of the calling tester's token, as worlds carry it."""
    mark: str = g.tester
    return mark


def _tester_here() -> str:
    """The mark of whoever calls; where guesses come from, only those who called before go on.

    Raises ApiError: 401 without a tester token, 429 from a network that guesses.
    """
    network, now, limits = visitor.network(), runtime().effects.now(), limiter()
    try:
        mark = _mark(_matching_token())
    except ApiError:
        _count_guess(network, now)
        raise
    until = limits.guessing.get(network, now)
    if until > now and (network, mark) not in limits.known:
        raise _guesses_wait(until - now)
    limits.known.add((network, mark))
    return mark


def _count_guess(network: str, now: datetime) -> None:
    with transaction(runtime().engine) as connection:
        minutes = attempts.count(connection, now, attempts.source("tester", network))
    if minutes:
        wait = timedelta(minutes=minutes)
        limiter().guessing[network] = now + wait
        raise _guesses_wait(wait)


def _guesses_wait(wait: timedelta) -> ApiError:
    seconds = str(int(wait.total_seconds()))
    says = "Too many wrong tokens came from this address. Wait and use a token of this server."
    return ApiError(429, says, headers={"Retry-After": seconds})


def _matching_token() -> str:
    authorization = request.authorization
    text = (authorization.token or "") if authorization and authorization.type == "bearer" else ""
    # Every token is compared, so that the time taken does not tell which one was near.
    matching = [one for one in _tokens() if hmac.compare_digest(one.encode(), text.encode())]
    if not matching:
        raise ApiError(
            401,
            "This call needs the header Authorization: Bearer, with a tester token of this server.",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return matching[0]


def _tokens() -> list[str]:
    return [token.strip() for token in runtime().settings.tester_token.split(",") if token.strip()]


def _mark(token: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(token.encode()).digest()[:16]).decode().rstrip("=")
