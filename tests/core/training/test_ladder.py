"""What comes next: the four ways of one lesson, then the next lesson."""

import pytest

from training.ladder import WAYS, Rung, next_rung

LESSONS = ("a", "b")


@pytest.mark.parametrize(
    ("done", "following"),
    [
        ({}, Rung("a", "xem")),
        ({"a": {"xem"}}, Rung("a", "huong_dan")),
        ({"a": {"xem", "huong_dan"}}, Rung("a", "luyen")),
        ({"a": {"luyen"}}, Rung("a", "kiem_tra")),
        ({"a": {"kiem_tra"}}, Rung("b", "xem")),
        ({"b": {"kiem_tra"}}, Rung("a", "xem")),
        ({"a": {"kiem_tra"}, "b": {"huong_dan"}}, Rung("b", "luyen")),
        ({"gone": {"xem"}}, Rung("a", "xem")),
    ],
)
def test_the_way_after_the_furthest_one_done_comes_next(
    done: dict[str, set[str]], following: Rung
) -> None:
    assert next_rung(LESSONS, done) == following


def test_after_the_last_test_nothing_is_left() -> None:
    assert next_rung(LESSONS, dict.fromkeys(LESSONS, WAYS)) is None
