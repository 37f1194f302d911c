"""Seeded draws: the same everywhere, fair, and never at an end."""

from collections import Counter
from itertools import pairwise

import pytest

from sandbox.personas.keyed_random import KeyedRandom, by_weight

GOLDEN = [569, 751, 65, 964, 160, 960, 440, 13]


def row(random: KeyedRandom, length: int = 100) -> list[int]:
    return [random.randrange(1000) for _ in range(length)]


def test_a_seed_and_a_path_draw_the_same_for_ever() -> None:
    assert row(KeyedRandom(7, "citizen", 3), 8) == GOLDEN


def test_choosing_and_ranges_draw_from_the_same_row() -> None:
    random, thousand = KeyedRandom(7, "citizen", 3), range(1000)
    drawn = [random.choice(thousand), random.randint(1, 1000) - 1, random.sample(thousand, 1)[0]]
    assert drawn == GOLDEN[:3]


@pytest.mark.parametrize(
    "other",
    [
        KeyedRandom(8, "citizen", 3),
        KeyedRandom(7, "citizen", 4),
        KeyedRandom(7, "citizen", "3"),
        KeyedRandom(7),
    ],
)
def test_another_seed_or_path_draws_otherwise(other: KeyedRandom) -> None:
    assert row(other) != row(KeyedRandom(7, "citizen", 3))


def test_vietnamese_words_may_be_part_of_the_path() -> None:
    assert row(KeyedRandom(1, "Đặng")) != row(KeyedRandom(1, "Dang"))


def test_draws_never_run_out_and_do_not_repeat_themselves() -> None:
    random = KeyedRandom(1)
    assert len({random.randrange(2**32) for _ in range(500)}) == 500


def test_every_outcome_is_about_as_frequent_as_the_next() -> None:
    random = KeyedRandom(2)
    counts = Counter(random.randrange(10) for _ in range(10_000))
    assert sorted(counts) == list(range(10))
    assert all(900 < count < 1100 for count in counts.values())


def test_a_choice_is_one_of_the_items() -> None:
    random = KeyedRandom(3)
    assert {random.choice("abc") for _ in range(100)} == set("abc")


def test_a_chance_comes_true_as_often_as_it_says() -> None:
    random = KeyedRandom(4)
    assert 2300 < sum(random.chance(25) for _ in range(10_000)) < 2700


@pytest.mark.parametrize(("percent", "always"), [(0, False), (100, True)])
def test_no_chance_and_certainty_are_exact(percent: int, always: bool) -> None:
    random = KeyedRandom(5)
    assert {random.chance(percent) for _ in range(500)} == {always}


def test_floats_and_bits_come_from_the_key_too() -> None:
    one, same = KeyedRandom(6), KeyedRandom(6)
    drawn = sorted(one.random() for _ in range(1000))
    assert drawn == sorted(same.random() for _ in range(1000))
    assert 0 <= drawn[0] < 0.01
    assert 0.99 < drawn[-1] < 1
    assert max(right - left for left, right in pairwise(drawn)) < 0.02
    assert [one.getrandbits(bits).bit_length() <= bits for bits in range(80)] == [True] * 80
    with pytest.raises(ValueError, match="non-negative"):
        one.getrandbits(-1)


def test_ranges_wider_than_one_draw_are_even_as_well() -> None:
    random, wide = KeyedRandom(8), 3 * 2**62
    counts = Counter(random.randrange(wide) * 3 // wide for _ in range(3000))
    assert all(900 < counts[third] < 1100 for third in range(3))


def test_a_key_is_for_good() -> None:
    with pytest.raises(NotImplementedError, match="fixed by its key"):
        KeyedRandom(1).seed(2)


def test_weights_say_how_often_a_value_stands() -> None:
    assert by_weight({"Nguyễn": 3, "Trần": 1, "Lê": 0}) == ("Nguyễn", "Nguyễn", "Nguyễn", "Trần")
