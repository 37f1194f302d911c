"""The servers: gunicorn where there is one, waitress on Windows.

Two processes with four threads each and SO_REUSEPORT measured best on two cores
(docs/scaling.md); an access log would keep addresses of people for nothing.
"""

import gc
import sys
from collections.abc import Callable
from typing import Any

from flask import Flask

from web.app import create_app
from web.shell import sqlite_file
from web.shell.config import Settings
from web.shell.database import db

Announce = Callable[[], None]


def serve(settings: Settings, announce: Announce) -> None:
    """Answer until stopped; ``announce`` is called once, when the first request can come."""
    with sqlite_file.served(sqlite_file.path_of(settings.database_url)):
        if sys.platform == "win32":
            _waitress(settings, announce)
        else:
            _gunicorn(settings, announce)


def _app(settings: Settings) -> Flask:
    """The app of one process."""
    app = create_app(settings)
    with app.app_context():
        if db.engine.name == "sqlite":
            sqlite_file.IdleCheckpoint(db.engine)
    return app


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


def _waitress(settings: Settings, announce: Announce) -> None:
    from waitress.server import create_server  # noqa: PLC0415  # only where it is used

    server = create_server(_app(settings), host=settings.host, port=settings.port, threads=8)
    tune_interpreter()
    announce()
    server.run()


def _gunicorn(settings: Settings, announce: Announce) -> None:
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415  # absent on Windows

    def first_worker_listens(worker: Any) -> None:
        tune_interpreter()
        if worker.age == 1:
            announce()

    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    options = {
        "bind": f"{host}:{settings.port}",
        "workers": 2,
        "threads": 4,
        "worker_class": "gthread",
        "reuse_port": True,
        "keepalive": 75,
        "loglevel": "warning",
        "control_socket_disable": True,  # a file in the user's home that nobody here needs
        "post_worker_init": first_worker_listens,
    }

    class Server(BaseApplication):
        def load_config(self) -> None:
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return _app(settings)

    Server().run()
