"""Many people at once, from one thread: each keeps a connection open and waits between calls."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import urlencode


@dataclass
class Caller:
    """One person's browser: ``cookie`` with every call; ``took`` are the seconds of each answer."""

    server: str
    cookie: str = ""
    took: list[float] = field(default_factory=list)
    _ways: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> tuple[int, bytes]:
        """Read a page."""
        return await self._ask("GET", path, "")

    async def post(self, path: str, **fields: str) -> tuple[int, bytes]:
        """Send a form."""
        return await self._ask("POST", path, urlencode(fields))

    async def _ask(self, method: str, path: str, body: str) -> tuple[int, bytes]:
        begun = perf_counter()
        if self._ways is None or self._ways[0].at_eof():
            host, _, port = self.server.partition(":")
            self._ways = await asyncio.open_connection(host, int(port))
        reader, writer = self._ways
        writer.write(self._request(method, path, body))
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = head.partition("content-length: ")[2].partition("\r\n")[0]
        content = await reader.readexactly(int(length or 0))
        if "connection: close" in head:
            self._ways = None
        self.took.append(perf_counter() - begun)
        return int(head.split()[1]), content

    def _request(self, method: str, path: str, body: str) -> bytes:
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {self.server}",
            f"Cookie: {self.cookie}",
            "HX-Request: true",
            "Accept-Encoding: gzip",
        ]
        if method == "POST":
            lines += ["Content-Type: application/x-www-form-urlencoded"]
            lines += [f"Content-Length: {len(body)}"]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def share(values: Sequence[float], part: float) -> float:
    """The value that ``part`` of all stay below (0.95: p95)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
