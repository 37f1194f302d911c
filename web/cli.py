"""The command ``motcua``: demo, serve, reset-password, verify, backup, restore, export, …

Exit codes: 0 done, 1 ``verify`` found something or ``roster plan`` left gaps, 2 it could not start
(one sentence on standard error for each reason).
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from training.scenario import catalogue
from training.scenario_file import ScenarioError
from web import seed
from web.backup import command as backup
from web.office.first_run import commands
from web.office.first_run import service as first_run
from web.office.records import duty_retention, retention
from web.people.accounts import proxies
from web.roster.planning import province_command
from web.serve import serve
from web.shell.config import Settings, SettingsError, address_of, default_data, load_settings
from web.shell.database import transaction
from web.shell.effects import Effects
from web.start import (
    StartError,
    alone_with,
    listen,
    office_there,
    prepare_folder,
    prepared_database,
    read_only_database,
)
from web.testers.exporting import export_run
from web.testers.openapi import document
from web.verify import CHECKS, figures, unseen, verify

Arguments = argparse.Namespace
_TOUCH_NOTHING = {"verify", "restore"}
_MAY_BEGIN = {"demo", "serve", "init", *_TOUCH_NOTHING}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_vietnamese()
    arguments = _parser().parse_args(argv)
    if arguments.command == "openapi":
        return _openapi()
    effects = Effects()
    try:
        catalogue()  # a broken scenario stops the start here, not a class later
        with ExitStack() as rooms:
            settings = _settings(arguments, os.environ, rooms)
            if arguments.command not in _MAY_BEGIN:
                office_there(settings)
            if arguments.command not in _TOUCH_NOTHING:
                settings = prepare_folder(settings, effects)
            if "port" in arguments:
                rooms.enter_context(alone_with(settings, effects))
            run: Callable[[Arguments, Settings, Effects], int] = arguments.run
            return run(arguments, settings, effects)
    except ScenarioError as broken:
        return _stop(str(broken).splitlines())
    except SettingsError as mistakes:
        return _stop(mistakes.sentences)
    except StartError as refused:
        return _stop((str(refused),))


def _speak_vietnamese() -> None:
    """Windows consoles and pipes would otherwise stop at the first accented letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _stop(sentences: Sequence[str]) -> int:
    for sentence in sentences:
        _say(sentence, sys.stderr)
    return 2


def _say(text: str, stream: TextIO | None = None) -> None:
    print(text, file=stream, flush=True)  # a command speaks by printing


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "motcua", description="Bàn tập Một cửa: diễn tập, dữ liệu giả lập."
    )
    parsers = parser.add_subparsers(required=True, metavar="LỆNH")
    for name, run, words in (
        ("demo", _demo, "mở một bộ phận mẫu có sẵn tài khoản"),
        ("serve", _serve, "chạy cho đơn vị dùng hằng ngày"),
        ("init", commands.init, "chuẩn bị thư mục dữ liệu và người quản trị đầu tiên"),
        ("verify", _verify, "kiểm tra dữ liệu đã ghi còn nguyên vẹn"),
        ("export", _export, "in một lượt luyện tập thành tệp, để xem lại ở nơi khác"),
        (
            "forget",
            _forget,
            "xóa lượt luyện tập và việc trực đã quá hạn lưu (MOTCUA_RETENTION_DAYS, …)",
        ),
    ):
        command = parsers.add_parser(name, help=words, description=words)
        command.add_argument("--data", type=Path, help="thư mục dữ liệu")
        command.set_defaults(run=run, command=name)
        if name in {"demo", "serve"}:
            command.add_argument("--port", help="số cổng (0: tự chọn cổng trống)")
        if name == "demo":
            command.add_argument(
                "--json", action="store_true", help="in một dòng JSON khi sẵn sàng"
            )
        if name == "export":
            command.add_argument("run_id", help="mã lượt, phần cuối địa chỉ trang kết quả")
            command.add_argument("--pytest", action="store_true", help="in thành tệp kiểm thử")
    province_command.add_to(parsers)
    commands.add_to(parsers)
    backup.add_to(parsers)
    words = "in tài liệu OpenAPI của giao diện kiểm thử"
    parsers.add_parser("openapi", help=words, description=words).set_defaults(command="openapi")
    return parser


def _settings(arguments: Arguments, environ: Mapping[str, str], rooms: ExitStack) -> Settings:
    """The environment, under what was given on the command line."""
    variables = dict(environ)
    if arguments.command == "demo" and "MOTCUA_DATA" not in environ:
        variables["MOTCUA_DATA"] = str(default_data(environ, sys.platform) / "demo")
    if arguments.data:
        variables["MOTCUA_DATA"] = str(arguments.data.absolute())
    if getattr(arguments, "port", None) is not None:
        variables["MOTCUA_PORT"] = arguments.port
    settings = load_settings(variables)
    if "port" not in arguments:
        return settings
    arguments.listener = rooms.enter_context(listen(settings.host, settings.port))
    port = arguments.listener.getsockname()[1]
    given = "MOTCUA_BASE_URL" in environ
    base_url = settings.base_url if given else address_of(settings.host, port)
    return settings.model_copy(update={"port": port, "base_url": base_url})


def _demo(arguments: Arguments, settings: Settings, effects: Effects) -> int:
    password = settings.demo_password or effects.password()
    token = settings.tester_token or effects.secret_key()
    settings = settings.model_copy(update={"tester_api": True, "tester_token": token})
    try:
        with prepared_database(settings) as engine, transaction(engine) as connection:
            seed.plant(connection, effects, password)
    except seed.NotADemoError as error:
        raise StartError(
            "Thư mục dữ liệu này là của một đơn vị đang dùng thật nên không mở bản mẫu ở đây. "
            "Anh/chị chọn thư mục khác bằng --data."
        ) from error
    tell = seed.ready_json if arguments.json else seed.banner
    serve(settings, arguments.listener, lambda: _say(tell(settings, password)))
    return 0


def _serve(arguments: Arguments, settings: Settings, effects: Effects) -> int:
    if settings.tester_api and not settings.tester_token:
        raise StartError(
            "MOTCUA_TESTER_API đang bật nhưng chưa có MOTCUA_TESTER_TOKEN nên không ai dùng được. "
            "Anh/chị đặt một mã dài, khó đoán cho MOTCUA_TESTER_TOKEN hoặc tắt MOTCUA_TESTER_API."
        )
    with prepared_database(settings) as engine, transaction(engine) as connection:
        retention.delete_expired(connection, effects.now(), settings.retention_days)
        duty_retention.delete_expired(connection, effects.now(), settings.duty_retention_days)
        code = first_run.new_code(connection, effects, settings.secret_key)
        warning = proxies.warning(connection, settings, effects.now())
    if warning:
        _say(warning, sys.stderr)
    opened = first_run.words_at_start(settings.base_url, code)
    serve(settings, arguments.listener, lambda: _say(opened))
    return 0


def _verify(_: Arguments, settings: Settings, __: Effects) -> int:
    with read_only_database(settings) as engine, transaction(engine, writes=False) as connection:
        found = verify(connection)
        if len(found) == len(CHECKS):
            _say(figures(connection))
        _say(unseen(connection))
    for name, sentences in found.items():
        _say(f"{'Đạt' if not sentences else 'CHƯA ĐẠT'}: {name}")
        for sentence in sentences:
            _say(f"    {sentence}")
    return 1 if any(found.values()) else 0


def _export(arguments: Arguments, settings: Settings, _: Effects) -> int:
    with (
        prepared_database(settings, upgrade=False) as engine,
        transaction(engine, writes=False) as connection,
    ):
        try:
            text = export_run(connection, arguments.run_id, as_pytest=arguments.pytest)
        except KeyError as missing:  # a test runs anywhere, so it needs a scenario of the package
            raise StartError(
                f"Tình huống {missing} không có sẵn trong motcua nên không in thành tệp kiểm thử "
                "được. Anh/chị bỏ --pytest để in lượt thành tệp xem lại."
            ) from missing
    if text is None:
        raise StartError(
            f"Không có lượt luyện tập nào mang mã {arguments.run_id}. "
            "Anh/chị lấy mã ở phần cuối địa chỉ trang kết quả."
        )
    _say(text)
    return 0


def _forget(_: Arguments, settings: Settings, effects: Effects) -> int:
    days, duty_days = settings.retention_days, settings.duty_retention_days
    if not days and not duty_days:
        raise StartError(
            "MOTCUA_RETENTION_DAYS chưa đặt, MOTCUA_DUTY_RETENTION_DAYS cũng vậy, nên mọi thứ "
            "được giữ lại. Anh/chị đặt số ngày lưu rồi chạy lại."
        )
    with prepared_database(settings) as engine, transaction(engine) as connection:
        runs = retention.delete_expired(connection, effects.now(), days)
        duty = duty_retention.delete_expired(connection, effects.now(), duty_days)
    if days:
        _say(f"Đã xóa {runs} lượt kết thúc quá {days} ngày trước.")
    if duty_days:
        _say(f"Đã xóa {duty.count} việc trực quá {duty_days} ngày trước; lịch đã ban hành vẫn giữ.")
    return 0


def _openapi() -> int:
    _say(json.dumps(document(), ensure_ascii=False, indent=2))
    return 0
