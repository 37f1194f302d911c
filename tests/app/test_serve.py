"""The real server as a process: ready means ready."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[dict[str, str]]:
    command = [sys.executable, "-m", "motcua"]
    arguments = ["demo", "--json", "--port", "0", "--data", str(tmp_path)]
    with subprocess.Popen(
        [*command, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:  # our own program
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.terminate()


def test_the_first_request_after_the_json_line_is_answered(demo: dict[str, str]) -> None:
    with urlopen(f"{demo['url']}/readyz") as answer:  # noqa: S310  # our own address
        assert json.load(answer) == {"status": "ok"}
    with urlopen(f"{demo['url']}/dang-nhap") as answer:  # noqa: S310  # our own address
        assert "Đăng nhập" in answer.read().decode()
