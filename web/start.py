"""Getting ready to serve, in an order in which nothing is opened before it is checked.

Whatever stops the start is one Vietnamese sentence in a ``StartError``.
"""

import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from web.shell import key_file, schema, sqlite_file
from web.shell.config import Settings
from web.shell.database import open_engine, transaction, wrong_pragmas
from web.shell.effects import Effects
from web.shell.private import make_private, tighten

_COPIES = 3  # of the database as it was before an upgrade
_PATIENCE_S, _PAUSE_S = 5, 0.1  # the processes of an office that was killed need a moment to end
BACKLOG = 1024  # connections that wait to be taken: a whole class at once

if sys.platform == "win32":
    import msvcrt

    def _take(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


class StartError(Exception):
    """The program cannot start; the text says why and what to do."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there from now on, alone; on a free port for 0. Raises StartError.

    Looking first and opening later would let a second program in between.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    both = host == "::" and socket.has_dualstack_ipv6()
    try:
        return socket.create_server(
            (host, port), family=family, backlog=BACKLOG, dualstack_ipv6=both
        )
    except (OSError, OverflowError) as error:
        raise StartError(
            f"Không mở được cổng {port} trên {host}: đang có chương trình khác dùng. "
            "Anh/chị tắt chương trình đó hoặc chọn cổng khác bằng --port."
        ) from error


def prepare_folder(settings: Settings, effects: Effects) -> Settings:
    """Make the data folder and the key file; the settings with their secret key.

    Raises StartError when the folder cannot be written.
    """
    make_private()
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        key_file.finish(settings)
        key = settings.secret_key or key_file.read_or_make(settings.data, effects)
        (settings.data / ".writable").touch()
        (settings.data / ".writable").unlink()
    except OSError as error:
        raise StartError(
            f"Không ghi được vào thư mục dữ liệu {settings.data}. "
            "Anh/chị chọn thư mục khác bằng --data hoặc MOTCUA_DATA."
        ) from error
    file = sqlite_file.path_of(settings.database_url)
    beside = file.parent.glob(f"{file.name}*") if file else ()
    if open_to_others := tighten(settings.data, *beside):
        print(open_to_others, file=sys.stderr)  # noqa: T201  # told at the start, which goes on
    return settings.model_copy(update={"secret_key": key})


def office_there(settings: Settings) -> None:
    """For commands that only look after an office. Raises StartError where there is none."""
    file = sqlite_file.path_of(settings.database_url)
    if file is not None and not file.exists():
        raise StartError(
            f"Chưa có dữ liệu của đơn vị nào ở {settings.data}. "
            "Anh/chị kiểm tra --data hoặc MOTCUA_DATA."
        )


@contextmanager
def alone_with(settings: Settings, effects: Effects) -> Iterator[None]:
    """Nobody else serves this SQLite file meanwhile; on PostgreSQL several hosts may.

    A lock beside the file that every process of this office shares; the system lets go of it when
    the last of them ends, however it ends. Only serving asks for it. Raises StartError.
    """
    database = sqlite_file.path_of(settings.database_url)
    if database is None:
        yield
        return
    try:
        held = Path(f"{database}.serving").open("ab")  # noqa: SIM115  # closed by the next line
    except OSError as error:
        raise _no_database(str(database)) from error
    with held as file:
        until = effects.monotonic() + _PATIENCE_S
        while not _taken(file.fileno()):
            if effects.monotonic() > until:
                raise StartError(
                    f"Dữ liệu ở {database} đang được một chương trình motcua khác phục vụ. "
                    "Anh/chị dùng chương trình đang chạy, hoặc tắt nó trước rồi mở lại."
                )
            effects.pause(_PAUSE_S)
        yield


def _taken(number: int) -> bool:
    try:
        _take(number)
    except OSError:
        return False
    return True


@contextmanager
def prepared_database(settings: Settings, *, upgrade: bool = True) -> Iterator[Engine]:
    """The database, its schema brought up to date, closed afterwards. Raises StartError."""
    engine = open_engine(settings.database_url)
    try:
        _prepare(engine, upgrade)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def read_only_database(settings: Settings) -> Iterator[Engine]:
    """The database as it stands; nothing is written to it or beside it. Raises StartError."""
    file = sqlite_file.path_of(settings.database_url)
    try:
        if file is None:
            with prepared_database(settings, upgrade=False) as engine:
                yield engine
        else:
            with sqlite_file.read_only(file) as engine:
                yield engine
    except (sqlite3.Error, OperationalError) as error:
        raise StartError(
            f"Không đọc được cơ sở dữ liệu {file}. Anh/chị kiểm tra --data và quyền đọc."
        ) from error


def _prepare(engine: Engine, upgrade: bool) -> None:
    shown = engine.url.render_as_string(hide_password=True)
    try:
        if upgrade:
            _keep_a_copy(engine)
        with transaction(engine) as connection:
            wrong = wrong_pragmas(connection)
            if upgrade:
                schema.upgrade(connection)
    except schema.NewerDatabaseError as error:
        raise StartError(
            f"Cơ sở dữ liệu {shown} do phiên bản motcua mới hơn tạo ra. "
            "Anh/chị cài phiên bản mới hơn, hoặc chọn thư mục dữ liệu khác."
        ) from error
    except DBAPIError as error:
        raise _no_database(shown) from error
    except OSError as error:
        raise StartError(
            "Không giữ được một bản của cơ sở dữ liệu trước khi nâng cấp nên chưa nâng cấp gì. "
            "Anh/chị kiểm tra dung lượng đĩa rồi chạy lại."
        ) from error
    if wrong:
        raise StartError(
            f"SQLite trên máy này không nhận thiết lập {', '.join(wrong)}. "
            "Anh/chị đặt thư mục dữ liệu trên ổ đĩa của máy, không trên ổ mạng."
        )


def _keep_a_copy(engine: Engine) -> None:
    """Before an upgrade, the file as it is: ``before-0019.sqlite3`` beside it, three at most.

    Whoever looks after a PostgreSQL server runs ``motcua backup`` first.
    """
    file = sqlite_file.file_of(engine)
    if file is None or not file.exists():
        return
    with transaction(engine, writes=False) as connection:
        found = schema.found(connection)
    if found is None or found >= schema.head():
        return
    try:
        sqlite_file.copy(file, file.with_name(f"before-{schema.head()}.sqlite3"))
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    for old in sorted(file.parent.glob("before-[0-9]*.sqlite3"))[:-_COPIES]:
        old.unlink()


def _no_database(shown: str) -> StartError:
    return StartError(
        f"Không mở được cơ sở dữ liệu {shown}. "
        "Anh/chị kiểm tra MOTCUA_DATABASE_URL, quyền ghi và dung lượng đĩa."
    )
