"""``motcua roster plan``: drafts for all offices of a province at once."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from web.roster.planning import province_drafts, province_report
from web.roster.planning.actor import office_day
from web.roster.planning.dates import SHAPE, next_month, read_day
from web.roster.planning.office_forms import LONGEST_DAYS
from web.roster.planning.province_drafts import Result
from web.shell.config import Settings
from web.shell.database import transaction
from web.shell.effects import Effects
from web.start import StartError, prepared_database

LIMIT_S = 10.0
_OPTIONS: tuple[tuple[str, Callable[[str], object], str, str], ...] = (
    ("--data", Path, "THƯ-MỤC", "thư mục dữ liệu"),
    ("--from", str, "NGÀY", "từ ngày, dạng 01/12/2026 (mặc định: cả tháng sau)"),
    ("--to", str, "NGÀY", "đến hết ngày, dạng 31/12/2026"),
    ("--processes", int, "SỐ", "số tiến trình (mặc định: số bộ xử lý)"),
    ("--limit", float, "GIÂY", f"thời gian tính tối đa mỗi đơn vị (mặc định: {LIMIT_S:.0f})"),
    ("--out", Path, "TỆP", "ghi bảng kết quả vào tệp .csv hoặc .json"),
)
_OUTPUTS = {".csv": province_report.csv, ".json": province_report.as_json}


class Commands(Protocol):
    """What ``argparse`` gives to add commands to."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:  # noqa: A002  # argparse's own name
        """A further command."""


def add_to(commands: Commands) -> None:
    """Add ``roster`` with what it can do."""
    words = "xếp lịch trực cho mọi đơn vị cùng lúc"
    rosters = commands.add_parser("roster", help=words, description=words)
    words = (
        "Xếp bản dự thảo lịch trực cho mọi đơn vị có người trực. Không ban hành bản nào: trưởng "
        "bộ phận từng đơn vị xem và ban hành. Đơn vị đã có lịch trong những ngày này được giữ "
        "nguyên. Mã kết thúc: 0 mọi đơn vị đủ người; 1 có đơn vị thiếu người hoặc chưa xếp được; "
        "2 không chạy được."
    )
    plan = rosters.add_subparsers(required=True, metavar="LỆNH").add_parser(
        "plan", help="xếp bản dự thảo cho mọi đơn vị", description=words
    )
    for name, kind, metavar, help_text in _OPTIONS:
        plan.add_argument(name, type=kind, metavar=metavar, help=help_text)
    plan.add_argument("--dry-run", action="store_true", help="chỉ tính và báo, không lưu dự thảo")
    plan.set_defaults(run=run, command="roster")


def run(arguments: argparse.Namespace, settings: Settings, effects: Effects) -> int:
    """Plan and report; the exit code is 1 when somebody has to look after an office, else 0.

    Raises StartError: days, processes or the output file that cannot be.
    """
    first, last = _days(arguments, effects)
    if arguments.out and arguments.out.suffix not in _OUTPUTS:
        raise StartError("Tệp kết quả phải có đuôi .csv hoặc .json.")
    if arguments.processes is not None and arguments.processes < 1:
        raise StartError("Số tiến trình phải từ 1 trở lên.")
    results = _planned(arguments, settings, effects, (first, last))
    if arguments.out:
        arguments.out.write_bytes(_OUTPUTS[arguments.out.suffix](results))
    text, note = (
        province_report.text(results),
        " (chạy thử, không lưu)" if arguments.dry_run else "",
    )
    sys.stdout.write(f"Lịch trực từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}{note}\n\n{text}\n")
    return 0 if all(one.well for one in results) else 1


def _planned(
    arguments: argparse.Namespace, settings: Settings, effects: Effects, days: tuple[date, date]
) -> list[Result]:
    with prepared_database(settings) as engine:
        with transaction(engine, writes=False) as connection:
            found = province_drafts.jobs(connection, effects, *days)
        results = province_drafts.plan_jobs(found, arguments.processes, arguments.limit or LIMIT_S)
        return results if arguments.dry_run else [_save(engine, effects, one) for one in results]


def _save(engine: Engine, effects: Effects, result: Result) -> Result:
    """In a transaction of its own, so that nobody waits long who works meanwhile."""
    with transaction(engine) as connection:
        return province_drafts.save_draft(connection, effects, result)


def _days(arguments: argparse.Namespace, effects: Effects) -> tuple[date, date]:
    """The days asked for, or the next month's. Raises StartError: they are no period."""
    texts = vars(arguments)["from"], arguments.to  # the first is a word of the language
    if texts == (None, None):
        return next_month(office_day(effects))
    first, last = map(read_day, texts)
    if first is None or last is None:
        raise StartError(f"--from và --to phải đi cùng nhau. {SHAPE}")
    if last < first:
        raise StartError("Ngày ở --to phải từ ngày ở --from trở đi.")
    if (last - first).days >= LONGEST_DAYS:
        raise StartError(f"Một kỳ dài tối đa {LONGEST_DAYS} ngày.")
    return first, last
