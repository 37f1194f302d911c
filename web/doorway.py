"""Requests come in whole before a thread is taken: whoever stalls keeps nobody else waiting.

Tornado reads heads and bodies in its event loop, each within limits of size and time; Flask gets
a request when all of it is here, in one of a few threads, and its answer goes out by the event
loop again (ADR 0019). A body beyond what Flask takes is let pass by and not kept, so that its
sender reads the page that says so.
"""

import asyncio
import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote_to_bytes

from tornado.http1connection import HTTP1Connection
from tornado.httpserver import HTTPServer
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPInputError,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.iostream import IOStream, StreamClosedError
from werkzeug.http import http_date

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 4  # more cost more than they bring (docs/scaling.md)
IDLE_S = 75  # for a head to come whole, and between two requests of a connection
LARGEST_HEAD = 32 * 1024  # bytes
_LARGEST_PASSED_BY = 64 * 1024 * 1024  # bytes of a body; beyond it the connection is closed
_BODY_S, _SLOWEST = 20, 50_000  # seconds any body may take, and bytes a second from there on
_MOST_HELD = 256 * 1024 * 1024  # bytes of unfinished bodies in this process
_LOG = logging.getLogger(__name__)


class Doorway(HTTPServer):
    """Serves ``app``, a WSGI application that takes bodies of up to ``largest_body`` bytes.

    Of more than ``most`` connections the one that has been silent the longest is closed.
    """

    def initialize(self, app: "WSGIApplication", largest_body: int, most: int) -> None:  # type: ignore[override]  # Tornado's classes are set up here
        """Take what ``Doorway(app, largest_body, most)`` was given."""
        super().initialize(
            self,
            idle_connection_timeout=IDLE_S,
            max_header_size=LARGEST_HEAD,
            max_body_size=_LARGEST_PASSED_BY,
        )
        self.app, self.largest_body, self._most = app, largest_body, most
        self.held = 0
        self._threads = ThreadPoolExecutor(THREADS)
        self._streams: dict[IOStream, None] = {}  # the one that sent something last stands last
        self._answering: set[asyncio.Task[None]] = set()

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """A new connection; makes room for it."""
        self._streams[stream] = None
        if len(self._streams) > self._most:
            next(iter(self._streams)).close()
        super().handle_stream(stream, address)

    def start_request(
        self, server_conn: object, request_conn: HTTPConnection
    ) -> HTTPMessageDelegate:
        """Tornado asks who takes the next request of a connection."""
        stream: IOStream = server_conn.stream  # type: ignore[attr-defined]  # an HTTP1ServerConnection
        if stream in self._streams:
            self._streams[stream] = self._streams.pop(stream)
        return _Arrival(self, request_conn)

    def on_close(self, server_conn: object) -> None:
        """A connection has ended."""
        self._streams.pop(server_conn.stream, None)  # type: ignore[attr-defined]  # as above
        super().on_close(server_conn)

    def answer(self, environ: dict[str, Any], connection: HTTPConnection) -> None:
        """Have Flask answer, in a thread as soon as one is free."""
        task = asyncio.ensure_future(self._answer(environ, connection))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer(self, environ: dict[str, Any], connection: HTTPConnection) -> None:
        loop = asyncio.get_running_loop()
        try:
            status, headers, body = await loop.run_in_executor(self._threads, self._ask, environ)
        except Exception:
            _LOG.exception("the application failed")
            status, headers, body = "500 Internal Server Error", HTTPHeaders(), b""
        if "Content-Length" not in headers and status[:3] not in {"204", "304"}:
            headers["Content-Length"] = str(len(body))
        headers["Date"] = http_date()
        line = ResponseStartLine("HTTP/1.1", int(status[:3]), status[4:])
        try:
            connection.write_headers(
                line, headers, chunk=body if environ["REQUEST_METHOD"] != "HEAD" else b""
            )
            connection.finish()
        except StreamClosedError:
            pass  # whoever asked has gone

    def _ask(self, environ: dict[str, Any]) -> tuple[str, HTTPHeaders, bytes]:
        told: list[tuple[str, HTTPHeaders]] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> Any:
            found = HTTPHeaders()
            for name, value in headers:
                found.add(name, value)
            told[:] = [(status, found)]
            return None

        chunks = self.app(environ, start_response)
        try:
            body = b"".join(chunks)
        finally:
            getattr(chunks, "close", lambda: None)()
        return (*told[0], body)

    async def finish(self, within_s: float) -> None:
        """Take no more connections, answer what has come, then close them all."""
        self.stop()
        if self._answering:
            await asyncio.wait(self._answering, timeout=within_s)
        await asyncio.sleep(0)
        await self.close_all_connections()
        self._threads.shutdown(wait=False, cancel_futures=True)


class _Arrival(HTTPMessageDelegate):
    """One request on its way in."""

    def __init__(self, door: Doorway, connection: HTTPConnection) -> None:
        self._door, self._connection = door, connection
        self._body = bytearray()
        self._too_large = False

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> None:
        """The head is here. Raises HTTPInputError when it is ambiguous."""
        self._line, self._headers = cast(RequestStartLine, start_line), headers
        if "," in headers.get("Host", "") or ("Host" not in headers and _is_new(self._line)):
            raise HTTPInputError("not exactly one host")
        announced = headers.get("Content-Length", "")
        length = int(announced) if announced.isascii() and announced.isdigit() else 0
        self._too_large = length > self._door.largest_body
        if isinstance(self._connection, HTTP1Connection):
            self._connection.set_body_timeout(_BODY_S + length / _SLOWEST)

    def data_received(self, chunk: bytes) -> None:
        """More of the body. Raises HTTPInputError when this process holds too much already."""
        if self._too_large or len(self._body) > self._door.largest_body:
            return
        if self._door.held > _MOST_HELD:
            raise HTTPInputError("too many bodies at once")
        self._door.held += len(chunk)
        self._body += chunk

    def finish(self) -> None:
        """All of it is here."""
        self._door.held -= len(self._body)
        environ = _environ(self._line, self._headers, bytes(self._body), self._connection)
        self._door.answer(environ, self._connection)

    def on_connection_close(self) -> None:
        """It will never be."""
        self._door.held -= len(self._body)
        self._body = bytearray()


def _is_new(line: RequestStartLine) -> bool:
    return line.version != "HTTP/1.0"


def _environ(
    line: RequestStartLine, headers: HTTPHeaders, body: bytes, connection: HTTPConnection
) -> dict[str, Any]:
    """As PEP 3333 wants it.

    A name with an underscore is left out: it would pass for the one with a hyphen.
    """
    path, _, query = line.path.partition("?")
    if not path.startswith("/"):  # the whole address, as for a proxy
        path = "/" + path.partition("://")[2].partition("/")[2]
    address = connection.context  # type: ignore[attr-defined]  # an HTTP1Connection
    environ = {
        "REQUEST_METHOD": line.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path.encode("latin-1")).decode("latin-1"),
        "QUERY_STRING": query,
        "REMOTE_ADDR": address.remote_ip,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "0",
        "SERVER_PROTOCOL": line.version,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in headers.items():
        if "_" not in name:
            environ["HTTP_" + name.replace("-", "_").upper()] = value
    for name in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        if f"HTTP_{name}" in environ:
            environ[name] = environ.pop(f"HTTP_{name}")
    if environ.pop("HTTP_TRANSFER_ENCODING", None):
        environ["CONTENT_LENGTH"] = str(len(body))
    return environ
