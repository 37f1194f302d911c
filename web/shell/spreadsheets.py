"""Tables as files for Excel: a workbook, or CSV as a Vietnamese Excel opens it.

CSV: UTF-8 with its mark first (else the accents break), semicolons (the list separator of
a Windows that speaks Vietnamese, where the comma is the decimal sign), CRLF. No ``sep=``
line: with it Excel overlooks the mark. A text that Excel would run as a formula gets an
apostrophe before it. In the workbook texts are stored as texts, so nothing can run.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from web.shell.formatting import OFFICE_ZONE, day, moment

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠]|[\t\r\n]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDEST = 280  # pixels
_MIDNIGHT = time()

Cell = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its columns' headings, its rows. Moments are aware."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Sequence[Cell], ...]


def csv_file(table: Table) -> bytes:
    """The table as CSV."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(table.columns)
    writer.writerows([_as_text(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _as_text(cell: Cell) -> str | int:
    match cell:
        case None:
            return ""
        case datetime():
            return moment(cell)
        case date():
            return day(cell)
        case str():
            return harmless(cell)
        case _:
            return cell


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def xlsx_file(tables: Sequence[Table], made_at: datetime) -> bytes:
    """One sheet a table; the same tables and moment give the same bytes."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as book:
        book.set_properties({"created": _local(made_at), "author": "motcua"})
        formats = {
            str: book.add_format({"bold": True, "bottom": 1}),
            date: book.add_format({"num_format": "dd/mm/yyyy"}),
            datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
        }
        for table in tables:
            _fill(book.add_worksheet(table.name), table, formats)
    return buffer.getvalue()


def _fill(sheet: Worksheet, table: Table, formats: dict[type, Format]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, table.columns, formats[str])
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, formats)
    sheet.autofit(max_width=_WIDEST)


def _write(
    sheet: Worksheet, row: int, column: int, cell: Cell, formats: dict[type, Format]
) -> None:
    match cell:
        case None:
            pass
        case str():
            sheet.write_string(row, column, _UNSEEN.sub("", cell))
        case datetime():
            sheet.write_datetime(row, column, _local(cell), formats[datetime])
        case date():
            sheet.write_datetime(row, column, datetime.combine(cell, _MIDNIGHT), formats[date])
        case _:
            sheet.write_number(row, column, cell)


def _local(value: datetime) -> datetime:
    """The office's wall clock; Excel knows no zones."""
    return value.astimezone(OFFICE_ZONE).replace(tzinfo=None, microsecond=0)
