"""Goals 1 and 6 on real servers: start to first answer, and pages a second under load."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks.measure import Row, in_words
from benchmarks.office import BenchOffice

BIN = Path(sys.executable).parent
CONNECTIONS, SECONDS, ROUNDS = 32, 3, 3
# CTFd's challenges page beside a bare hello, both on gunicorn with 2 × 4 threads, in one run.
CTFD_OF_HELLO = 222 / 5750


def rows() -> list[Row]:
    """Every row of this part; the load needs the program ``wrk``."""
    return [_start(), *(_load() if shutil.which("wrk") else [])]


def _start() -> Row:
    with TemporaryDirectory() as folder:
        times = [_seconds_to_answer(Path(folder)) for _ in range(ROUNDS + 1)]
    usual = median(times[1:])  # the first start also made the database
    words = in_words(usual)
    return Row("start to first answer, demo data present", words, "1 s", usual, "≤ 1", usual <= 1)


def _seconds_to_answer(data: Path) -> float:
    command = [str(BIN / "motcua"), "demo", "--json", "--port", "0", "--data", str(data)]
    begun = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own command
        line = process.stdout.readline() if process.stdout else ""
        _get(urlsplit(json.loads(line)["url"]).netloc, "/livez")
        took = perf_counter() - begun
        process.terminate()
    return took


def _get(netloc: str, path: str) -> None:
    connection = HTTPConnection(netloc, timeout=10)
    connection.request("GET", path)
    connection.getresponse().read()
    connection.close()


def _load() -> list[Row]:
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        office.clerk.up_to_code()
        ours = rooms.enter_context(_serving([str(BIN / "motcua"), "serve"], _environment(office)))
        bare = rooms.enter_context(_serving(_bare(), os.environ))
        form = f"http://{ours}{office.clerk.form}"
        pairs = [
            (_per_second(form, office.cookies), _per_second(f"http://{bare}/", ""))
            for _ in range(ROUNDS)
        ]
    mine, hello = median(a for a, _ in pairs), median(b for _, b in pairs)
    ratio = median(a / b for a, b in pairs)
    ctfd = ratio / CTFD_OF_HELLO
    words = f"{mine:.0f}/s", f"{hello:.0f}/s"
    return [
        Row("form page / bare hello, gunicorn 2 × 4", *words, ratio, "≥ 0.3", ratio >= 0.3),
        Row("form page / CTFd's challenges, by way of hello", *words, ctfd, "≥ 10", ctfd >= 10),
    ]


def _environment(office: BenchOffice) -> dict[str, str]:
    settings = office.settings
    return {
        **os.environ,
        "MOTCUA_DATABASE_URL": settings.database_url,
        "MOTCUA_DATA": str(settings.data),
        "MOTCUA_SECRET_KEY": settings.secret_key,
    }


def _bare() -> list[str]:
    options = ["-w", "2", "--threads", "4", "--reuse-port", "--keep-alive", "75"]
    return [str(BIN / "gunicorn"), *options, "benchmarks.office:hello()"]


@contextmanager
def _serving(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[str]:
    """A server on a port of its own; yields host and port once it listens."""
    port = _free_port()
    where = ["--port", str(port)] if "serve" in command else ["-b", f"127.0.0.1:{port}"]
    with subprocess.Popen([*command, *where], env=dict(environment)) as process:  # noqa: S603  # our own commands
        try:
            _wait_for(port)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def _wait_for(port: int) -> None:
    until = perf_counter() + 20
    while perf_counter() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise TimeoutError(f"nothing listens on port {port}")


def _per_second(url: str, cookies: str) -> float:
    load = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Cookie: {cookies}", url]
    told = subprocess.run(load, capture_output=True, text=True, check=True).stdout  # noqa: S603  # fixed program, own address
    found = re.search(r"Requests/sec:\s+([0-9.]+)", told)
    if found is None or "Non-2xx" in told:
        raise RuntimeError(told)
    return float(found[1])
