"""The rules alone: drawing citizens, folding logs."""

from datetime import UTC, datetime

from faker import Faker

from benchmarks.measure import Row, in_turn, in_words
from sandbox.citizens import Traits, draw_citizen
from sandbox.log import Actor, Entry
from sandbox.setup import Setup
from sandbox.world import ShowHint, fold_log, handle, record, start

NOW = datetime(2022, 6, 15, tzinfo=UTC)
PERSONAS = 2_000


class NoChance:
    """Nothing in these logs draws a code."""

    def digits(self, count: int) -> str:
        """Zeros."""
        return "0" * count

    def password(self) -> str:
        """None."""
        return ""


def personas() -> Row:
    """Goal 9: citizens against the stock Vietnamese provider of Faker."""
    stock = Faker("vi_VN")

    def ours() -> None:
        for index in range(PERSONAS):
            draw_citizen(7, index, Traits(), 2022)

    def theirs() -> None:
        for _ in range(PERSONAS):
            stock.name(), stock.date_of_birth(), stock.ssn()
            stock.phone_number(), stock.email(), stock.address()

    faker, own, ratio = in_turn(theirs, ours, times=1)
    return Row(
        f"stock Faker / own citizens, {PERSONAS} of each",
        in_words(faker),
        in_words(own),
        ratio,
        "≥ 10",
        ratio >= 10,
    )


def folding() -> Row:
    """Folding 1,000 lines against handing the same list around."""
    log = a_log(1_000)
    fold, walk, ratio = in_turn(lambda: fold_log(log), lambda: list(iter(log)), times=3)
    return Row("folding 1,000 lines / walking them", in_words(fold), in_words(walk), ratio)


def a_log(lines: int) -> list[Entry]:
    """A log of that many lines."""
    log = record(None, [start(7, "2022", "bench", Setup())], Actor.SYSTEM, NOW)
    world = fold_log(log)
    facts = handle(world, ShowHint("look_up"), NOW, NoChance()).facts
    return log + record(world, facts * (lines - 1), Actor.CLERK, NOW)


def rows() -> list[Row]:
    """Every row of this part."""
    return [personas(), folding()]
