"""The demo office of the stories, started as people start it, by its command."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

PASSWORD = "motcua-demo-1"


class Office:
    """``motcua demo`` over one data folder; closing and opening it again loses nothing."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.url = ""
        self._server: subprocess.Popen[str] | None = None

    def open(self) -> None:
        """Start it, on the port it had before; comes back when it answers."""
        motcua = Path(sys.executable).with_name("motcua")
        port = str(urlsplit(self.url).port or 0)
        self._server = subprocess.Popen(
            [motcua, "demo", "--json", "--data", self.data, "--port", port],
            env={**os.environ, "MOTCUA_DEMO_PASSWORD": PASSWORD},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._server.stdout
        self.url = json.loads(self._server.stdout.readline())["url"]

    def close(self) -> None:
        """Ctrl+C."""
        assert self._server
        assert self._server.stdout
        self._server.send_signal(signal.SIGINT)
        self._server.wait()
        self._server.stdout.close()
