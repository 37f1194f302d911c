"""One simulator for all processes of a test run: the first starts it, the last one ends it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from motcua.testkit.errors import UnreachableError
from motcua.testkit.file_lock import locked

Office = dict[str, Any]  # as `motcua demo --json` tells it: url, tester_token, accounts; and pid


class SharedOffice:
    """The office kept in ``folder``, which all processes of the run must name alike."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.data = folder / "office"
        self._lock = folder / "lock"
        self._state = folder / "office.json"

    def enter(self) -> Office:
        """Where the office answers; starts it when nobody has.

        Raises:
            UnreachableError: it would not start; the message ends with its own words.
        """
        with locked(self._lock):
            office = self._read() or {**_start(self.data), "users": 0}
            return self._write({**office, "users": office["users"] + 1})

    def leave(self) -> None:
        """Say that this process is done; the last one closes the office."""
        with locked(self._lock):
            office = self._write({**self._read(), "users": self._read()["users"] - 1})
            if not office["users"]:
                os.kill(office["pid"], signal.SIGTERM)
                self._state.unlink()

    def _read(self) -> Office:
        if not self._state.exists():
            return {}
        office: Office = json.loads(self._state.read_text("utf-8"))
        return office

    def _write(self, office: Office) -> Office:
        self._state.write_text(json.dumps(office), "utf-8")
        return office


def _start(data: Path) -> Office:
    command = [sys.executable, "-m", "motcua.testkit.launcher", str(data)]
    run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # our own command
    if run.returncode:
        words = run.stderr.decode("utf-8", "replace")[-2000:]
        raise UnreachableError(f"The simulator does not start. Its own words: {words}")
    office: Office = json.loads(run.stdout)
    return office
