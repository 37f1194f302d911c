"""Many offices at once: each is a problem of its own, so they are shared out to processes."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count

from motcua.web.roster.planner import Plan, plan
from motcua.web.roster.values import Request

AT_ONCE = 8  # offices handed to a process at a time


def plan_all(
    requests: Iterable[Request], *, processes: int | None = None, limit_s: float = 10.0
) -> list[Plan]:
    """A plan for each request, in their order, the same as ``plan`` gives one by one.

    ``processes`` is the number of processors when None. ``limit_s`` is for each office.
    """
    workers = processes or cpu_count() or 1
    planned = partial(plan, limit_s=limit_s)
    if workers == 1:
        return [planned(request) for request in requests]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(planned, requests, chunksize=AT_ONCE))
