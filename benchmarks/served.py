"""Goals 1 and 6 on real servers: start to first answer, and pages a second under load."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks.measure import Row, in_words

CONNECTIONS = 32
SECONDS = 3
CTFD_OF_HELLO = 222 / 5750  # CTFd's challenges page and the bare hello, gunicorn 2 × 4, one run


@contextmanager
def _office(data: Path) -> Iterator[tuple[str, float]]:
    """A demo office in its own process: its URL, and the seconds until it answered."""
    begun = perf_counter()
    command = [str(Path(sys.executable).with_name("motcua")), "demo", "--json", "--port", "0"]
    arguments = [*command, "--data", str(data)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own command
        line = process.stdout.readline() if process.stdout else ""
        url = json.loads(line)["url"]
        _get(url, "/livez")
        try:
            yield url, perf_counter() - begun
        finally:
            process.terminate()


def _get(url: str, path: str) -> bytes:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request("GET", path)
    return connection.getresponse().read()


def rows() -> list[Row]:
    """Every row of this part."""
    with TemporaryDirectory() as folder:
        with _office(Path(folder)):
            pass  # the first start also makes the database
        starts = []
        for _ in range(3):
            with _office(Path(folder)) as (_, seconds):
                starts.append(seconds)
    started = median(starts)
    return [
        Row(
            "start to first answer, with data",
            in_words(started),
            "1 s",
            started,
            "≤ 1",
            started <= 1,
        )
    ]
