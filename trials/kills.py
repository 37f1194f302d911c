"""Kill the whole office at random moments while a class acts: every answered step is there after.

python -m trials.kills [KILLS] [TRAINEES]
"""

import asyncio
import os
import random
import signal
import sys
from contextlib import ExitStack
from threading import Timer

from trials.at_work import AtWork, motcua, served, table


def main(kills: int = 20, count: int = 20) -> None:
    """So many kills, the class acting all the time."""
    chance = random.Random(14)  # noqa: S311  # seeded, no secret
    with ExitStack() as rooms:
        work = AtWork(rooms, count)
        for _ in range(kills):
            with served(work.environment) as (server, group):
                lives = chance.uniform(1, 5)
                Timer(lives, os.killpg, (group, signal.SIGKILL)).start()
                asyncio.run(work.act(server, lives + 0.1, think=0.05))
        with served(work.environment):
            pass  # opened once more, and stopped in order
        found = motcua(work.environment, "verify")
        rows = {
            "kills": kills,
            "steps answered": work.answered.total(),
            "calls without an answer": work.failed,
            "answered steps lost": work.lost(work.kept()),
            "verify": "sound" if found.returncode == 0 else found.stdout.replace("\n", " "),
        }
    print(table(f"kills, {work.office.runtime.engine.name}", rows))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
