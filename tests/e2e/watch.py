"""Nobody looks at the console during a story, so this does."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# Chromium notes each page with such a status; here it is the answer the story is about.
_ANSWER = re.compile(r"the server responded with a status of 4\d\d")
# A page left while it was still loading, and a link that turned out to be a file.
_LEFT = "net::ERR_ABORTED"


class Watch:
    """Collects what went wrong in a browser without anybody seeing it."""

    def __init__(self) -> None:
        self._seen: list[str] = []
        self._forgiven: list[str] = []

    def forgive(self, words: str) -> None:
        """This complaint belongs to the story."""
        self._forgiven.append(words)

    def forgive_silence(self) -> None:
        """Nobody answers for a while; how often a page asks meanwhile is the machine's affair."""
        self._forgiven += ["net::ERR_", "Failed to fetch"]

    @property
    def complaints(self) -> list[str]:
        """All that was seen and is not forgiven."""
        return [each for each in self._seen if not any(words in each for words in self._forgiven)]

    def over(self, context: BrowserContext) -> None:
        """Listen to every page of that context, blocked scripts and styles included."""
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not _ANSWER.search(message.text):
            self._seen.append(f"{message.type}: {message.text}")

    def _error(self, error: WebError) -> None:
        self._seen.append(f"script: {error.error}")

    def _failed(self, request: Request) -> None:
        if request.failure != _LEFT:
            self._seen.append(f"{request.failure}: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self._seen.append(f"{response.status}: {response.url}")
