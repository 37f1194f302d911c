"""What the terminal does about getting in: ``motcua init`` and ``motcua reset-password NAME``.

Whoever may run them could read the office's data anyway.
"""

import argparse
from pathlib import Path

from web.office.first_run import service
from web.people.administration import service as administration
from web.people.administration import store as people
from web.roster.planning.province_command import Commands
from web.shell.config import Settings
from web.shell.database import transaction
from web.shell.effects import Effects
from web.start import StartError, prepared_database


def add_to(commands: Commands) -> None:
    """Add ``reset-password``."""
    words = "cấp mật khẩu tạm cho một người, khi không ai khác cấp được"
    command = commands.add_parser("reset-password", help=words, description=words)
    command.add_argument("--data", type=Path, help="thư mục dữ liệu")
    command.add_argument("username", metavar="TÊN", help="tên đăng nhập, ví dụ quantri")
    command.set_defaults(run=reset_password, command="reset-password")


def init(_: argparse.Namespace, settings: Settings, effects: Effects) -> int:
    """Prepare the folder; a new office gets its first administrator."""
    with prepared_database(settings) as engine, transaction(engine) as connection:
        password = service.plant_administrator(connection, effects)
    _say(f"Dữ liệu nằm ở {settings.data}.")
    if password:
        _say(f"Người quản trị đầu tiên: quantri, mật khẩu tạm: {password}")
    return 0


def reset_password(arguments: argparse.Namespace, settings: Settings, effects: Effects) -> int:
    """Print a password that works until its owner sets their own. Raises StartError."""
    with (
        prepared_database(settings, upgrade=False) as engine,
        transaction(engine) as connection,
    ):
        account = people.account_named(connection, arguments.username)
        if account is None or not account.active:
            raise StartError(_REFUSED[account is not None].format(name=arguments.username))
        password = administration.reset_password(connection, effects, None, account)
    _say(f"Mật khẩu tạm của {account.username} ({account.full_name}): {password}")
    _say("Người này đã bị đăng xuất khỏi mọi máy và phải đặt mật khẩu riêng khi đăng nhập.")
    return 0


_REFUSED = {
    False: "Không có ai mang tên đăng nhập {name}. Anh/chị xem lại tên, ví dụ quantri.",
    True: "Tài khoản {name} đang tạm ngừng nên mật khẩu mới không mở được gì. "
    "Anh/chị nhờ một người quản trị cho dùng lại tài khoản này.",
}


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a command speaks by printing
