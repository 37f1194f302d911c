"""``python -m benchmarks.beside REVISION``: pages of another commit and of this one, in one run.

Each commit runs in a process of its own, from its own checkout, with this environment's libraries.
They measure in turn, so whatever else the machine does falls on both alike.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 15

# Runs in either checkout: what it imports stands in both. Answers each line it is sent with one
# round: seconds of the processor a call, by page.
_MEASURE = """
import json, sys
from contextlib import ExitStack
from time import process_time
from benchmarks.measure import seconds
from benchmarks.office import BenchOffice, asks, hello

with ExitStack() as rooms:
    office = BenchOffice(rooms)
    office.clerk.up_to_code()
    pages = {"hello": asks(hello(), "/")}
    for name, path in {
        "form": office.clerk.form,
        "list": f"{office.clerk.portal}/tai-khoan",
        "home": "/",
    }.items():
        pages[name] = asks(office.app, path, office.cookies)
    for page in pages.values():
        page()
    for _ in sys.stdin:
        print(json.dumps({name: seconds(page, 40, process_time) for name, page in pages.items()}))
        sys.stdout.flush()
"""


class Checkout:
    """One commit's office, waiting to be told to measure."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # our own checkouts
            [sys.executable, "-c", _MEASURE],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def round(self) -> dict[str, float]:
        """Seconds a call of each page."""
        if self._process.stdin is None or self._process.stdout is None:
            raise TypeError("started with pipes")
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        measured: dict[str, float] = json.loads(self._process.stdout.readline())
        return measured

    def close(self) -> None:
        """Let it end."""
        self._process.communicate()


@contextmanager
def checkout(revision: str) -> Iterator[Path]:
    """A work tree of that commit, for as long as it is measured."""
    with TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(tree), revision], check=True)  # noqa: S603  # git, with a revision of ours
        try:
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)  # noqa: S603  # git, as above


def main(revision: str) -> None:
    """Print a line for each page: in milliseconds, in bare hellos, and one beside the other."""
    with checkout(revision) as tree:
        before, now = Checkout(tree), Checkout(ROOT)
        pairs = [(before.round(), now.round()) for _ in range(ROUNDS)]
        before.close()
        now.close()
    print("page      before, ms   now, ms   before/hello   now/hello   now/before")
    for page in pairs[0][0]:
        old, new = (median(pair[side][page] for pair in pairs) * 1e3 for side in (0, 1))
        hellos = [
            median(pair[side][page] / pair[side]["hello"] for pair in pairs) for side in (0, 1)
        ]
        ratio = median(second[page] / first[page] for first, second in pairs)
        print(f"{page:8}{old:12.3f}{new:10.3f}{hellos[0]:15.1f}{hellos[1]:12.1f}{ratio:13.2f}")


if __name__ == "__main__":
    main(sys.argv[1])
