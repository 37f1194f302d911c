"""Servers in processes of their own, as an office runs them."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

BIN = Path(sys.executable).parent


@contextmanager
def demo_office(data: Path) -> Iterator[dict[str, str]]:
    """``motcua demo`` over that folder; yields what it says of itself, once it answers."""
    command = [str(BIN / "motcua"), "demo", "--json", "--port", "0", "--data", str(data)]
    environment = {**os.environ, "MOTCUA_TESTER_RATE": "100000"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603  # our own command
        line = process.stdout.readline() if process.stdout else ""
        try:
            yield json.loads(line)
        finally:
            process.terminate()


def get(url: str, path: str) -> None:
    """Read one page to its end."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request("GET", path)
    connection.getresponse().read()
    connection.close()


@contextmanager
def serving(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[str]:
    """A server on a port of its own; yields host and port once it listens."""
    port = _free_port()
    with subprocess.Popen([*command, "--port", str(port)], env=dict(environment)) as process:  # noqa: S603  # our own commands
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
    until = perf_counter() + 60
    while perf_counter() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise TimeoutError(f"nothing listens on port {port}")
