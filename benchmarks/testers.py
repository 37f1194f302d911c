"""Goal 7 and the testers' interface: worlds by call, waking waits, whole creations a second."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import creation
from benchmarks.measure import Row, in_turn, in_words
from benchmarks.servers import demo_office
from motcua.testkit.client import Simulator
from motcua.testkit.world import World

WORKERS = 2
Loop = Callable[[str, str], float]


def rows() -> list[Row]:
    """Every row of this part."""
    with TemporaryDirectory() as folder, demo_office(Path(folder)) as office:
        url, token = office["url"], office["tester_token"]
        sim = Simulator(url, token)
        return [_life_of_a_world(sim), _waking(sim), *_creations(url, token)]


def _life_of_a_world(sim: Simulator) -> Row:
    def life() -> None:
        world = sim.create(seed=7)
        world.reset()
        world.delete()

    ours, bare, ratio = in_turn(life, sim.scenarios, times=10, clock=perf_counter)
    words = in_words(ours), in_words(bare)
    return Row("create + reset + delete a world / one reading call", *words, ratio)


def _waking(sim: Simulator) -> Row:
    """From the answer to Gửi mã OTP until the waiting call has its message."""
    usual = median(_wake_once(sim, seed) for seed in range(12))
    return Row("a waiting call wakes, after delivery", in_words(usual), "0.1 s", usual / 0.1)


def _wake_once(sim: Simulator, seed: int) -> float:
    world = sim.create(seed=seed)
    clerk = creation.ready_for_code(world)
    with ThreadPoolExecutor(1) as other:
        woken = other.submit(_wait_and_look, world)
        clerk.send_code()
        sent = perf_counter()
        return max(0.0, woken.result() - sent)


def _wait_and_look(world: World) -> float:
    world.sms.wait(kind="otp", timeout=20)
    return perf_counter()


def _creations(url: str, token: str) -> list[Row]:
    return [
        _pace("HTTP", creation.by_http, creation.bare_http, url, token),
        _pace("browser", creation.by_browser, creation.bare_browser, url, token),
    ]


def _pace(way: str, whole: Loop, bare: Loop, url: str, token: str) -> Row:
    """Creations a second on one and two workers, beside page loads alone on two."""
    one, two, loads = (
        _together(loop, workers, url, token)
        for loop, workers in ((whole, 1), (whole, WORKERS), (bare, WORKERS))
    )
    words = f"{one:.2f}/s alone, {two:.2f}/s on {WORKERS}"
    goal = ("≥ 2.3/s on 2", two >= 2.3) if way == "browser" else ("", None)
    return Row(
        f"account creations by {way} / bare loads", words, f"{loads:.2f}/s", two / loads, *goal
    )


def _together(loop: Loop, workers: int, url: str, token: str) -> float:
    """What so many processes do together in a second."""
    with ProcessPoolExecutor(workers) as pool:
        return sum(pool.map(partial(loop, url), [token] * workers))
