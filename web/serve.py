"""The server: Tornado before Flask, in two processes where the system can fork.

Two processes with four threads each measured best on two cores (docs/scaling.md); an access log
would keep addresses of people for nothing.
"""

import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Callable
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess

from flask import Flask

from web.app import LARGEST_BODY, create_app
from web.doorway import Doorway
from web.shell import sqlite_file
from web.shell.config import Settings
from web.shell.database import db
from web.start import BACKLOG, StartError

Announce = Callable[[], None]
MakeApp = Callable[[Settings], Flask]
Work = Callable[[socket.socket, Announce], None]
PROCESSES = 2
_FINISH_S = 30  # what was asked before the stop is answered within that time
_MOST_CONNECTIONS = 4000  # in a process; Windows cannot watch more than 512
_SPARE_FILES = 200
_BROKEN = (
    "Chương trình dừng ngay khi vừa mở; lý do nằm ở các dòng trên. "
    "Anh/chị chạy lại, nếu vẫn vậy thì gửi các dòng đó cho người quản trị máy."
)


def serve(
    settings: Settings, listener: socket.socket, announce: Announce, make_app: MakeApp = create_app
) -> None:
    """Answer on ``listener`` until stopped; ``announce`` is called once, when the first may come.

    Each process makes an app of its own. Raises StartError when one cannot even begin.
    """

    def work(mine: socket.socket, tell: Announce) -> None:
        app = make_app(settings)
        _checkpoint_when_idle(app)
        tune_interpreter()
        asyncio.run(_answer(Doorway(app, LARGEST_BODY, _connections()), mine, tell))

    with sqlite_file.served(sqlite_file.path_of(settings.database_url)):
        if sys.platform == "win32":
            work(listener, announce)
        else:
            _Processes(work, _one_each(listener), announce).run()


def _checkpoint_when_idle(app: Flask) -> None:
    with app.app_context():
        if db.engine.name == "sqlite":
            sqlite_file.IdleCheckpoint(db.engine)


def tune_interpreter() -> None:
    """Nobody at a desk waits for this process to tidy up, or for the drawing of a large board.

    With the worlds of a class in memory a full round of the garbage collector takes a fifth of a
    second, and hardly anything of ours is garbage in a circle: rounds of the young go on, full ones
    become rare. And whoever computes for long, as for a board of 500, lets others in ten times as
    often as usual.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 1000)
    sys.setswitchinterval(0.0005)


async def _answer(door: Doorway, listener: socket.socket, announce: Announce) -> None:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
    if parent := parent_process():
        loop.add_reader(parent.sentinel, stopped.set)  # whoever started us was killed
    listener.setblocking(False)
    door.add_socket(listener)
    announce()
    await stopped.wait()
    await door.finish(_FINISH_S)


def _connections() -> int:
    """How many this process may hold, after asking the system for as many as it gives."""
    if sys.platform == "win32":
        return 400
    import resource  # noqa: PLC0415  # absent on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_CONNECTIONS + _SPARE_FILES
    files = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if 0 <= soft < files:
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    return files - _SPARE_FILES


def _one_each(listener: socket.socket) -> list[socket.socket]:
    """A listening socket for each process: Linux deals connections out to them evenly.

    The first was opened alone, which nobody can do a second time (``start.listen``); only then
    it is shared, with ourselves. Elsewhere all processes take from the same one.
    """
    others = range(PROCESSES - 1)
    if sys.platform != "linux":
        return [listener, *(listener.dup() for _ in others)]
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    both = listener.family == socket.AF_INET6 and not listener.getsockopt(
        socket.IPPROTO_IPV6, socket.IPV6_V6ONLY
    )
    address = listener.getsockname()[:2]
    return [
        listener,
        *(
            socket.create_server(
                address,
                family=listener.family,
                backlog=BACKLOG,
                reuse_port=True,
                dualstack_ipv6=both,
            )
            for _ in others
        ),
    ]


class _Processes:
    """As many as there are sockets; one that ends is started again."""

    def __init__(self, work: Work, listeners: list[socket.socket], announce: Announce) -> None:
        self._work, self._listeners, self._announce = work, listeners, announce
        self._fork = get_context("fork")
        self._told, self._tell = self._fork.Pipe(duplex=False)
        self._announced = False

    def run(self) -> None:
        """Until SIGTERM or Ctrl+C; then each finishes what it was asked."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _leave)
        workers: list[ForkProcess] = []
        try:
            workers += map(self._start, self._listeners)
            while True:
                self._watch(workers)
        except SystemExit:
            pass
        finally:
            self._stop(workers)

    def _start(self, listener: socket.socket) -> ForkProcess:
        worker = self._fork.Process(target=self._begin, args=(listener,), daemon=True)
        worker.start()
        return worker

    def _begin(self, listener: socket.socket) -> None:
        """In the new process."""
        for other in self._listeners:
            if other is not listener:
                other.close()
        self._work(listener, lambda: self._tell.send(True))

    def _watch(self, workers: list[ForkProcess]) -> None:
        news = wait([self._told, *(worker.sentinel for worker in workers)])
        if self._told in news:
            self._told.recv()
            if not self._announced:
                self._announced = True
                self._announce()
        for place, worker in enumerate(workers):
            if worker.sentinel in news:
                worker.join()
                if not self._announced:
                    raise StartError(_BROKEN)
                workers[place] = self._start(self._listeners[place])

    def _stop(self, workers: list[ForkProcess]) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        for listener in self._listeners:
            listener.close()
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join(_FINISH_S + 5)
            worker.kill()
            worker.join()


def _leave(*_: object) -> None:
    raise SystemExit
