"""``python -m trials.full_disk``: an office on a small disk that fills up and is cleared again.

Needs Linux and the right to mount; the disk is 64 MB of memory.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import urlopen

from trials.office import COMMAND, Clerk, office

STEPS = 20
AT_ONCE = 200_000  # bytes


def main() -> None:
    """Print what a clerk and a watchman see before, during and after."""
    with _small_disk() as disk:
        with office(disk / "data") as place:
            clerk = place.clerk()
            clerk.sit_down()
            print(f"{'the disk':26}{'steps kept':>12}{'refused':>10}  /readyz")
            _tell("has room", clerk, place.url)
            _fill(disk / "filler", leave=6_000_000)
            _tell("6 MB left", clerk, place.url)
            _fill(disk / "filler", leave=0)
            _tell("full", clerk, place.url)
            (disk / "filler").unlink()
            _tell("cleared", clerk, place.url)
        verify = [*COMMAND, "verify", "--data", str(disk / "data")]
        found = subprocess.run(verify, check=False, capture_output=True, text=True)  # noqa: S603  # our own command
        print(f"verify afterwards: exit code {found.returncode}")


@contextmanager
def _small_disk() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder], check=True)  # noqa: S603, S607  # a folder of ours
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)  # noqa: S603, S607  # the same


def _fill(filler: Path, leave: int) -> None:
    with filler.open("ab") as file:
        try:
            while _free(filler) > leave:
                file.write(bytes(AT_ONCE))
                file.flush()
        except OSError:  # full
            return


def _free(beside: Path) -> int:
    return disk_usage(beside.parent).free


def _tell(name: str, clerk: Clerk, url: str) -> None:
    kept = sum(_is_kept(clerk) for _ in range(STEPS))
    print(f"{name:26}{kept:>12}{STEPS - kept:>10}  {_ready(url)}", flush=True)


def _is_kept(clerk: Clerk) -> bool:
    try:
        clerk.step()
    except HTTPError as refused:
        if refused.code == 503:
            return False
        raise
    return True


def _ready(url: str) -> str:
    try:
        with urlopen(f"{url}/readyz") as answer:  # noqa: S310  # our own address
            return f"{answer.status}"
    except HTTPError as refused:
        return f"{refused.code} {json.load(refused)['reason']}"


if __name__ == "__main__":
    main()
