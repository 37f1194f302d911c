"""A workbook somebody sent us, as plain rows; anything that is more than a list is refused.

A workbook is a zip archive: what it would unpack to is added up before anything is unpacked, its
tags are counted before they are read, and XML that declares entities is not read at all.
"""

import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile

LARGEST_FILE = 1_000_000  # bytes
_LARGEST_UNPACKED = 8_000_000  # bytes
_MOST_TAGS = 200_000  # opened and closed, in all parts: each takes openpyxl some 5 µs
_MOST_OTHER_TAGS = 20_000  # in parts that hold no cells, such as styles: some 25 µs
_CELLS = ("xl/worksheets/", "xl/sharedStrings")
_MOST_PARTS = 300
MOST_ROWS = 500
_MOST_COLUMNS = 40
_LONGEST_CELL = 500  # characters

NO_WORKBOOK = (
    "Tệp này không phải bảng Excel (.xlsx) đọc được. "
    "Anh/chị mở bằng Excel, chọn Lưu thành .xlsx rồi gửi lại."
)
TOO_LARGE = "Tệp lớn quá mức của một danh sách. Anh/chị chỉ giữ một trang tính có danh sách người."
TOO_MANY = f"Danh sách dài quá {MOST_ROWS} dòng. Anh/chị chia thành nhiều tệp."


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the spreadsheet numbers it, its cells as text."""

    number: int
    cells: tuple[str, ...]


def read(content: bytes) -> list[Line] | str:
    """The rows of the first sheet that are not empty; a sentence when it is not to be read."""
    if len(content) > LARGEST_FILE:
        return TOO_LARGE
    try:
        refusal = _refusal(content)
        return refusal or _lines(content)
    except (BadZipFile, *_BROKEN):
        return NO_WORKBOOK


# What openpyxl and zipfile are known to raise over files that are not what they seem.
_BROKEN = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    EOFError,
    SyntaxError,  # xml.etree's ParseError is one
    NotImplementedError,
    RuntimeError,  # an encrypted archive
    LargeZipFile,
    zlib.error,
)


def _refusal(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
            return TOO_LARGE
        tags = {True: 0, False: 0}
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as file:
                    text = file.read(part.file_size)
                if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                    return NO_WORKBOOK
                tags[part.filename.startswith(_CELLS)] += text.count(b"<")
    too_many = sum(tags.values()) > _MOST_TAGS or tags[False] > _MOST_OTHER_TAGS
    return TOO_LARGE if too_many else ""


def _lines(content: bytes) -> list[Line] | str:
    from openpyxl import load_workbook  # noqa: PLC0415  # it brings numpy: not at every start

    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS + 50, max_col=_MOST_COLUMNS, values_only=True)
        lines = [Line(number, tuple(map(_text, row))) for number, row in enumerate(rows, start=1)]
    finally:
        book.close()
    non_empty = [line for line in lines if any(line.cells)]
    return TOO_MANY if len(non_empty) > MOST_ROWS else non_empty


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())[:_LONGEST_CELL]
