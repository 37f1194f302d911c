"""A full cache forgets what nobody used for longest."""

import pytest

from web.shell.cache import Cache


@pytest.fixture
def full() -> Cache[str, int]:
    """Room for two, and two are in it."""
    cache = Cache[str, int](2)
    cache.set_many({"first": 1, "second": 2})
    return cache


def test_what_was_read_stays_longer_than_what_was_not(full: Cache[str, int]) -> None:
    assert full.get("first") == 1
    full.set("third", 3)
    assert full.get_many(["first", "second", "third"]) == {"first": 1, "third": 3}


def test_reading_many_counts_as_reading_each(full: Cache[str, int]) -> None:
    assert full.get_many(["first", "unknown"]) == {"first": 1}
    full.set("third", 3)
    assert full.get("second") is None
    assert full.get("first") == 1


def test_what_is_set_again_stays_with_its_new_value(full: Cache[str, int]) -> None:
    full.set_many({"first": 10})
    full.set("third", 3)
    assert full.get_many(["first", "second", "third"]) == {"first": 10, "third": 3}
