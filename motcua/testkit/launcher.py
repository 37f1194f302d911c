"""Starts ``motcua demo`` so that it outlives this process, and says where it answers.

Usage: ``python -m motcua.testkit.launcher DATA_FOLDER``. One JSON line comes out: that of
``motcua demo --json`` with the server's process id, ``pid``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

_LIMITS = {"MOTCUA_TESTER_RATE": "10000", "MOTCUA_TESTER_WORLDS": "100000"}


def launch(data: Path) -> int:
    """Start the office on a free port; returns this command's exit code."""
    data.mkdir(parents=True, exist_ok=True)
    arguments = [sys.executable, "-m", "motcua", "demo", "--json", "--port", "0"]
    with (data / "server.log").open("wb") as log:
        office = subprocess.Popen(  # noqa: S603  # our own command
            [*arguments, "--data", str(data)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            env=_environment(),
            start_new_session=True,
        )
    line = office.stdout.readline() if office.stdout else b""
    if not line:
        sys.stderr.write((data / "server.log").read_text("utf-8", "replace"))
        return 1
    sys.stdout.write(json.dumps({**json.loads(line), "pid": office.pid}) + "\n")
    return 0


def _environment() -> dict[str, str]:
    """The tester's own, without settings that were meant for another office."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("MOTCUA_")
    }
    return inherited | _LIMITS


if __name__ == "__main__":
    sys.exit(launch(Path(sys.argv[1])))
