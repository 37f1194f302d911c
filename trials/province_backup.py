"""Save and restore an office of many lines; how many go by in a second.

    python -m trials.province_backup [LINES] [URL-OF-AN-EMPTY-DATABASE]

Saved from SQLite, restored into SQLite, or into the database of the URL.
"""

import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, text

from trials.at_work import AtWork, motcua, table
from web.shell.database import transaction

_A_WORLD = 100  # lines


def main(lines: int = 1_000_000, url: str = "") -> None:
    """Once each way."""
    with ExitStack() as rooms:
        folder = Path(rooms.enter_context(TemporaryDirectory()))
        work = AtWork(rooms, 1)
        with transaction(work.office.runtime.engine) as connection:
            _multiply(connection, lines)
        file = folder / "office.motcua"
        saving = _timed(work.environment, "backup", str(file))
        new = work.environment | {"MOTCUA_DATA": str(folder / "new")}
        new["MOTCUA_DATABASE_URL"] = url or f"sqlite:///{folder}/new.sqlite3"
        restoring = _timed(new, "restore", str(file))
        rows = {
            "lines of logs": lines,
            "file": f"{file.stat().st_size / 1e6:.0f} MB",
            "saved": f"{saving:.0f} s, {lines / saving:,.0f} lines/s",
            "restored": f"{restoring:.0f} s, {lines / restoring:,.0f} lines/s",
        }
    print(table(f"a province's backup, into {url.partition(':')[0] or 'sqlite'}", rows))


def _multiply(connection: Connection, lines: int) -> None:
    worlds = lines // _A_WORLD
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {})"
    columns = "unit_id, owner_id, desk_link, tester, created_at, expires_at"
    for statement in (
        f"INSERT INTO world (id, citizen_link, {columns}) {numbers.format(worlds)}"  # noqa: S608  # our own words
        f" SELECT 'w' || i, 'w' || i, {columns} FROM n,"
        " (SELECT * FROM world WHERE desk_link IS NULL LIMIT 1)",
        f"INSERT INTO world_event (world_id, seq, at, actor, kind, payload, link)"  # noqa: S608  # our own words
        f" {numbers.format(worlds)}, m(j) AS"
        f" (SELECT 1 UNION ALL SELECT j + 1 FROM m WHERE j < {_A_WORLD})"
        " SELECT 'w' || i, j, at, actor, kind, substr(payload, 1, 200), hex(randomblob(32))"
        " FROM n, m,"
        " (SELECT * FROM world_event LIMIT 1)",
    ):
        connection.execute(text(statement))


def _timed(environment: dict[str, str], *words: str) -> float:
    begun = perf_counter()
    done = motcua(environment, *words)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return perf_counter() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000, *sys.argv[2:3])
