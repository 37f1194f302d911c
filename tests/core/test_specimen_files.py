"""Files are brought to an exact length inside their own format."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader

from sandbox.specimen import docx_file, jpg_file, pdf_file
from sandbox.specimen.archive import archive

SEAL = b"MOTCUA-SPECIMEN-1:seal;"
SEGMENT = 0xFFFF + 2


def blank_sheet(mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    Image.new(mode, (1240, 1754), "white").save(buffer, "JPEG")
    return buffer.getvalue()


# A comment segment has at least 4 bytes, so these are the lengths that could leave a bad rest.
@pytest.mark.parametrize("room", [0, 4, 5, *range(SEGMENT, SEGMENT + 5), 3 * SEGMENT + 1])
def test_a_jpg_can_be_padded_by_any_length_across_segments(room: int) -> None:
    sheet = blank_sheet()
    size = len(sheet) + len(SEAL) + 4 + room
    data = jpg_file.write(sheet, SEAL, size)
    Image.open(BytesIO(data)).load()
    assert len(data) == size
    assert data.count(SEAL) == 1


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_pdf_names_the_colours_of_its_picture(mode: str) -> None:
    data = pdf_file.write(blank_sheet(mode), SEAL, 100_000)
    picture = PdfReader(BytesIO(data), strict=True).pages[0].images[0].image
    assert picture is not None
    assert picture.mode == mode


def test_a_pdf_ends_with_its_end_mark() -> None:
    assert pdf_file.write(blank_sheet(), SEAL, 100_000).endswith(b"%%EOF\n")


def test_a_word_file_keeps_its_picture_untouched() -> None:
    sheet = blank_sheet()
    with ZipFile(BytesIO(docx_file.write(sheet, SEAL, 100_000))) as zipped:
        assert zipped.read("word/media/sheet.jpg") == sheet
        assert zipped.comment == SEAL


@pytest.mark.parametrize("write", [pdf_file.write, docx_file.write, jpg_file.write])
def test_a_sheet_too_heavy_for_its_size_is_an_error_not_a_longer_file(write: object) -> None:
    assert callable(write)
    with pytest.raises(ValueError, match="negative"):
        write(blank_sheet(), SEAL, 5_000)


def test_an_archive_bears_no_trace_of_its_machine() -> None:
    with ZipFile(BytesIO(archive([("a", b"1"), ("b", b"2")]))) as zipped:
        members = zipped.infolist()
    assert [(m.date_time, m.create_system) for m in members] == [((1980, 1, 1, 0, 0, 0), 3)] * 2
