"""Whether the number of trusted proxies can be right, seen where people sign in.

Where it is wrong everybody comes from one address, so guesses of one count against all.
"""

from datetime import datetime, timedelta
from ipaddress import ip_address

from flask import current_app, request
from sqlalchemy import Connection

from web.people.accounts import store
from web.shell import visitor
from web.shell.config import Settings
from web.shell.database import db, transaction
from web.shell.runtime import runtime

_TOLD_FOR = timedelta(days=7)  # since it was last seen
_HEADER = "X-Forwarded-For"
_KEY, _TOLD = "proxies {count}", "motcua.proxies_told"
_TOO_FEW = (
    "Có máy chủ chuyển tiếp (proxy) đứng trước motcua nhưng MOTCUA_TRUSTED_PROXIES đang là 0, "
    "nên mọi người bị tính chung một địa chỉ. "
    "Anh/chị đặt MOTCUA_TRUSTED_PROXIES bằng số máy chủ chuyển tiếp rồi chạy lại."
)
_TOO_MANY = (
    "MOTCUA_TRUSTED_PROXIES đang là {count} nhưng không máy chủ chuyển tiếp (proxy) nào gửi "
    "X-Forwarded-For, nên mọi người bị tính chung một địa chỉ. "
    "Anh/chị bật X-Forwarded-For ở máy chủ chuyển tiếp, hoặc đặt MOTCUA_TRUSTED_PROXIES=0."
)


def watch() -> None:
    """Remember a setting that cannot be right, and say so in the log once a process."""
    runs = runtime()
    count = runs.settings.trusted_proxies
    if not _looks_wrong(count):
        return
    now = runs.effects.now()
    with transaction(db.engine) as connection:
        store.count_attempt(connection, _KEY.format(count=count), now, now + _TOLD_FOR)
    if not current_app.extensions.setdefault(_TOLD, False):
        current_app.extensions[_TOLD] = True
        current_app.logger.warning(_sentence(count))


def _looks_wrong(count: int) -> bool:
    """Only a proxy nearby is believed: from outside anybody may send the header."""
    if count:
        return _HEADER not in request.headers
    network = visitor.network()
    return _HEADER in request.headers and network[0].isalnum() and _is_near(network)


def _is_near(network: str) -> bool:
    return ip_address(network.partition("/")[0]).is_private


def _sentence(count: int) -> str:
    return _TOO_MANY.format(count=count) if count else _TOO_FEW


def warning(connection: Connection, settings: Settings, now: datetime) -> str:
    """What an administrator should know about the setting as it is now; "" for nothing."""
    count = settings.trusted_proxies
    seen, until = store.attempts(connection, _KEY.format(count=count))
    return _sentence(count) if seen and until and until > now else ""
