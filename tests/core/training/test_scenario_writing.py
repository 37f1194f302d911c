"""A scenario written again is the same scenario."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.scenario import catalogue, source
from training.scenario_file import read
from training.scenario_writing import written

KEYS = st.text(min_size=1, max_size=12)
TEXTS = st.text(max_size=40)
PLAIN = st.one_of(TEXTS, st.integers(), st.booleans(), st.lists(TEXTS, min_size=1, max_size=4))
ROWS = st.lists(st.dictionaries(KEYS, PLAIN, min_size=1, max_size=3), min_size=1, max_size=3)
TABLES = st.dictionaries(
    KEYS,
    st.one_of(PLAIN, ROWS, st.dictionaries(KEYS, PLAIN, min_size=1, max_size=3)),
    max_size=5,
)


@pytest.mark.parametrize("name", catalogue())
def test_every_scenario_of_the_package_reads_the_same_after_writing(name: str) -> None:
    text = source(name)
    again = written(tomllib.loads(text))
    assert read(again, name) == read(text, name)


@given(TABLES)
def test_any_words_and_signs_come_back_as_they_were(table: dict[str, object]) -> None:
    assert tomllib.loads(written(table)) == table


def test_the_source_of_a_scenario_is_the_file_itself() -> None:
    folder = files("training") / "catalogue"
    text = (folder / "tk-01-thuan-loi.toml").read_text(encoding="utf-8")
    assert source("tk-01-thuan-loi") == text


def test_a_long_list_has_one_line_for_each_item_and_a_short_one_is_one_line() -> None:
    table = {"short": ["a" * 10] * 5, "long": ["b" * 10] * 8}
    short, *long = written(table).strip().splitlines()
    assert short.startswith("short = [")
    assert short.endswith("]")
    assert len([line for line in long if "bbb" in line]) == 8
    assert tomllib.loads(written(table)) == table
