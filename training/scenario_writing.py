"""A scenario written as TOML again, so that reading it gives the same scenario."""

from collections.abc import Mapping

import tomlkit
from tomlkit.items import Array

_LONGEST_LIST = 80  # characters on one line


def written(table: Mapping[str, object]) -> str:
    """The TOML text of a scenario's table: plain keys first, then its tables and rows.

    ``table`` holds text, numbers, yes or no, lists of text, tables of those, and rows of tables.
    Order is kept, so the same table gives the same text; a long list has one line for each item.
    """
    document = tomlkit.item(dict(table))
    for value in document.values():
        if isinstance(value, Array) and len(value.as_string()) > _LONGEST_LIST:
            value.multiline(multiline=True)
    return document.as_string()
