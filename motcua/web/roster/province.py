"""Many offices at once: each is a problem of its own, so they are shared out to processes."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count
from typing import TypeVar

from motcua.web.roster.planner import LIMIT_S, Plan, plan
from motcua.web.roster.values import Request

T = TypeVar("T")

AT_ONCE = 8  # offices handed to a process at a time, at most


def plan_all(
    requests: Iterable[Request], *, processes: int | None = None, limit_s: float = LIMIT_S
) -> list[Plan]:
    """A plan for each request, in their order, the same as ``plan`` gives one by one.

    ``processes`` is the number of processors when None. ``limit_s`` is for each office.
    """
    return share_out(partial(plan, limit_s=limit_s), requests, processes)


def share_out(
    work: Callable[[Request], T], requests: Iterable[Request], processes: int | None = None
) -> list[T]:
    """What ``work`` makes of each request, in their order.

    ``work`` has to be known by its name in a module, as it goes to other processes. There are no
    more of these than offices: each takes a good part of a second to start.
    """
    given = list(requests)
    workers = min(processes or cpu_count() or 1, len(given))
    if workers <= 1:
        return [work(request) for request in given]
    at_once = min(AT_ONCE, -(-len(given) // workers))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, given, chunksize=at_once))
