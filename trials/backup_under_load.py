"""Save an office while a class acts; restore it elsewhere: every step answered before is in it.

python -m trials.backup_under_load [TRAINEES]
"""

import asyncio
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.many_callers import share
from trials.at_work import AtWork, lines_in, motcua, served, table

THINK_S, BEFORE_S, DURING_S = 3.0, 12.0, 15.0


def main(count: int = 500) -> None:
    """One backup in the middle."""
    with ExitStack() as rooms:
        folder = Path(rooms.enter_context(TemporaryDirectory()))
        work = AtWork(rooms, count)
        with served(work.environment) as (server, _):
            asyncio.run(work.act(server, BEFORE_S, THINK_S))
            usual, work.took = work.took[count:], []  # at first all is cold
            file = folder / "office.motcua"
            answered, seconds = asyncio.run(_meanwhile(work, server, file))
        new = work.environment | {"MOTCUA_DATA": str(folder / "new")}
        new["MOTCUA_DATABASE_URL"] = f"sqlite:///{folder}/new.sqlite3"
        begun = perf_counter()
        restored = motcua(new, "restore", str(file))
        took = perf_counter() - begun
        found = motcua(new, "verify")
        rows = {
            "people acting": count,
            "backup took": f"{seconds:.1f} s",
            "steps answered before it began": answered.total(),
            "of those not in it": work.lost(lines_in(new["MOTCUA_DATABASE_URL"]), answered),
            "calls without an answer": work.failed,
            "step, median / p95 before": _words(usual),
            "step, median / p95 during": _words(work.took),
            "slowest step during": f"{max(work.took):.2f} s",
            "restored into SQLite": f"{took:.1f} s" if not restored.returncode else restored.stderr,
            "verify": "sound" if found.returncode == 0 else found.stdout.replace("\n", " "),
        }
    print(table(f"backup under load, {work.office.runtime.engine.name}", rows))


async def _meanwhile(work: AtWork, server: str, file: Path) -> tuple[Counter[str], float]:
    acting = asyncio.create_task(work.act(server, DURING_S, THINK_S))
    await asyncio.sleep(DURING_S / 4)
    answered, begun = Counter(work.answered), perf_counter()
    done = await asyncio.to_thread(motcua, work.environment, "backup", str(file))
    seconds = perf_counter() - begun
    if done.returncode:
        raise RuntimeError(done.stderr)
    await acting
    return answered, seconds


def _words(took: list[float]) -> str:
    return f"{median(took):.3f} / {share(took, 0.95):.3f} s"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
