"""Devices on which somebody has signed in before: they keep a count of their own (ADR 0021).

A signed cookie says so, for the sign-in page alone. It opens nothing; whoever guesses at an account
elsewhere does not make its owner wait here.
"""

import hashlib
from datetime import timedelta

from flask import Response, after_this_request, request
from itsdangerous import BadData, URLSafeSerializer

from web.shell.runtime import runtime

_LONGEST = timedelta(days=400)  # browsers keep no cookie longer
_MOST = 8  # people at one machine
_PAGE = "/dang-nhap"


def known_device(account: str) -> str:
    """The device that asks, when that account has signed in on it; else ""."""
    device, accounts = _read()
    return device if _mark(device, account) in accounts else ""


def remember_device(account: str) -> None:
    """From now on this device is one of that account's."""
    device, accounts = _read()
    device = device or runtime().effects.new_id()
    mark = _mark(device, account)
    accounts = [mark, *(each for each in accounts if each != mark)][:_MOST]
    signed = _signer().dumps([device, accounts])

    @after_this_request
    def _set(response: Response) -> Response:
        secure = runtime().settings.is_https
        response.set_cookie(
            _name(), signed, _LONGEST, path=_PAGE, secure=secure, httponly=True, samesite="Lax"
        )
        return response


def _read() -> tuple[str, list[str]]:
    try:
        device, accounts = _signer().loads(request.cookies.get(_name(), ""))
    except BadData:
        return "", []
    return device, accounts


def _mark(device: str, account: str) -> str:
    return hashlib.sha256(f"{device} {account}".encode()).hexdigest()[:16]


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(runtime().settings.secret_key, "device")


def _name() -> str:
    return "__Secure-motcua_device" if runtime().settings.is_https else "motcua_device"
