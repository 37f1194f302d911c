"""Before a thread is taken: what stalls, is ambiguous or too large keeps nobody else waiting."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest

from web import doorway
from web.doorway import THREADS, Doorway

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

LARGEST = 1000
BEGUN, MAY_END = Event(), Event()
POST = b"POST / HTTP/1.1\r\nHost: a.test\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
GET = b"GET / HTTP/1.1\r\nHost: a.test\r\n"
Talk = Callable[[bytes], socket.socket]
Stop = Callable[[], "Future[None]"]


def _tells_what_it_got(environ: dict[str, Any], start: "StartResponse") -> list[bytes]:
    """Status 413 as Flask would, else the method, the header X-Forwarded-For and the body."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if environ["PATH_INFO"] == "/broken":
        raise ValueError
    if environ["PATH_INFO"] == "/slow":
        BEGUN.set()
        MAY_END.wait(30)
    start(
        "413 Too Large" if length > LARGEST else "200 OK",
        [("Set-Cookie", "a"), ("Set-Cookie", "b")],
    )
    said = (environ["REQUEST_METHOD"], environ.get("HTTP_X_FORWARDED_FOR", "-"), f"{length}")
    return [f"{' '.join(said)} ".encode(), environ["wsgi.input"].read()]


@pytest.fixture
def served() -> Iterator[tuple[Talk, Stop]]:
    """``talk(b"GET …")``: a connection on which that was sent; ``stop()``: begin to stop."""
    loop = asyncio.new_event_loop()
    with ExitStack() as rooms:
        listener = rooms.enter_context(socket.create_server(("127.0.0.1", 0), backlog=200))
        address = listener.getsockname()

        async def serve() -> Doorway:
            door = Doorway(_tells_what_it_got, LARGEST, 40)
            listener.setblocking(False)
            door.add_socket(listener)
            return door

        thread = Thread(target=loop.run_forever)
        thread.start()
        door = asyncio.run_coroutine_threadsafe(serve(), loop).result(30)

        def say(text: bytes) -> socket.socket:
            line = rooms.enter_context(socket.create_connection(address, timeout=30))
            line.sendall(text)
            return line

        def stop() -> "Future[None]":
            return asyncio.run_coroutine_threadsafe(door.finish(30), loop)

        yield say, stop
        stop().result(60)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(30)
        loop.close()


@pytest.fixture
def talk(served: tuple[Talk, Stop]) -> Talk:
    return served[0]


def _answer(line: socket.socket, until: bytes = b"") -> str:
    """All that comes until the other side closes, or until ``until`` has come."""
    text = b""
    while (part := line.recv(65536)) and not (until and until in text + part):
        text += part
    return (text + part).decode()


def _closing(request: bytes) -> bytes:
    return request.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)


@pytest.mark.parametrize(
    "stalled", [b"", b"GET / HTTP/1.1\r\nHo", POST + b"Content-Length: 900\r\n\r\nabc"]
)
def test_whoever_stalls_keeps_nobody_waiting(talk: Talk, stalled: bytes) -> None:
    for _ in range(3 * THREADS):
        talk(stalled)
    assert "200 OK" in _answer(talk(_closing(GET) + b"\r\n"))


def test_the_connection_silent_the_longest_makes_room_for_new_ones(talk: Talk) -> None:
    silent = [talk(b"") for _ in range(41)]
    assert "200 OK" in _answer(talk(_closing(GET) + b"\r\n"))
    assert silent[0].recv(1) == b""


@pytest.mark.parametrize(
    ("limit", "stalled"),
    [
        ("IDLE_S", b"GET / HTTP/1.1\r\nHo"),
        ("_BODY_S", POST + b"Content-Length: 900\r\n\r\nabc"),
    ],
)
def test_a_head_and_a_body_have_their_time(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, limit: str, stalled: bytes
) -> None:
    monkeypatch.setattr(doorway, limit, 0.01)
    talk: Talk = request.getfixturevalue("talk")
    assert _answer(talk(stalled)) == ""


@pytest.mark.parametrize(
    "ambiguous",
    [
        POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        POST + b"Content-Length: +3\r\n\r\nabc",
        POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        POST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        GET + b"Host: b.test\r\n\r\n",
        GET + b" folded: line\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n",
    ],
)
def test_what_two_servers_could_read_differently_is_not_read(talk: Talk, ambiguous: bytes) -> None:
    answer = _answer(talk(ambiguous + GET + b"\r\n"))
    assert answer.startswith("HTTP/1.1 400")
    assert answer.count("HTTP/1.1") == 1


def test_a_head_without_end_is_cut_off(talk: Talk) -> None:
    line = talk(GET)
    with pytest.raises(ConnectionError):
        _send_headers(line, 100_000)


def _send_headers(line: socket.socket, count: int) -> None:
    for _ in range(count):
        line.sendall(b"X: " + b"x" * 1000 + b"\r\n")


def test_a_header_with_an_underscore_does_not_pass_for_the_real_one(talk: Talk) -> None:
    answer = _answer(talk(_closing(GET) + b"X_Forwarded_For: 192.0.2.1\r\n\r\n"))
    assert "GET - 0" in answer


def test_a_body_in_pieces_arrives_whole(talk: Talk) -> None:
    line = talk(CHUNKED + b"3\r\nabc\r\n")
    line.sendall(b"2\r\nde\r\n0\r\n\r\n")
    assert "POST - 5 abcde" in _answer(line, until=b"abcde")


@pytest.mark.parametrize("head", [POST + b"Content-Length: 5000\r\n\r\n", CHUNKED + b"1388\r\n"])
def test_whoever_sends_too_much_reads_the_answer(talk: Talk, head: bytes) -> None:
    end = b"\r\n0\r\n\r\n" if b"chunked" in head else b""
    line = talk(head + b"x" * 5000 + end)
    assert "413" in _answer(line, until=b"POST")


def test_one_connection_asks_again_and_a_head_has_no_body(talk: Talk) -> None:
    answer = _answer(talk(GET + b"\r\n" + _closing(GET.replace(b"GET", b"HEAD")) + b"\r\n"))
    assert answer.count("HTTP/1.1 200 OK") == 2
    assert answer.count("Set-Cookie: a\r\nSet-Cookie: b") == 2
    assert "GET - 0" in answer
    assert "HEAD - 0" not in answer


def test_whoever_asks_before_sending_is_told_to_go_on(talk: Talk) -> None:
    line = talk(POST + b"Expect: 100-continue\r\nContent-Length: 3\r\n\r\n")
    assert "HTTP/1.1 100" in _answer(line, until=b"\r\n\r\n")
    line.sendall(b"abc")
    assert "POST - 3 abc" in _answer(line, until=b"abc")


def test_a_failing_application_is_answered_for(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    assert "500" in _answer(talk(_closing(GET.replace(b"/ ", b"/broken ", 1)) + b"\r\n"))
    assert "the application failed" in caplog.text


def test_a_stop_waits_for_what_was_asked(served: tuple[Talk, Stop]) -> None:
    talk, stop = served
    line = talk(GET.replace(b"/ ", b"/slow ", 1) + b"\r\n")
    assert BEGUN.wait(30)
    stopping = stop()
    MAY_END.set()
    assert "GET - 0" in _answer(line)
    assert stopping.result(60) is None
