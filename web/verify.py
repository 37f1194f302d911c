"""``motcua verify``: is everything that was stored whole, and is it what was stored?

A check is a function of a connection that gives Vietnamese sentences, none when all is
well; a room adds its own to ``CHECKS``.
"""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection

from web.practice.runs.store import last_links
from web.practice.scenarios.verify import changed_versions
from web.shell import schema
from web.shell.database import wrong_pragmas
from web.worlds.verify import broken_chains

Check = Callable[[Connection], Iterable[str]]


def _integrity(connection: Connection) -> Iterable[str]:
    if connection.dialect.name == "sqlite":
        for (answer,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if answer != "ok":
                yield f"Tệp cơ sở dữ liệu hỏng: {answer}."


def _foreign_keys(connection: Connection) -> Iterable[str]:
    if connection.dialect.name == "sqlite":
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"Dòng {row} của bảng {table} trỏ tới bảng {parent} nhưng không còn ở đó."


def _schema(connection: Connection) -> Iterable[str]:
    if schema.found(connection) != schema.head():
        yield "Cấu trúc cơ sở dữ liệu chưa đúng phiên bản. Anh/chị chạy motcua init."


def _settings(connection: Connection) -> Iterable[str]:
    for name, value in wrong_pragmas(connection).items():
        yield f"Thiết lập {name} của SQLite đang là {value}, chưa đúng."


def broken_logs(connection: Connection) -> Iterable[str]:
    """What is wrong with the logs, each held against the end that its run remembers."""
    return broken_chains(connection, last_links(connection))


CHECKS: dict[str, Check] = {
    "Tệp cơ sở dữ liệu nguyên vẹn": _integrity,
    "Các liên kết giữa bảng còn đủ": _foreign_keys,
    "Cấu trúc đúng phiên bản": _schema,
    "Thiết lập của cơ sở dữ liệu": _settings,
    "Nhật ký các lượt luyện tập nguyên vẹn": broken_logs,
    "Các bản tình huống đã phát hành nguyên vẹn": changed_versions,
}


def verify(connection: Connection) -> dict[str, list[str]]:
    """What each check found."""
    return {name: list(check(connection)) for name, check in CHECKS.items()}
