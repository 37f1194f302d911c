"""Getting ready to serve, in an order in which nothing is opened before it is checked.

Whatever stops the start is one Vietnamese sentence in a ``StartError``.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from web.shell import schema
from web.shell.config import Settings
from web.shell.database import open_engine, transaction, wrong_pragmas
from web.shell.effects import Effects

_KEY_FILE = "secret-key"


class StartError(Exception):
    """The program cannot start; the text says why and what to do."""


def free_port(host: str, port: int) -> int:
    """``port`` if nobody listens there, or a free one for 0. Raises StartError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise StartError(
                f"Không mở được cổng {port} trên {host}: đang có chương trình khác dùng. "
                "Anh/chị tắt chương trình đó hoặc chọn cổng khác bằng --port."
            ) from error
        number: int = probe.getsockname()[1]
        return number


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
        raise StartError(
            f"Không mở được cơ sở dữ liệu {shown}. "
            "Anh/chị kiểm tra MOTCUA_DATABASE_URL, quyền ghi và dung lượng đĩa."
        ) from error
    if wrong:
        raise StartError(
            f"SQLite trên máy này không nhận thiết lập {', '.join(wrong)}. "
            "Anh/chị đặt thư mục dữ liệu trên ổ đĩa của máy, không trên ổ mạng."
        )
