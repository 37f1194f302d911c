"""A class at its desks over a real database; every step that was answered is remembered.

SQLite, or with ``MOTCUA_TEST_DATABASE_URL`` a PostgreSQL server.
"""

import asyncio
import os
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from time import perf_counter

from sqlalchemy import func, select

from benchmarks.classroom import Classroom, Trainee
from benchmarks.many_callers import Caller
from benchmarks.office import BenchOffice
from benchmarks.servers import BIN, _free_port, _wait_for, get
from web.shell.database import open_engine, transaction
from web.worlds.models import WorldEventRow

PHRASES = ("greet", "ask_phone", "ask_phone_owner", "ask_email")


class AtWork:
    """``count`` trainees; ``answered`` counts what each world was told it had kept."""

    def __init__(self, rooms: ExitStack, count: int) -> None:
        self.office = BenchOffice(rooms)
        self.trainees = Classroom(self.office, count).trainees
        self.at_first = self.kept()
        self.answered: Counter[str] = Counter()
        self.failed = 0
        self.took: list[float] = []

    @property
    def environment(self) -> dict[str, str]:
        """For a ``motcua`` of this office."""
        settings = self.office.settings
        return {
            **os.environ,
            "MOTCUA_DATABASE_URL": settings.database_url,
            "MOTCUA_DATA": str(settings.data),
            "MOTCUA_SECRET_KEY": settings.secret_key,
        }

    def kept(self) -> dict[str, int]:
        """World to what was said in it, in the database."""
        return lines_in(self.office.settings.database_url)

    def lost(self, kept: dict[str, int], answered: Counter[str] | None = None) -> int:
        """Steps that were answered and are not there."""
        told = self.answered if answered is None else answered
        return sum(
            max(0, self.at_first.get(world, 0) + count - kept.get(world, 0))
            for world, count in told.items()
        )

    def doubled(self, kept: dict[str, int]) -> int:
        """Steps that are there and were never asked for; of an unanswered one nobody can say."""
        there = sum(kept.values()) - sum(self.at_first.values())
        return max(0, there - self.answered.total() - self.failed)

    async def act(self, server: str, seconds: float, think: float) -> None:
        """Everybody acts until then, whatever happens to the server."""
        until = perf_counter() + seconds
        await asyncio.gather(
            *(
                self._one(server, trainee, until, think, think * place / len(self.trainees))
                for place, trainee in enumerate(self.trainees)
            )
        )

    async def _one(
        self, server: str, trainee: Trainee, until: float, think: float, after: float
    ) -> None:
        caller, world, number = Caller(server, trainee.cookie), trainee.desk.rsplit("/", 1)[1], 0
        await asyncio.sleep(after)
        while perf_counter() < until:
            begun, number = perf_counter(), number + 1
            try:
                phrase, key = PHRASES[number % len(PHRASES)], f"{world}-{number}"
                said = {"csrf_token": trainee.token, "once": key, "cau": phrase}
                status, _ = await asyncio.wait_for(
                    caller.post(f"{trainee.desk}/noi", **said), timeout=20
                )
            except (OSError, EOFError, TimeoutError):
                caller, status = Caller(server, trainee.cookie), 0
            if status == 200:
                self.answered[world] += 1
                self.took.append(perf_counter() - begun)
            else:
                self.failed += 1
                await asyncio.sleep(0.1)
            await asyncio.sleep(max(0.01, think - (perf_counter() - begun)))


def lines_in(url: str) -> dict[str, int]:
    """World to how often something was said in it: once for each step of these clerks."""
    engine = open_engine(url)
    question = (
        select(WorldEventRow.world_id, func.count())
        .where(WorldEventRow.kind == "desk.said")
        .group_by(WorldEventRow.world_id)
    )
    with transaction(engine, writes=False) as connection:
        found: dict[str, int] = dict(connection.execute(question).tuples().all())
    engine.dispose()
    return found


@contextmanager
def served(environment: dict[str, str], port: int = 0) -> Iterator[tuple[str, int]]:
    """``motcua serve`` with all its processes; its address, and their group to be killed by."""
    port = port or _free_port()
    command = [str(BIN / "motcua"), "serve", "--port", str(port)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603  # our own command
        command, env=environment, start_new_session=True, stdout=quiet, stderr=quiet
    )
    try:
        _wait_for(port)
        get(f"http://127.0.0.1:{port}", "/livez")  # its processes are ready, too
        yield f"127.0.0.1:{port}", process.pid
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def motcua(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """A command of this office, to its end."""
    command = [str(BIN / "motcua"), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own command


def table(title: str, rows: Mapping[str, object]) -> str:
    """A small table, as docs/reliability.md has them."""
    lines = [
        f"| {title} | |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in rows.items()),
    ]
    return "\n".join(lines)
