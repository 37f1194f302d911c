"""``motcua verify``: is everything that was stored whole, and is it what was stored?

A check is a function of a connection that gives Vietnamese sentences, none when all is
well; a room adds its own to ``CHECKS``. All of them only read, so a copy that nothing can be
written to can be looked at too.
"""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from web.practice.runs import verify as runs
from web.practice.runs.store import last_links
from web.practice.scenarios.verify import changed_versions
from web.shell import schema, seals
from web.shell.formatting import moment
from web.shell.session_models import PersonRow
from web.shell.sqlite_file import lacks_wal
from web.verify.store import counts
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


def _complete(connection: Connection) -> Iterable[str]:
    if lacks_wal(connection):
        yield (
            "Tệp này được chép khi chương trình đang chạy mà thiếu tệp -wal đi cùng, nên có thể "
            "thiếu những bước mới nhất. Anh/chị dùng motcua backup để sao lưu."
        )


def broken_logs(connection: Connection) -> Iterable[str]:
    """What is wrong with the logs, each held against the end that its run remembers."""
    return broken_chains(connection, last_links(connection))


def _people(connection: Connection) -> Iterable[str]:
    for person_id in seals.broken(connection, PersonRow):
        yield f"Tài khoản số {person_id} (tên, vai trò hoặc đơn vị) đã bị sửa ngoài chương trình."


CHECKS: dict[str, Check] = {
    "Tệp cơ sở dữ liệu nguyên vẹn": _integrity,
    "Các liên kết giữa bảng còn đủ": _foreign_keys,
    "Các bước mới nhất đã ở trong tệp": _complete,
    "Cấu trúc đúng phiên bản": _schema,
    "Nhật ký các lượt luyện tập nguyên vẹn": broken_logs,
    "Điểm và kết quả nguyên vẹn": runs.changed_runs,
    "Tài khoản và vai trò nguyên vẹn": _people,
    "Các bản tình huống đã phát hành nguyên vẹn": changed_versions,
}


def verify(connection: Connection) -> dict[str, list[str]]:
    """What each check found; an office of another version is only looked at from outside."""
    found: dict[str, list[str]] = {}
    for name, check in CHECKS.items():
        try:
            found[name] = list(check(connection))
        except DBAPIError:
            found[name] = ["Không đọc được hết: cơ sở dữ liệu hỏng ở phần này."]
        if check is _schema and found[name]:
            break
    return found


def figures(connection: Connection) -> str:
    """How much there is, and of when: what a copy without the newest steps shows first."""
    found = counts(connection)
    newest = moment(found.newest) if found.newest else "chưa có"
    return (
        f"Có {found.people} tài khoản, {found.runs} lượt, {found.steps} bước; "
        f"hoạt động gần nhất: {newest}."
    )


def unseen(connection: Connection) -> str:
    """What no check can see here."""
    pages = " và từng trang đĩa của PostgreSQL" if connection.dialect.name != "sqlite" else ""
    return (
        f"Không kiểm tra được: mật khẩu, bước cuối bị cắt của lượt chưa kết thúc, lịch trực{pages}."
    )
