"""Workbooks as people send them."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook


def workbook(*rows: tuple[Any, ...]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
