"""A visitor without a browser: keeps cookies, follows redirects, sends the forms of a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request

from motcua.testkit.document import Document
from motcua.testkit.errors import StepRefusedError
from motcua.testkit.page_reader import PageReader
from motcua.testkit.transport import direct_opener

_BOUNDARY = "motcua-testkit-5f3c9b1e"


@dataclass(frozen=True, slots=True)
class Visited:
    """What an address answered after all redirects."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class WebVisitor:
    """One person's way through the screens."""

    def __init__(self) -> None:
        self._opener = direct_opener(HTTPCookieProcessor(CookieJar()))
        self._token = ""

    def open(self, url: str) -> Visited:
        """Open an address. Raises StepRefusedError when it is not for this visitor."""
        return self._send(Request(url))  # noqa: S310  # the tester's own simulator

    def send(
        self, url: str, fields: Mapping[str, str], upload: tuple[str, Document] | None = None
    ) -> Visited:
        """Send a form with the token of the page seen last.

        Raises:
            StepRefusedError: the answer is no success; it holds the page's own sentences.
        """
        form = {"csrf_token": self._token, **fields}
        media, data = _multipart(form, upload) if upload else _urlencoded(form)
        return self._send(Request(url, data, {"Content-Type": media}))  # noqa: S310  # as above

    def _send(self, request: Request) -> Visited:
        try:
            with self._opener.open(request, timeout=60) as response:
                return self._visited(response)
        except HTTPError as refused:
            with refused:
                visited = self._visited(refused)
            raise StepRefusedError(visited.status, PageReader(visited.text).sentences) from refused

    def _visited(self, response: Any) -> Visited:
        headers = {name.lower(): value for name, value in response.headers.items()}
        visited = Visited(response.url, response.status, headers, response.read())
        if headers.get("content-type", "").startswith("text/html"):
            self._token = PageReader(visited.text).token or self._token
        return visited


def _urlencoded(fields: Mapping[str, str]) -> tuple[str, bytes]:
    return "application/x-www-form-urlencoded", urlencode(fields).encode()


def _multipart(fields: Mapping[str, str], upload: tuple[str, Document]) -> tuple[str, bytes]:
    name, file = upload
    parts = [
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    head = (
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; '
        f'filename="{file.name}"\r\nContent-Type: {file.media}\r\n\r\n'
    )
    end = f"\r\n--{_BOUNDARY}--\r\n"
    body = b"".join([*parts, head.encode(), file.content, end.encode()])
    return f"multipart/form-data; boundary={_BOUNDARY}", body
