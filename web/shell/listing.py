"""A list of people somebody keeps in Excel: where its headings stand, and what its rows hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sandbox.fidelity import sentence
from sandbox.guard import real_looking
from sandbox.vietnamese import fold
from web.shell.workbooks import Line

EMPTY = "Bảng có tiêu đề nhưng chưa có người nào ở dưới."
_HEADING_WITHIN = 20  # rows


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a cell; ``column`` is the heading as people know it."""

    row: int
    column: str
    says: str


@dataclass(frozen=True, slots=True)
class Columns:
    """``headings``: our columns and how we write them; ``known_as``: how others do, made plain."""

    headings: Mapping[str, str]
    known_as: Mapping[str, Sequence[str]]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows below a heading; ``places``: at which cell each of our columns stands."""

    columns: Columns
    places: Mapping[str, int]
    titles: Sequence[str]
    rows: Sequence[Line]

    def cell(self, line: Line, column: str) -> str:
        """What stands there; "" where the list lacks the column."""
        at = self.places.get(column, len(line.cells))
        return line.cells[at] if at < len(line.cells) else ""

    def mistake(self, line: Line, column: str, says: str) -> Mistake:
        """What is wrong in one of our columns."""
        return Mistake(line.number, self.columns.headings[column], says)

    def real_data(self, line: Line) -> Iterator[Mistake]:
        """Cells that could be a real person's; they are not looked at any further."""
        for number, cell in enumerate(line.cells):
            for problem in real_looking(cell)[:1]:
                yield Mistake(line.number, self._title(number), sentence(problem))

    def _title(self, number: int) -> str:
        ours = next((column for column, at in self.places.items() if at == number), "")
        theirs = self.titles[number] if number < len(self.titles) else ""
        safe = "" if real_looking(theirs) else theirs[:60]
        return self.columns.headings.get(ours, "") or safe or f"thứ {number + 1}"


def find(lines: Sequence[Line], columns: Columns) -> Listing | None:
    """The list below the first row that has all the columns needed."""
    for number, line in enumerate(lines[:_HEADING_WITHIN]):
        places = _places(line, columns)
        if columns.needed <= places.keys():
            return Listing(columns, places, line.cells, lines[number + 1 :])
    return None


def _places(line: Line, columns: Columns) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, cell in enumerate(line.cells):
        for column, names in columns.known_as.items():
            if plain(cell) in names:
                found.setdefault(column, number)
    return found


def plain(text: str) -> str:
    """Lower case without accents and marks, as headings are compared."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(text)).split())
