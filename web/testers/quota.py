"""Whether there is room for one more world of this tester."""

from datetime import timedelta
from math import ceil

from web.shell.database import db
from web.shell.runtime import runtime
from web.testers.gate import tester
from web.testers.problems import ApiError
from web.worlds import tester_worlds, tester_worlds_store
from web.worlds.tester_worlds import Lease


def lease(ttl_s: int) -> Lease:
    """A place for a new world of the calling tester.

    ``ttl_s`` is in seconds. Worlds whose time is over are cleared away first.

    Raises:
        ApiError: 422 when it is to last too long, 429 when the tester has too many already.
    """
    settings = runtime().settings
    if ttl_s > settings.tester_ttl:
        raise ApiError(422, f"This server keeps a world for {settings.tester_ttl} seconds at most.")
    tester_worlds.sweep(db.connection)
    now = runtime().effects.now()
    if tester_worlds_store.count(db.connection, tester(), now) >= settings.tester_worlds:
        raise _quota_error(settings.tester_worlds)
    return Lease(tester(), timedelta(seconds=ttl_s))


def _quota_error(limit: int) -> ApiError:
    now = runtime().effects.now()
    next_expiry = tester_worlds_store.next_to_expire(db.connection, tester(), now) or now
    return ApiError(
        429,
        f"A tester may hold {limit} worlds at once. Delete some, or wait until one expires.",
        headers={"Retry-After": str(ceil((next_expiry - now).total_seconds()))},
    )
