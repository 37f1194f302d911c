"""Goals 1 and 6 on real servers: start to first answer, and pages a second under load."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.measure import Row, in_words
from benchmarks.office import BenchOffice
from benchmarks.servers import BIN, demo_office, get, serving

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
    begun = perf_counter()
    with demo_office(data) as office:
        get(office["url"], "/livez")
        return perf_counter() - begun


def _load() -> list[Row]:
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        office.clerk.up_to_code()
        ours = rooms.enter_context(serving([str(BIN / "motcua"), "serve"], _environment(office)))
        bare = rooms.enter_context(serving(_bare("hello"), os.environ))
        form = f"http://{ours}{office.clerk.form}"
        _per_second(form, office.cookies)  # the first pages compile templates and draw 5,000 people
        pairs = [
            (_per_second(form, office.cookies), _per_second(f"http://{bare}/", ""))
            for _ in range(ROUNDS)
        ]
    mine, hello = median(a for a, _ in pairs), median(b for _, b in pairs)
    ratio = median(a / b for a, b in pairs)
    ctfd = ratio / CTFD_OF_HELLO
    words = f"{mine:.0f}/s", f"{hello:.0f}/s"
    return [
        Row("form page / bare hello, both served", *words, ratio, "≥ 0.3", ratio >= 0.3),
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


def _bare(name: str) -> list[str]:
    return [sys.executable, "-m", "benchmarks.bare", name]


def _per_second(url: str, cookies: str) -> float:
    load = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Cookie: {cookies}", url]
    told = subprocess.run(load, capture_output=True, text=True, check=True).stdout  # noqa: S603  # fixed program, own address
    found = re.search(r"Requests/sec:\s+([0-9.]+)", told)
    if found is None or "Non-2xx" in told:
        raise RuntimeError(told)
    return float(found[1])
