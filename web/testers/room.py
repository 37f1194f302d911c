"""Whether there is room for one more world of this tester."""

from datetime import timedelta
from math import ceil

from web.shell.database import db
from web.shell.runtime import runtime
from web.testers.gate import tester
from web.testers.problems import ApiError
from web.worlds import testers, testers_store
from web.worlds.testers import Lease


def lease(ttl_s: int) -> Lease:
    """A place for a new world of the calling tester.

    422 when it is wanted for too long, 429 when the tester holds too many already.
    Worlds whose time is over are cleared away first.
    """
    settings = runtime().settings
    if ttl_s > settings.tester_ttl:
        raise ApiError(422, f"This server keeps a world for {settings.tester_ttl} seconds at most.")
    testers.sweep(db.connection)
    now = runtime().effects.now()
    if testers_store.count(db.connection, tester(), now) >= settings.tester_worlds:
        raise _full(settings.tester_worlds)
    return Lease(tester(), timedelta(seconds=ttl_s))


def _full(most: int) -> ApiError:
    now = runtime().effects.now()
    soonest = testers_store.next_to_expire(db.connection, tester(), now) or now
    return ApiError(
        429,
        f"A tester may hold {most} worlds at once. Delete some, or wait until one expires.",
        headers={"Retry-After": str(ceil((soonest - now).total_seconds()))},
    )
