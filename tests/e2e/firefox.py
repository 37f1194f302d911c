"""Firefox as it comes from Debian, driven over WebDriver BiDi, which it speaks by itself."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

INSTALLED = ("firefox-esr", "firefox")
_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_PATIENCE_S = 60
_LOADED = "browsingContext.load"


class Firefox:
    """One tab. Every call comes back when Firefox has done what was asked."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._numbers, self._loaded = socket, count(1), 0
        self._call("session.new", capabilities={})
        self._call("session.subscribe", events=[_LOADED])
        self._tab = self._call("browsingContext.create", type="tab")["context"]

    def open(self, address: str) -> None:
        try:
            self._in_tab("browsingContext.navigate", url=address, wait="complete")
        except BrokenPipeError:  # another page was still coming
            self._in_tab("browsingContext.navigate", url=address, wait="complete")

    def reload(self) -> None:
        self._in_tab("browsingContext.reload", wait="complete")

    def back(self) -> None:
        self._until_loaded(lambda: self._in_tab("browsingContext.traverseHistory", delta=-1))

    def type(self, field: str, text: str) -> None:
        """Into the field of that id, key by key."""
        self.run(f"document.getElementById('{field}').focus()")
        keys = [{"type": kind, "value": each} for each in text for kind in ("keyDown", "keyUp")]
        self._in_tab("input.performActions", actions=[{"type": "key", "id": "k", "actions": keys}])

    def value(self, field: str) -> str:
        """What stands in the field of that id."""
        return str(self.run(f"document.getElementById('{field}').value"))

    def press(self, button: str) -> None:
        """The first button with these words; the page that answers stands there afterwards."""
        buttons = "[...document.querySelectorAll('main button')]"
        pressed = f"{buttons}.find((each) => each.textContent === '{button}').click()"
        self._until_loaded(lambda: self.run(pressed))

    def _until_loaded(self, act: Callable[[], object]) -> None:
        """The page that is there goes, and the next one stands there whole."""
        self.run("window.isOld = true")
        act()
        while True:
            loaded = self._loaded
            if self.run("!window.isOld && document.readyState === 'complete'"):
                return
            while self._loaded == loaded:
                self._receive()

    def run(self, expression: str) -> Any:
        """What the page says to that."""
        target = {"context": self._tab}
        answer = self._call(
            "script.evaluate", expression=expression, target=target, awaitPromise=True
        )
        assert answer["type"] == "success", answer
        return answer["result"].get("value")

    def _in_tab(self, method: str, **parameters: object) -> None:
        self._call(method, context=self._tab, **parameters)

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (answer := self._receive()).get("id") != number:
            pass
        if answer["type"] == "error":
            raise BrokenPipeError(answer["message"])
        result: dict[str, Any] = answer["result"]
        return result

    def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv(timeout=_PATIENCE_S))
        self._loaded += message.get("method") == _LOADED
        return message


def executable() -> str | None:
    """The path of the first Firefox that is installed, None when none is."""
    return next(filter(None, map(shutil.which, INSTALLED)), None)


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox without a window and with a profile of its own."""
    command = [
        executable() or "firefox",
        "--headless",
        "--remote-debugging-port=0",
        "--profile",
        str(profile),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        found = next(filter(None, map(_LISTENS.search, process.stderr)))
        try:
            with connect(f"{found[1]}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.kill()
