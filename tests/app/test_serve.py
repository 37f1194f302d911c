"""The real server as processes: ready means ready, alone means alone, and a stop loses nothing."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from sqlalchemy import make_url

from tests.app.databases import POSTGRESQL

Told = dict[str, str]
Demo = Callable[..., "subprocess.Popen[str]"]
COMMAND = [sys.executable, "-m", "motcua", "demo", "--json"]
SILENT = 16  # twice as many as there are threads


@pytest.fixture
def demo(template: str, tmp_path: Path) -> Iterator[Demo]:
    """``demo(port)``: an office over this test's folder."""
    if not POSTGRESQL:  # on PostgreSQL the folder begins empty
        shutil.copy(str(make_url(template).database), tmp_path / "motcua.sqlite3")
    with ExitStack() as rooms:

        def start(port: int = 0) -> "subprocess.Popen[str]":
            process = subprocess.Popen(
                [*COMMAND, "--port", str(port), "--data", str(tmp_path)],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            rooms.enter_context(process)
            rooms.callback(process.terminate)
            return process

        yield start


def _told(process: "subprocess.Popen[str]") -> Told:
    assert process.stdout is not None
    told: Told = json.loads(process.stdout.readline())
    return told


def _get(told: Told, path: str, **headers: str) -> str:
    with urlopen(Request(told["url"] + path, headers=headers)) as answer:  # noqa: S310  # our own address
        text: str = answer.read().decode()
        return text


def test_the_first_request_after_the_json_line_is_answered(demo: Demo) -> None:
    office = _told(demo())
    assert json.loads(_get(office, "/readyz")) == {"status": "ok"}
    assert "Đăng nhập" in _get(office, "/dang-nhap")
    with ExitStack() as rooms:
        for _ in range(SILENT):
            address = ("127.0.0.1", urlsplit(office["url"]).port)
            rooms.enter_context(socket.create_connection(address)).sendall(b"GET / HT")
        assert "Đăng nhập" in _get(office, "/dang-nhap")


def test_a_second_office_on_the_same_port_or_folder_is_told_so(demo: Demo) -> None:
    port = _free_port()
    both = [demo(port), demo(port)]  # at the same moment: either may be the second
    lines = [process.stdout.readline() for process in both if process.stdout]
    assert json.loads(max(lines))["url"]
    assert f"Không mở được cổng {port}" in _refused(both[lines.index("")])
    assert "đang được một chương trình motcua khác phục vụ" in _refused(demo())


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _refused(process: "subprocess.Popen[str]") -> str:
    _, said = process.communicate()
    assert process.returncode == 2
    return said


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds processes as Linux tells them")
def test_what_dies_is_replaced_and_what_was_killed_or_stopped_starts_again(demo: Demo) -> None:
    process = demo()
    office = _told(process)
    before = _children(process.pid)
    for worker in before:
        os.kill(worker, signal.SIGKILL)
    while not _children(process.pid) - before:
        assert process.poll() is None
    assert "Đăng nhập" in _get(office, "/dang-nhap")
    process.kill()
    again = demo()
    _told(again)
    again.terminate()
    assert again.wait() == 0


def _children(pid: int) -> set[int]:
    return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()))
