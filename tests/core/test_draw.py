"""Seeded draws: the same everywhere, fair, and never at an end."""

from collections import Counter

import pytest

from sandbox.draw import Drawer, by_weight

GOLDEN = [569, 751, 65, 964, 160, 960, 440, 13]


def row(drawer: Drawer, length: int = 100) -> list[int]:
    return [drawer.below(1000) for _ in range(length)]


def test_a_seed_and_a_path_draw_the_same_for_ever() -> None:
    assert row(Drawer(7, "citizen", 3), 8) == GOLDEN


@pytest.mark.parametrize(
    "other",
    [Drawer(8, "citizen", 3), Drawer(7, "citizen", 4), Drawer(7, "citizen", "3"), Drawer(7)],
)
def test_another_seed_or_path_draws_otherwise(other: Drawer) -> None:
    assert row(other) != row(Drawer(7, "citizen", 3))


def test_vietnamese_words_may_be_part_of_the_path() -> None:
    assert row(Drawer(1, "Đặng")) != row(Drawer(1, "Dang"))


def test_draws_never_run_out_and_do_not_repeat_themselves() -> None:
    drawer = Drawer(1)
    assert len({drawer.below(2**32) for _ in range(500)}) == 500


def test_every_outcome_is_about_as_frequent_as_the_next() -> None:
    drawer = Drawer(2)
    counts = Counter(drawer.below(10) for _ in range(10_000))
    assert sorted(counts) == list(range(10))
    assert all(900 < count < 1100 for count in counts.values())


def test_a_pick_is_one_of_the_items() -> None:
    drawer = Drawer(3)
    assert {drawer.pick("abc") for _ in range(100)} == set("abc")


def test_a_chance_comes_true_as_often_as_it_says() -> None:
    drawer = Drawer(4)
    assert 2300 < sum(drawer.chance(25) for _ in range(10_000)) < 2700


@pytest.mark.parametrize(("percent", "always"), [(0, False), (100, True)])
def test_no_chance_and_certainty_are_exact(percent: int, always: bool) -> None:
    drawer = Drawer(5)
    assert {drawer.chance(percent) for _ in range(500)} == {always}


def test_weights_say_how_often_a_value_stands() -> None:
    assert by_weight({"Nguyễn": 3, "Trần": 1, "Lê": 0}) == ("Nguyễn", "Nguyễn", "Nguyễn", "Trần")
