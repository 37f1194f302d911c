"""The roster as a workbook: one sheet to print on A4, with the same words as the paper."""

from datetime import UTC
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from motcua.web.roster.paper import content
from motcua.web.roster.paper.content import Heading, Paper
from motcua.web.roster.paper.word import qr_png

_WIDTHS = (16, 22, 30, 30)  # characters
_TEXT = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}
_MM = 1 / 25.4


def roster_xlsx(paper: Paper) -> bytes:
    """The paper as .xlsx; the same paper gives the same bytes."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as book:
        made_at = paper.heading.issued_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        book.set_properties({"created": made_at, "author": "motcua", "comments": content.MARK})
        sheet = book.add_worksheet("Lịch trực")
        _page(sheet, paper.heading)
        styles = _styles(book)
        _write(sheet, paper, styles)
    return buffer.getvalue()


def _styles(book: Workbook) -> dict[str, Format]:
    kinds: dict[str, dict[str, object]] = {
        "plain": {},
        "bold": {"bold": True},
        "middle": {"align": "center"},
        "title": {"bold": True, "align": "center"},
        "date": {"italic": True, "align": "center"},
        "head": {"bold": True, "align": "center", "border": 1},
        "cell": {"border": 1},
    }
    return {name: book.add_format(_TEXT | more) for name, more in kinds.items()}


def _page(sheet: Worksheet, heading: Heading) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=30 * _MM, right=15 * _MM, top=20 * _MM, bottom=20 * _MM)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("", {"margin": 9 * _MM})
    sheet.set_footer(f"&L&9{content.MARK}. {heading.version_words}, số {heading.number}.&R&9&P/&N")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)


def _write(sheet: Worksheet, paper: Paper, styles: dict[str, Format]) -> None:
    row = _top(sheet, paper.heading, styles)
    sheet.repeat_rows(row)
    sheet.write_row(row, 0, content.COLUMNS, styles["head"])
    for each in paper.rows:
        row += 1
        note = f"\n({each.note})" if each.note else ""
        boxes = ("\n".join(box.lines) for box in each.boxes)
        for column, text in enumerate((f"{each.day}{note}", each.venue, *boxes)):
            sheet.write_string(row, column, text, styles["cell"])
        lines = max(1, *(sum(1 + len(line) // 30 for line in box.lines) for box in each.boxes))
        sheet.set_row(row, 16 * max(lines, 2))
    row = _changes(sheet, paper, row + 2, styles)
    _ending(sheet, paper.heading, row + 1, styles)


def _top(sheet: Worksheet, heading: Heading, styles: dict[str, Format]) -> int:
    """The head; gives the row of the table's own heading."""
    lines = (
        (heading.upper.upper(), "middle", content.COUNTRY, "title"),
        (heading.agency.upper(), "title", content.MOTTO, "title"),
        (f"Số: {heading.number}", "middle", heading.place_and_date, "date"),
    )
    for row, (left, left_style, right, right_style) in enumerate(lines):
        sheet.merge_range(row, 0, row, 1, left, styles[left_style])
        sheet.merge_range(row, 2, row, 3, right, styles[right_style])
    span = f"{heading.span}. {heading.version_words}."
    middle = ((content.KIND, "title"), (content.SUBJECT, "title"), (span, "date"))
    for row, (text, style) in enumerate(middle, start=4):
        sheet.merge_range(row, 0, row, 3, text, styles[style])
    return 8


def _changes(sheet: Worksheet, paper: Paper, row: int, styles: dict[str, Format]) -> int:
    if not paper.changes:
        return row
    told = (paper.changes_heading, *(f"- {each}" for each in paper.changes))
    for number, text in enumerate(told, start=row):
        sheet.merge_range(number, 0, number, 3, text, styles["plain" if number > row else "bold"])
    return row + len(told) + 1


def _ending(sheet: Worksheet, heading: Heading, row: int, styles: dict[str, Format]) -> None:
    recipients = (*heading.recipients, "Lưu: hồ sơ")
    left = "\n".join((content.RECIPIENTS, *(f"- {each};" for each in recipients)))
    sheet.set_row(row, 16 * (len(recipients) + 1))
    sheet.merge_range(row, 0, row, 1, left, styles["plain"])
    sheet.merge_range(row, 2, row, 3, heading.signer_role.upper(), styles["title"])
    picture = {"image_data": BytesIO(qr_png(heading.address)), "x_scale": 0.5, "y_scale": 0.5}
    sheet.insert_image(row + 1, 0, "qr.png", picture | {"description": content.CHECK})
    sheet.merge_range(row + 5, 2, row + 5, 3, heading.signer, styles["title"])
    sheet.merge_range(row + 7, 0, row + 7, 1, content.CHECK, styles["plain"])
