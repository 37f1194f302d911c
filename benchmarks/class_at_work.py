"""Goals 4 and 5: a class acting every three seconds under a live board, and all signing in at once.

``python -m benchmarks.class_at_work 500`` measures a class of 500; ``class`` among the parts of
``python -m benchmarks`` one of 50.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import ExitStack
from statistics import median
from time import perf_counter, process_time

from benchmarks.classroom import PASSWORD, Classroom, Trainee
from benchmarks.many_callers import Caller, share
from benchmarks.measure import Row, in_turn, in_words, seconds, table
from benchmarks.office import BenchOffice, asks, browser_of, hello
from benchmarks.processor import cpu_of
from benchmarks.served import _environment
from benchmarks.servers import BIN, serving

SMALL, ROWS_OF_THE_GOAL = 50, 200
THINK_S, POLL_S, LASTS_S = 3.0, 2.0, 24.0
AT_ONCE = 200
PHRASES = ("greet", "ask_phone", "ask_phone_owner", "ask_email")
Turn = Callable[[Caller, int], Awaitable[object]]


def rows(count: int = SMALL) -> list[Row]:
    """Every row of this part."""
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        room = Classroom(office, ROWS_OF_THE_GOAL)
        found = _cost_of_a_poll(room)
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        room = Classroom(office, count, others=AT_ONCE)
        ours = rooms.enter_context(serving([str(BIN / "motcua"), "serve"], _environment(office)))
        bare = rooms.enter_context(
            serving([sys.executable, "-m", "benchmarks.bare", "post"], os.environ)
        )
        return [*found, *_at_work(room, ours, bare), *_at_the_door(room, ours)]


def _cost_of_a_poll(room: Classroom) -> list[Row]:
    """In this process, beside a bare hello: nothing new, and everybody moved."""
    app, cookies = room.office.app, room.trainer.cookie
    board = f"{room.training_class.page}/_/bang"
    tag = asks(app, board, cookies)().decode().split('data-tag="')[1].split('"')[0]
    unchanged = asks(app, f"{board}?co={tag}", cookies, status="204")
    changed = asks(app, board, cookies)
    bare = asks(hello(), "/")
    words = f"board of {ROWS_OF_THE_GOAL}"
    found = [
        _cost(f"{words}, unchanged / bare hello", in_turn(unchanged, bare, times=20), 1.5),
        _cost(f"{words}, sent anew / bare hello", in_turn(changed, bare, times=20), 3),
    ]
    moved = [_after_everybody_moved(room, changed, number) for number in range(5)]
    return [*found, _cost(f"{words}, all moved / bare hello", _beside(median(moved), bare), 3)]


def _after_everybody_moved(room: Classroom, poll: Callable[[], object], number: int) -> float:
    """Processor seconds of the first poll after each has said something new."""
    room.everybody_says(PHRASES[number % len(PHRASES)])
    return seconds(poll, 1, process_time)


def _beside(measured: float, bare: Callable[[], object]) -> tuple[float, float, float]:
    other = seconds(bare, 200, process_time)
    return measured, other, measured / other


def _cost(name: str, measured: tuple[float, float, float], most: float) -> Row:
    one, other, ratio = measured
    return Row(name, in_words(one), in_words(other), ratio, f"≤ {most}", ratio <= most)


def _at_work(room: Classroom, ours: str, bare: str) -> list[Row]:
    alone = asyncio.run(_work(ours, room.trainees[:1], _say, think=0.2, lasts=6))
    idle = median(alone.steps)
    busy = asyncio.run(
        _work(ours, room.trainees, _say, board=(room.trainer, room.training_class.board))
    )
    same = asyncio.run(_work(bare, room.trainees, _bare_turn))
    step, poll, page = (share(each, 0.95) for each in (busy.steps, busy.polls, same.steps))
    many = f"{len(room.trainees)} trainees"
    slower = step / page
    used = in_percent(busy.cpu_s), in_percent(same.cpu_s)
    return [
        _cost(f"{many}: p95 of a step / idle median", (step, idle, step / idle), 5),
        Row(f"{many}: p95 of a step / of a bare page", in_words(step), in_words(page), slower),
        _at_most(f"{many}: p95 of the board", poll, POLL_S),
        Row(f"{many}: server CPU / bare page's", *used, busy.cpu_s / max(same.cpu_s, 0.001)),
    ]


def in_percent(cpu_s: float) -> str:
    """Seconds of processor time as a share of one core over the measurement."""
    return f"{100 * cpu_s / LASTS_S:.0f} % of a core"


class Work:
    """What a load run has measured."""

    def __init__(self, steps: Sequence[float], polls: Sequence[float], cpu_s: float) -> None:
        self.steps, self.polls, self.cpu_s = steps, polls, cpu_s


async def _work(
    server: str,
    trainees: Sequence[Trainee],
    turn: Callable[[Trainee], Turn],
    board: tuple[Trainee, str] | None = None,
    think: float = THINK_S,
    lasts: float = LASTS_S,
) -> Work:
    callers = [Caller(server, each.cookie) for each in trainees]
    used = cpu_of(server)
    tasks = [
        _again_and_again(caller, turn(each), think, lasts, think * place / len(callers))
        for place, (caller, each) in enumerate(zip(callers, trainees, strict=True))
    ]
    watcher = Caller(server, board[0].cookie if board else "")
    if board:
        tasks.append(_again_and_again(watcher, _poll(board[1]), POLL_S, lasts, 0))
    await asyncio.gather(*tasks)
    steps = [seconds for caller in callers for seconds in caller.took[1:]]  # at first all is cold
    return Work(steps, watcher.took, cpu_of(server) - used)


async def _again_and_again(
    caller: Caller, turn: Turn, every: float, lasts: float, after: float
) -> None:
    begun = perf_counter()
    await asyncio.sleep(after)
    for number in range(int((lasts - after) / every) + 1):
        await asyncio.sleep(max(0, begun + after + number * every - perf_counter()))
        await turn(caller, number)


def _say(trainee: Trainee) -> Turn:
    async def turn(caller: Caller, number: int) -> None:
        phrase = PHRASES[number % len(PHRASES)]
        status, _ = await caller.post(f"{trainee.desk}/noi", csrf_token=trainee.token, cau=phrase)
        assert status == 200, status

    return turn


def _bare_turn(_: Trainee) -> Turn:
    async def turn(caller: Caller, _number: int) -> None:
        await caller.post("/", csrf_token="t" * 40, cau="greet")

    return turn


def _poll(board: str) -> Turn:
    tag = [""]

    async def turn(caller: Caller, _number: int) -> None:
        address = board.replace("/bang", "/_/bang")
        status, _ = await caller.get(f"{address}?co={tag[0]}")
        assert status in {200, 204}, status

    return turn


def _at_the_door(room: Classroom, ours: str) -> list[Row]:
    """Everybody who is not in the class yet, in one instant."""
    sign_in = asyncio.run(_all_at_once(room, ours, _sign_in))
    join = asyncio.run(_all_at_once(room, ours, _join))
    by_slip = asyncio.run(_all_at_once(room, ours, _with(room.slips())))
    return [
        _at_most(f"{AT_ONCE} sign in at once", sign_in, 2.5),
        _at_most(f"{AT_ONCE} join by code at once", join, 1),
        _at_most(f"{AT_ONCE} come in by slip at once", by_slip, 1),
    ]


def _at_most(name: str, seconds: float, most: float) -> Row:
    share_of = seconds / most
    return Row(name, in_words(seconds), f"{most:g} s", share_of, "≤ 1", share_of <= 1)


async def _all_at_once(
    room: Classroom, server: str, go: Callable[[Classroom, str, Trainee], Awaitable[None]]
) -> float:
    begun = perf_counter()
    await asyncio.gather(*(go(room, server, each) for each in room.others))
    return perf_counter() - begun


def _with(codes: Mapping[str, str]) -> Callable[[Classroom, str, Trainee], Awaitable[None]]:
    async def come(room: Classroom, server: str, person: Trainee) -> None:
        await _knock(room, server, "/vao-lop", phieu=codes[person.username])

    return come


async def _sign_in(room: Classroom, server: str, person: Trainee) -> None:
    await _knock(room, server, "/dang-nhap", username=person.username, password=PASSWORD)


async def _knock(room: Classroom, server: str, door: str, **fields: str) -> None:
    """Send a public form, as somebody whom nobody knows yet."""
    cookie, token = browser_of(room.office.app)
    status, _ = await Caller(server, cookie).post(door, csrf_token=token, **fields)
    assert status in {200, 303}, status


async def _join(room: Classroom, server: str, person: Trainee) -> None:
    caller = Caller(server, person.cookie)
    status, _ = await caller.post(
        "/buoi-tap/vao", csrf_token=person.token, ma=room.training_class.code
    )
    assert status in {200, 303}, status


if __name__ == "__main__":
    print(table(rows(int(sys.argv[1]) if len(sys.argv) > 1 else SMALL)))
