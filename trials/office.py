"""An office to try hard things on: ``motcua`` as people start it, and a clerk who works there."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

COMMAND = [sys.executable, "-m", "motcua"]
PASSWORD = "motcua-demo-1"  # noqa: S105  # of pretend people in a folder that vanishes
SCENARIO = "tk-01-thuan-loi"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Office:
    """A running ``motcua``: its address, its folder, its process."""

    url: str
    data: Path
    process: subprocess.Popen[str]
    tester_token: str

    def clerk(self, username: str = "canbo1") -> "Clerk":
        """Somebody signed in; ``sit_down`` gives them a citizen."""
        clerk = Clerk(self.url)
        clerk.sign_in(username)
        return clerk


@dataclass
class Clerk:
    """One person's browser, without scripts. A status of 400 or more raises HTTPError."""

    url: str
    desk: str = ""
    token: str = ""
    timeout_s: float = 30
    _at: str = ""
    _opener: OpenerDirector = field(
        default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar()))
    )

    def get(self, path: str) -> str:
        """A page; its form token is remembered."""
        return self._open(path, None)

    def post(self, path: str, **fields: str) -> str:
        """Send a form and follow to the page after it, whose address is returned."""
        self._open(path, urlencode({"csrf_token": self.token, **fields}).encode())
        return self._at

    def sign_in(self, username: str) -> None:
        """At the front door."""
        self.get("/dang-nhap")
        self.post("/dang-nhap", username=username, password=PASSWORD)

    def sit_down(self, scenario: str = SCENARIO) -> None:
        """Begin a run; ``desk`` is its path."""
        self.get("/luyen-tap")
        self.desk = self.post("/luyen-tap", scenario=scenario, mode="luyen")

    def step(self, phrase: str = "greet") -> float:
        """Say something to the citizen; returns once it is kept, in seconds."""
        begun = perf_counter()
        self.post(f"{self.desk}/noi", cau=phrase)
        return perf_counter() - begun

    def _open(self, path: str, body: bytes | None) -> str:
        with self._opener.open(f"{self.url}{path}", body, self.timeout_s) as answer:
            text: str = answer.read().decode()
            self._at = urlsplit(answer.url).path
        found = _TOKEN.search(text)
        self.token = found[1] if found else self.token
        return text


@contextmanager
def office(data: Path | None = None, **environment: str) -> Iterator[Office]:
    """``motcua demo`` over ``data``, or a folder that vanishes; stopped when the block ends."""
    with TemporaryDirectory() as scratch:
        folder = data or Path(scratch)
        with demo(folder, environment) as process:
            line = process.stdout.readline() if process.stdout else ""
            told = json.loads(line)
            try:
                yield Office(told["url"], folder, process, told["tester_token"])
            finally:
                process.terminate()


def demo(data: Path, environment: dict[str, str]) -> "subprocess.Popen[str]":
    """The process alone: what it prints first is what it says of itself, as JSON."""
    arguments = ["demo", "--json", "--port", "0", "--data", str(data)]
    variables = {**os.environ, "MOTCUA_DEMO_PASSWORD": PASSWORD, "MOTCUA_TESTER_RATE": "100000"}
    return subprocess.Popen(  # noqa: S603  # our own command
        [*COMMAND, *arguments], stdout=subprocess.PIPE, text=True, env=variables | environment
    )
