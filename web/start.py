"""Getting ready to serve, in an order in which nothing is opened before it is checked.

Whatever stops the start is one Vietnamese sentence in a ``StartError``.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import DBAPIError

from web.shell import schema
from web.shell.config import Settings
from web.shell.database import open_engine, transaction, wrong_pragmas
from web.shell.effects import Effects

if sys.platform == "win32":
    import msvcrt

    def _take(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


_KEY_FILE = "secret-key"
_PATIENCE_S, _PAUSE_S = 5, 0.1  # the processes of an office that was killed need a moment to end
BACKLOG = 1024  # connections that wait to be taken: a whole class at once


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
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        key = settings.secret_key or _key(settings.data / _KEY_FILE, effects)
        (settings.data / ".writable").touch()
        (settings.data / ".writable").unlink()
    except OSError as error:
        raise StartError(
            f"Không ghi được vào thư mục dữ liệu {settings.data}. "
            "Anh/chị chọn thư mục khác bằng --data hoặc MOTCUA_DATA."
        ) from error
    return settings.model_copy(update={"secret_key": key})


@contextmanager
def alone_with(settings: Settings, effects: Effects) -> Iterator[None]:
    """Nobody else serves this SQLite file meanwhile; on PostgreSQL several hosts may.

    A lock beside the file that every process of this office shares; the system lets go of it when
    the last of them ends, however it ends. Only serving asks for it. Raises StartError.
    """
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        yield
        return
    try:
        held = Path(f"{url.database}.serving").open("ab")  # noqa: SIM115  # closed by the next line
    except OSError as error:
        raise _no_database(str(url)) from error
    with held as file:
        until = effects.monotonic() + _PATIENCE_S
        while not _taken(file.fileno()):
            if effects.monotonic() > until:
                raise StartError(
                    f"Dữ liệu ở {url.database} đang được một chương trình motcua khác phục vụ. "
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


def _key(file: Path, effects: Effects) -> str:
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(effects.secret_key(), encoding="ascii")
    return file.read_text(encoding="ascii").strip()


@contextmanager
def prepared_database(settings: Settings, *, upgrade: bool = True) -> Iterator[Engine]:
    """The database, its schema brought up to date, closed afterwards. Raises StartError."""
    engine = open_engine(settings.database_url)
    try:
        _prepare(engine, upgrade)
        yield engine
    finally:
        engine.dispose()


def _prepare(engine: Engine, upgrade: bool) -> None:
    shown = engine.url.render_as_string(hide_password=True)
    try:
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
    if wrong:
        raise StartError(
            f"SQLite trên máy này không nhận thiết lập {', '.join(wrong)}. "
            "Anh/chị đặt thư mục dữ liệu trên ổ đĩa của máy, không trên ổ mạng."
        )


def _no_database(shown: str) -> StartError:
    return StartError(
        f"Không mở được cơ sở dữ liệu {shown}. "
        "Anh/chị kiểm tra MOTCUA_DATABASE_URL, quyền ghi và dung lượng đĩa."
    )
