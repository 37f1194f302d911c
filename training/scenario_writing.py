"""A scenario written as TOML again, so that reading it gives the same scenario."""

import json
from collections.abc import Iterator, Mapping, Sequence

Table = Mapping[str, object]


def written(table: Table) -> str:
    """The TOML text of a scenario's table: plain keys first, then its tables and rows.

    ``table`` holds text, numbers, yes or no, lists of text, tables of those, and rows of tables.
    Empty lists and tables are left out; order is kept, so the same table gives the same text.
    """
    plain = {key: value for key, value in table.items() if not _is_tabular(value)}
    return "\n".join([*_pairs(plain), *_tables(table)]) + "\n"


def _is_tabular(value: object) -> bool:
    return isinstance(value, Mapping) or _is_rows(value)


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _tables(table: Table, above: str = "") -> Iterator[str]:
    for key, value in table.items():
        name = f"{above}{_key(key)}"
        if isinstance(value, Mapping):
            yield from _table(name, value)
        elif _is_rows(value) and isinstance(value, list):
            for row in value:
                yield from ("", f"[[{name}]]", *_pairs(row))


def _table(name: str, table: Table) -> Iterator[str]:
    plain = [*_pairs({key: each for key, each in table.items() if not _is_tabular(each)})]
    if plain:
        yield from ("", f"[{name}]", *plain)
    yield from _tables(table, f"{name}.")


def _pairs(table: Table) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value)}" for key, value in table.items() if value != [])


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").isalnum() else _text(key)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _list([_value(each) for each in value])
    return _text(value) if isinstance(value, str) else str(value)


def _list(values: Sequence[str]) -> str:
    line = f"[{', '.join(values)}]"
    return line if len(line) <= 80 else "[\n" + "".join(f"    {each},\n" for each in values) + "]"


def _text(text: str) -> str:
    """A basic string; JSON's escapes are TOML's, but for the one sign JSON leaves bare."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
