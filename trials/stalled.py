"""``python -m trials.stalled [COUNT]``: connections that stall, and who has to wait for them.

COUNT (200) of each kind at once: heads that never end, bodies that never come, silence, answers
that nobody reads. Beside them ``/livez`` is asked and a clerk takes steps.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from socket import create_connection, socket
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks.measure import in_words
from trials.office import Clerk, office

KINDS: Mapping[str, bytes] = {
    "nobody": b"",
    "half a head": b"POST /dang-nhap HTTP/1.1\r\nHost: 127.0.0.1\r\nCook",
    "3 of 100,000 bytes": b"POST /dang-nhap HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na=b",
    "silence": b"",
    "answers unread": b"GET /dang-nhap HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
}
ROUNDS = 30


def main(count: int) -> None:
    """Print a line for each kind, the last for all of them together."""
    with office() as place:
        server = urlsplit(place.url).netloc
        clerk = place.clerk()
        clerk.sit_down()
        _measured(server, clerk)
        print(f"{'stalled':22}{'/livez, worst':>16}{'a step':>12}{'worst':>12}{'of idle':>10}")
        for name in (*KINDS, "all together"):
            kinds = list(KINDS) if name == "all together" else [name]
            many = 0 if name == "nobody" else count
            _, idle, _ = _measured(server, clerk)  # just before: others use this machine, too
            with _stalled(server, [KINDS[kind] for kind in kinds], many):
                livez, step, worst = _measured(server, clerk)
            cells = f"{in_words(livez):>16}{in_words(step):>12}{in_words(worst):>12}"
            print(f"{name:22}{cells}{step / idle:>10.1f}", flush=True)


@contextmanager
def _stalled(server: str, sent: list[bytes], count: int) -> Iterator[None]:
    lines: list[socket] = []
    host, _, port = server.partition(":")
    try:
        for text in sent:
            for _ in range(count):
                line = create_connection((host, int(port)))
                line.sendall(text)
                lines.append(line)
        yield
    finally:
        for line in lines:
            line.close()


def _measured(server: str, clerk: Clerk) -> tuple[float, float, float]:
    """The slowest answer of /livez, and the median and the worst step of a clerk, in seconds."""
    livez, steps = [], []
    for _ in range(ROUNDS):
        begun = perf_counter()
        line = HTTPConnection(server, timeout=60)
        line.request("GET", "/livez")
        line.getresponse().read()
        line.close()
        livez.append(perf_counter() - begun)
        steps.append(clerk.step())
    return max(livez), median(steps), max(steps)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
