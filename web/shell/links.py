"""Unguessable links of which the database holds nothing that opens anything (ADR 0020).

A row keeps a random name; the link is that name and a mark over it that only the office's secret
key can make. So a screen can show a link again, and whoever reads the database alone cannot. A
link of before there were marks still opens the row that now carries its digest.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode

from web.shell.runtime import runtime

_MARK = 22  # letters: 128 bits


def link_to(name: str) -> str:
    """The link to whatever carries that name."""
    return name + _mark(name)


def name_in(link: str) -> str:
    """The name of what that link opens, as it stands in the database; "" when it opens nothing."""
    name, mark = link[:-_MARK], link[-_MARK:]
    if not name:
        return digest_of(link)
    return name if hmac.compare_digest(mark.encode(), _mark(name).encode()) else ""


def digest_of(link: str) -> str:
    """What migration 0019 put in the place of a link without a mark."""
    return _written(hashlib.sha256(link.encode()).digest())


def _mark(name: str) -> str:
    key = runtime().settings.secret_key.encode()
    return _written(hmac.digest(key, b"link:" + name.encode(), "sha256"))


def _written(digest: bytes) -> str:
    return urlsafe_b64encode(digest[:16]).decode().rstrip("=")
