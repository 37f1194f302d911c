"""``motcua backup FILE`` and ``motcua restore FILE``."""

import argparse
import sys
from datetime import datetime
from getpass import getpass
from pathlib import Path

from web.backup import archive, restoring
from web.backup.archive import ArchiveError, Reader
from web.backup.progress import Progress
from web.backup.saving import save
from web.roster.planning.province_command import Commands
from web.shell import schema
from web.shell.config import Settings
from web.shell.database import transaction
from web.shell.effects import Effects
from web.shell.formatting import moment, number
from web.shell.private import make_private
from web.start import StartError, alone_with, prepared_database

_STOPPED = "Đã dừng theo yêu cầu; không để lại tệp dở và không thay đổi gì."
_UNREADABLE = (
    "Tệp sao lưu vừa ghi đọc lại không đúng nên đã bỏ. Anh/chị kiểm tra ổ đĩa rồi chạy lại."
)
_SHORTEST = 8


def add_to(commands: Commands) -> None:
    """Add both."""
    words = "sao lưu cả đơn vị vào một tệp, khi chương trình đang chạy cũng được"
    backup = commands.add_parser("backup", help=words, description=words)
    backup.set_defaults(run=run_backup, command="backup")
    backup.add_argument("--passphrase", action="store_true", help="hỏi mật khẩu để khóa tệp")
    words = "khôi phục cả đơn vị từ tệp sao lưu; dừng chương trình trước"
    restore = commands.add_parser("restore", help=words, description=words)
    restore.set_defaults(run=run_restore, command="restore")
    restore.add_argument(
        "--replace", action="store_true", help="thay dữ liệu đang có; dữ liệu cũ được giữ bên cạnh"
    )
    for command in (backup, restore):
        command.add_argument("file", type=Path, metavar="TỆP", help="tệp sao lưu")
        command.add_argument("--data", type=Path, help="thư mục dữ liệu")
        command.add_argument(
            "--passphrase-file", type=Path, metavar="TỆP", help="tệp ghi mật khẩu ở dòng đầu"
        )


def run_backup(arguments: argparse.Namespace, settings: Settings, effects: Effects) -> int:
    """Write the file. Raises StartError."""
    if arguments.file.exists():
        raise StartError(f"Đã có tệp {arguments.file}. Anh/chị chọn tên khác cho bản sao lưu.")
    passphrase = _new_passphrase(arguments, settings)
    progress = Progress("Đang sao lưu", 0, effects, sys.stderr)
    try:
        with prepared_database(settings, upgrade=False) as engine:
            with transaction(engine, writes=False) as connection:
                if schema.found(connection) is None:
                    raise StartError("Thư mục dữ liệu này chưa có gì để sao lưu.")
            rows = save(engine, settings, arguments.file, passphrase, progress)
    except KeyboardInterrupt:
        raise StartError(_STOPPED) from None
    except ArchiveError as error:
        raise StartError(_UNREADABLE) from error
    except OSError as error:
        raise StartError(
            f"Không ghi được tệp sao lưu {arguments.file}. "
            "Anh/chị kiểm tra thư mục, quyền ghi và dung lượng đĩa."
        ) from error
    locked = ", khóa bằng mật khẩu" if passphrase else ""
    _say(f"Đã sao lưu {number(rows)} dòng vào {arguments.file}{locked}.")
    if not passphrase:
        _say("Tệp này mở được mọi dữ liệu của đơn vị, anh/chị cất ở nơi chỉ người phụ trách vào.")
    return 0


def run_restore(arguments: argparse.Namespace, settings: Settings, effects: Effects) -> int:
    """Put the office of the file in place. Raises StartError."""
    make_private()
    try:
        passphrase = _known_passphrase(arguments, settings)
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with archive.opened(arguments.file, passphrase) as reader:
            _fits(reader, settings)
            progress = Progress("Đang khôi phục", reader.manifest.rows, effects, sys.stderr)
            with alone_with(settings, effects):
                kept = restoring.restore(
                    settings, reader, progress, effects.now(), replace=arguments.replace
                )
            _tell(reader, settings, kept)
    except ArchiveError as refused:
        raise StartError(str(refused)) from refused
    except KeyboardInterrupt:
        raise StartError(_STOPPED) from None
    except OSError as error:
        raise StartError(
            f"Không đọc được {arguments.file} hoặc không ghi được vào {settings.data} nên dữ liệu "
            "giữ nguyên như trước. Anh/chị kiểm tra tệp, quyền và dung lượng đĩa."
        ) from error
    return 0


def _fits(reader: Reader, settings: Settings) -> None:
    """Raises ArchiveError or StartError where the office could not run on what is in the file."""
    if reader.manifest.revision > schema.head():
        raise ArchiveError(archive.NEWER)
    if settings.secret_key and settings.secret_key != reader.key:
        raise StartError(
            "MOTCUA_SECRET_KEY khác khóa của bản sao lưu nên chưa khôi phục gì. "
            "Anh/chị bỏ biến này, khóa trong bản sao lưu sẽ được dùng."
        )


def _tell(reader: Reader, settings: Settings, kept: list[Path]) -> None:
    manifest = reader.manifest
    made = datetime.fromisoformat(manifest.made_at)
    _say(f"Đã khôi phục {number(manifest.rows)} dòng, sao lưu lúc {moment(made)}.")
    for file in kept:
        _say(f"Dữ liệu cũ được giữ ở {file}.")
    if manifest.settings:
        target = settings.data / "settings.restored"
        lines = (f"{name}={value}\n" for name, value in manifest.settings.items())
        target.write_text("".join(lines), encoding="utf-8")
        target.chmod(0o600)
        _say(f"Thiết lập lúc sao lưu được ghi ở {target}; anh/chị đặt lại những gì còn dùng.")
    _say("Anh/chị chạy motcua verify để kiểm tra.")


def _new_passphrase(arguments: argparse.Namespace, settings: Settings) -> str:
    passphrase = _given(arguments, settings)
    if not passphrase and arguments.passphrase:
        if not sys.stdin.isatty():
            raise StartError("Không có màn hình để hỏi mật khẩu. Anh/chị dùng --passphrase-file.")
        passphrase = getpass("Mật khẩu của tệp sao lưu: ")
        if getpass("Nhập lại mật khẩu: ") != passphrase:
            raise StartError("Hai lần nhập mật khẩu khác nhau. Anh/chị chạy lại lệnh.")
        if len(passphrase) < _SHORTEST:
            raise StartError("Mật khẩu của tệp sao lưu cần ít nhất 8 ký tự.")
    return passphrase


def _known_passphrase(arguments: argparse.Namespace, settings: Settings) -> str:
    if not archive.is_locked(arguments.file):
        return ""
    passphrase = _given(arguments, settings)
    if passphrase:
        return passphrase
    if sys.stdin.isatty():
        return getpass("Mật khẩu của tệp sao lưu: ")
    raise StartError(
        "Tệp sao lưu được khóa bằng mật khẩu. Anh/chị thêm --passphrase-file hoặc đặt "
        "MOTCUA_BACKUP_PASSPHRASE."
    )


def _given(arguments: argparse.Namespace, settings: Settings) -> str:
    """From the file or the environment; "" when neither says one. Raises StartError."""
    if not arguments.passphrase_file:
        return settings.backup_passphrase
    try:
        passphrase: str = arguments.passphrase_file.read_text("utf-8").split("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StartError(f"Không đọc được tệp mật khẩu {arguments.passphrase_file}.") from error
    if len(passphrase) < _SHORTEST:
        raise StartError(
            f"Dòng đầu của {arguments.passphrase_file} cần một mật khẩu dài ít nhất 8 ký tự."
        )
    return passphrase


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a command speaks by printing
