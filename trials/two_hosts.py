"""Two hosts, one PostgreSQL behind nginx; one of them killed in the middle, and back again.

Nobody may notice: nginx sends what a host has left unanswered to the other one, and a press that
comes twice counts once. ``MOTCUA_TEST_DATABASE_URL`` names the server.

python -m trials.two_hosts [TRAINEES] [SECONDS]
"""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import sleep

from sqlalchemy import create_engine, make_url, text

from benchmarks.many_callers import share
from benchmarks.servers import _free_port, _wait_for, get
from trials.at_work import AtWork, served, table
from web.shell.database import open_engine, transaction

_DOWN_S = 8.0
_CONF = """
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_rlimit_nofile 4096;
events {{ worker_connections 2048; }}
http {{
    access_log off;
    upstream motcua {{
        {hosts}
        keepalive 64;
    }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://motcua;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_next_upstream error timeout http_502 http_503 http_504 non_idempotent;
            proxy_next_upstream_tries 3;
        }}
    }}
}}
"""


def main(count: int = 300, seconds: int = 60) -> None:
    """One host first, for the ratio; then two, one of which is killed and comes back."""
    print(table("a fresh database, opened by two hosts at the same moment", fresh()))
    rows: dict[str, object] = {}
    with ExitStack() as rooms:
        work = AtWork(rooms, count)
        with served(work.environment) as (server, _), nginx([server]) as door:
            asyncio.run(work.act(door, seconds / 3, think=3))
        rows["one host: p95 of a step"] = f"{1000 * share(work.took, 0.95):.0f} ms"
    with ExitStack() as rooms:
        work = AtWork(rooms, count)
        first = rooms.enter_context(served(work.environment))
        other = _free_port()
        with nginx([first[0], f"127.0.0.1:{other}"]) as door:
            comes_and_goes = Thread(target=_come_and_go, args=(work.environment, other, seconds))
            comes_and_goes.start()
            asyncio.run(work.act(door, seconds, think=3))
            comes_and_goes.join()
        kept = work.kept()
        rows |= {
            "two hosts, one killed twice and back: p95": f"{1000 * share(work.took, 0.95):.0f} ms",
            "steps answered": work.answered.total(),
            "errors that people saw": work.failed,
            "answered steps lost": work.lost(kept),
            "steps that count twice": work.doubled(kept),
        }
    print(table(f"two hosts, {count} trainees, {seconds} s", rows))


def fresh() -> dict[str, object]:
    """Both come up, and the way to today's tables was gone once."""
    with ExitStack() as rooms:
        url = rooms.enter_context(_scratch())
        hosts = [_host(rooms, url) for _ in range(2)]
        for process, port in hosts:
            rooms.callback(process.wait)
            rooms.callback(os.killpg, process.pid, signal.SIGTERM)
            _wait_for(port)
            get(f"http://127.0.0.1:{port}", "/readyz")
        engine = open_engine(url)
        with transaction(engine, writes=False) as connection:
            versions = connection.execute(text("SELECT version_num FROM alembic_version")).all()
        engine.dispose()
        return {"hosts that answer": len(hosts), "versions noted": len(versions)}


@contextmanager
def _scratch() -> Iterator[str]:
    """A database of the server without any table, gone afterwards."""
    server, name = make_url(os.environ["MOTCUA_TEST_DATABASE_URL"]), f"motcua_trial_{os.getpid()}"
    with create_engine(server, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        try:
            yield server.set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


def _host(rooms: ExitStack, url: str) -> tuple["subprocess.Popen[bytes]", int]:
    folder, port = rooms.enter_context(TemporaryDirectory()), _free_port()
    variables = {"MOTCUA_DATABASE_URL": url, "MOTCUA_DATA": folder, "MOTCUA_SECRET_KEY": "k" * 64}
    command = [sys.executable, "-m", "motcua", "serve", "--port", str(port)]
    environment = {**os.environ, **variables}
    process = subprocess.Popen(  # noqa: S603  # our own command
        command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL
    )
    return process, port


def _come_and_go(environment: dict[str, str], port: int, seconds: float) -> None:
    """Twice in that time: up, and killed without a word."""
    for _ in range(2):
        with served(environment, port) as (_, group):
            sleep(max(1.0, seconds / 2 - _DOWN_S))
            os.killpg(group, signal.SIGKILL)
        sleep(_DOWN_S / 2)


@contextmanager
def nginx(hosts: Sequence[str]) -> Iterator[str]:
    """A proxy before them; its address."""
    program = shutil.which("nginx")
    if program is None:
        raise SystemExit("nginx is not installed: not tried")
    with TemporaryDirectory() as folder:
        port = _free_port()
        lines = "\n".join(f"server {host} max_fails=1 fail_timeout=2s;" for host in hosts)
        conf = Path(folder) / "nginx.conf"
        conf.write_text(_CONF.format(folder=folder, hosts=lines, port=port), encoding="utf-8")
        command = [program, "-c", str(conf), "-g", "daemon off;"]
        with subprocess.Popen(command) as process:  # noqa: S603  # our own configuration
            _wait_for(port)
            yield f"127.0.0.1:{port}"
            process.terminate()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
