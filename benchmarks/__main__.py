"""``python -m benchmarks [PART …]``: measure, print the table, exit 1 when a goal is missed."""

import sys
from collections.abc import Callable, Mapping

from benchmarks import class_at_work, core, pages, roster, served, testers, worlds, writes
from benchmarks.measure import Row, table

PARTS: Mapping[str, Callable[[], list[Row]]] = {
    "core": core.rows,
    "pages": pages.rows,
    "writes": writes.rows,
    "worlds": worlds.rows,
    "roster": roster.rows,
    "served": served.rows,
    "testers": testers.rows,
    "class": class_at_work.rows,
}


def main(names: list[str]) -> int:
    """Print the parts asked for, or all of them."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
        return 2
    rows = [row for name in names or PARTS for row in PARTS[name]()]
    print(table(rows))
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
