"""Fill the disk under an office at work, and make room again.

    python -m trials.disk_full

Needs Linux and an administrator: the office lies on a small disk in memory.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from trials.at_work import AtWork, motcua, served, table

SIZE_MB, TRAINEES, SECONDS = 48, 20, 6.0


def main() -> None:
    """Work, fill, work in vain, make room, work."""
    if sys.platform != "linux" or os.geteuid() != 0:
        print("skipped: only an administrator may mount a small disk")
        return
    with _small_disk() as disk, ExitStack() as rooms:
        work = AtWork(rooms, TRAINEES)
        filler = disk / "filler"
        with served(work.environment) as (server, _):
            rows: dict[str, object] = {}
            for name in ("before", "full", "with room again"):
                if name == "full":
                    _fill(filler)
                filler.unlink(missing_ok=True) if name == "with room again" else None
                answered, work.failed = work.answered.total(), 0
                asyncio.run(work.act(server, SECONDS, think=0.2))
                rows[f"steps answered, {name}"] = work.answered.total() - answered
                rows[f"calls refused, {name}"] = work.failed
                rows[f"/readyz, {name}"] = _status(server, "/readyz")
        found = motcua(work.environment, "verify")
        rows["answered steps lost"] = work.lost(work.kept())
        rows["verify"] = "sound" if found.returncode == 0 else found.stdout.replace("\n", " ")
    print(table("disk full, sqlite", rows))


@contextmanager
def _small_disk() -> Iterator[Path]:
    folder = tempfile.mkdtemp()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m", "tmpfs", folder], check=True)  # noqa: S603, S607  # fixed words
    tempfile.tempdir = folder
    try:
        yield Path(folder)
    finally:
        tempfile.tempdir = None
        subprocess.run(["umount", "-l", folder], check=True)  # noqa: S603, S607  # fixed words
        Path(folder).rmdir()


def _fill(filler: Path) -> None:
    try:
        with filler.open("wb", buffering=0) as file:
            while file.write(b"\0" * 4096):
                pass
    except OSError:
        return


def _status(server: str, path: str) -> int:
    try:
        with urlopen(f"http://{server}{path}") as answer:  # our own address
            return int(answer.status)
    except HTTPError as refused:
        return refused.code


if __name__ == "__main__":
    main()
