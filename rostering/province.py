"""Many offices at once: each is a problem of its own, so they are shared out to processes."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from rostering.values import Request

T = TypeVar("T")

AT_ONCE = 8  # offices handed to a process at a time, at most


def share_out(work: Callable[[Request], T], requests: Iterable[Request], processes: int) -> list[T]:
    """What ``work`` makes of each request, in their order, the same as one by one.

    ``work`` has to be known by its name in a module, as it goes to other processes. There are no
    more of these than offices: each takes a good part of a second to start.
    """
    work_list = list(requests)
    workers = min(processes, len(work_list))
    if workers <= 1:
        return [work(request) for request in work_list]
    at_once = min(AT_ONCE, -(-len(work_list) // workers))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, work_list, chunksize=at_once))
