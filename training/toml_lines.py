"""Where in a TOML text a key stands, so that an error can name its line."""

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)([^\]]+)\]")
_KEY = re.compile(r'\s*("[^"]*"|[\w-]+)\s*=')
_NAME = re.compile(r'"([^"]*)"|([\w-]+)')


def line_of(text: str, path: Path, word: str = "") -> int:
    """The line (from 1) of the key at ``path``, or of the nearest key around it.

    With ``word``, the first line from there on that holds it, such as one item of a list.
    """
    places = _places(text)
    around = next(path[:end] for end in range(len(path), -1, -1) if path[:end] in places)
    start = places[around]
    after = text.splitlines()[start - 1 :]
    return next((start + n for n, line in enumerate(after) if word and word in line), start)


def _places(text: str) -> dict[Path, int]:
    """The line of each table and key, those inside long strings left out."""
    places: dict[Path, int] = {(): 1}
    table: Path = ()
    in_string = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not in_string and (header := _HEADER.match(line)):
            table = _table(header, places)
            places.setdefault(table, number)
        elif not in_string and (key := _KEY.match(line)):
            places[(*table, key.group(1).strip('"'))] = number
        in_string ^= line.count('"""') % 2 == 1
    return places


def _table(header: re.Match[str], places: dict[Path, int]) -> Path:
    path: Path = tuple(quoted or plain for quoted, plain in _NAME.findall(header.group(2)))
    if header.group(1) == "[":
        return path
    return (
        *path,
        sum(known[:-1] == path and isinstance(known[-1], int) for known in places if known),
    )
