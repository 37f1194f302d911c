"""Where in a TOML text a key stands, so that a mistake can name its line.

tomllib keeps no positions, and both it and tomlkit can be made to work for minutes on 64 kB. So the
text is read once here, token by token, in time that grows with its length and nothing else.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]
Token = tuple[str, int]  # a piece of the text as it is written, and its line from 1

DEEPEST = 32  # dotted names in one key, brackets in brackets; tomllib takes squares of it
_TOKEN = re.compile(
    r"""[^\S\n]+|\#[^\n]*                                        # blanks and remarks, or:
    |(\"{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+(?:"{3,5}|\\?\Z)        # a long string, whether or not
    |'{3}(?:[^']++|'{1,2}(?!'))*+(?:'{3,5}|\Z)                   # it ends; the same in plain
    |"(?:[^"\\\n]++|\\[^\n])*+"?|'[^'\n]*+'?                     # a string on one line
    |[^\s\[\]{}=,.\#"']++                                        # a bare name, number or date
    |.)                                                          # a sign or a new line""",
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = frozenset("[{"), frozenset("]}")
_BETWEEN_KEYS = frozenset("[]{}=,\n")


def _tokens(text: str) -> Iterator[Token]:
    """All but blanks and remarks, of a text that need not be TOML."""
    line = 1
    for found in _TOKEN.finditer(text):
        if found[1]:
            yield found[1], line
            line += found[1].count("\n")


def too_deep(text: str) -> int:
    """The first line that nests deeper than ``DEEPEST``, 0 when none does."""
    brackets = dots = 0
    for piece, line in _tokens(text):
        brackets += (piece in _OPENING) - (piece in _CLOSING)
        dots = 0 if piece in _BETWEEN_KEYS else dots + (piece == ".")
        if max(brackets, dots) >= DEEPEST:
            return line
    return 0


class KeyLines:
    """The lines of the keys, tables and list items of a text that tomllib takes."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")  # as TOML counts: str.splitlines knows other ends, too
        self._places: dict[Path, int] = {(): 1}
        self._rows: Counter[Path] = Counter()  # how many [[tables]] of that name so far
        table: Path = ()
        for statement in _statements(text):
            if statement[0][0] == "[":
                table = self._header(statement)
            else:
                self._pair(table, statement)

    def find(self, path: Path, word: str = "") -> int:
        """The line (from 1) of the key at ``path``, or of the nearest key around it.

        With ``word``, the first line from there on that holds it, such as one item of a list.
        """
        around = next(path[:end] for end in range(len(path), -1, -1) if path[:end] in self._places)
        start = self._places[around]
        after = range(start, len(self._lines) + 1) if word else ()
        return next((line for line in after if word in self._lines[line - 1]), start)

    def _header(self, tokens: list[Token]) -> Path:
        path: Path = ()
        for name in _names(tokens):
            path = (*self._row(path), name)
        if tokens[1][0] == "[":
            self._rows[path] += 1
            path = self._row(path)
        self._put(path, tokens[0][1])
        return path

    def _row(self, path: Path) -> Path:
        """Of [[tables]] the latest one, else the path itself."""
        return (*path, self._rows[path] - 1) if path in self._rows else path

    def _pair(self, table: Path, tokens: list[Token]) -> None:
        equals = next(place for place, (piece, _) in enumerate(tokens) if piece == "=")
        path = (*table, *_names(tokens[:equals]))
        self._put(path, tokens[0][1])
        if tokens[equals + 1][0] == "[":
            self._items(path, tokens[equals + 2 :])

    def _items(self, path: Path, tokens: list[Token]) -> None:
        number, inside = 0, 0
        for piece, line in tokens:
            if not inside and piece == ",":
                number += 1
            elif not inside and piece != "]":
                self._places[(*path, number)] = line
            inside += (piece in _OPENING) - (piece in _CLOSING)

    def _put(self, path: Path, line: int) -> None:
        for end in range(1, len(path)):
            self._places.setdefault(path[:end], line)
        self._places[path] = line


def _statements(text: str) -> Iterator[list[Token]]:
    """Each header, and each key with its value."""
    statement: list[Token] = []
    brackets = 0
    for piece, line in _tokens(text):
        brackets += (piece in _OPENING) - (piece in _CLOSING)
        if piece != "\n":
            statement.append((piece, line))
        elif statement and not brackets:
            yield statement
            statement = []
    if statement:
        yield statement


def _names(tokens: list[Token]) -> Iterator[str]:
    return (_name(piece) for piece, _ in tokens if piece not in {"[", "]", "."})


def _name(token: str) -> str:
    if "\\" in token and token.startswith('"'):
        name: str = tomllib.loads(f"name = {token}")["name"]
        return name
    return token[1:-1] if token[0] in "\"'" else token
