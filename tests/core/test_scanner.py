"""The files that come out of the pretend scanner."""

from datetime import date
from io import BytesIO
from itertools import product
from zipfile import ZipFile

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader

from sandbox.scanner import (
    CardFace,
    ScanFormat,
    ScanOrder,
    ScanSize,
    Sides,
    bytes_of,
    read_specimen,
    scan,
)
from sandbox.specimen.seal import SpecimenTruth
from sandbox.specimen.sheet import SHEET, sheet_jpeg

KEY = b"k" * 32
FACE = CardFace(
    full_name="Nguyễn Thị Tập Huấn",
    sex="Nữ",
    birth_date=date(1988, 2, 3),
    number="000188123456",
    address="Thôn Mẫu 3, xã Mẫu, tỉnh Giả Lập",
    issued_on=date(2021, 5, 6),
    kind="chip",
)


def scanned(
    fmt: ScanFormat, size: ScanSize = ScanSize.DPI_150_COLOUR, sides: Sides = Sides.BOTH
) -> bytes:
    return scan(FACE, ScanOrder(sides, fmt, size, "citizen"), KEY, "w1", 1)


@pytest.mark.parametrize(("fmt", "size", "sides"), [*product(ScanFormat, ScanSize, Sides)])
def test_every_order_yields_exactly_its_bytes_and_tells_the_truth(
    fmt: ScanFormat, size: ScanSize, sides: Sides
) -> None:
    data = scanned(fmt, size, sides)
    assert len(data) == bytes_of(size)
    assert read_specimen(data, KEY) == SpecimenTruth("w1", 1, "citizen", sides, fmt, size)


def test_the_sizes_stand_on_both_sides_of_five_mebibytes() -> None:
    assert bytes_of(ScanSize.AT_LIMIT) == 5_242_880
    assert bytes_of(ScanSize.OVER_LIMIT) == 5_242_881
    assert bytes_of(ScanSize.DPI_300_COLOUR) < 5_000_000 < bytes_of(ScanSize.DPI_600_COLOUR)


@pytest.mark.parametrize("size", ScanSize)
def test_a_pdf_is_one_a4_page_with_one_picture(size: ScanSize) -> None:
    page = PdfReader(BytesIO(scanned(ScanFormat.PDF, size)), strict=True).pages[0]
    assert (page.mediabox.width, page.mediabox.height) == (595, 842)
    assert page.images[0].image is not None
    assert page.images[0].image.size == SHEET


@pytest.mark.parametrize("size", ScanSize)
def test_a_word_file_opens_and_holds_the_picture(size: ScanSize) -> None:
    data = scanned(ScanFormat.DOCX, size)
    with ZipFile(BytesIO(data)) as zipped:
        assert zipped.testzip() is None
        assert Image.open(zipped.open("word/media/sheet.jpg")).size == SHEET
    assert len(Document(BytesIO(data)).inline_shapes) == 1


@pytest.mark.parametrize("size", ScanSize)
def test_a_jpg_opens_as_the_whole_sheet(size: ScanSize) -> None:
    picture = Image.open(BytesIO(scanned(ScanFormat.JPG, size)))
    picture.load()
    assert picture.size == SHEET


def test_the_grey_resolution_has_no_colour() -> None:
    grey = Image.open(BytesIO(scanned(ScanFormat.JPG, ScanSize.DPI_150_GREY)))
    colour = Image.open(BytesIO(scanned(ScanFormat.JPG, ScanSize.DPI_150_COLOUR)))
    assert (grey.mode, colour.mode) == ("L", "RGB")


@pytest.mark.parametrize("fmt", ScanFormat)
def test_scanning_again_gives_the_same_bytes(fmt: ScanFormat) -> None:
    first = scanned(fmt)
    sheet_jpeg.cache_clear()
    assert scanned(fmt) == first


def test_the_three_choices_of_sides_give_three_pictures() -> None:
    pictures = {sheet_jpeg(FACE, sides, grey=False) for sides in Sides}
    assert len(pictures) == 3


@pytest.mark.parametrize("grey", [True, False])
@pytest.mark.parametrize("sides", Sides)
def test_the_picture_fits_into_the_smallest_file(sides: Sides, grey: bool) -> None:
    crowded = CardFace(
        full_name="Nguyễn Hoàng Phương Thảo Thử Nghiệm Tập Huấn",
        sex="Nữ",
        birth_date=date(1940, 12, 31),
        number="000123456",
        address="Tổ dân phố số 12, khu phố Mẫu Đông Nam, phường Mẫu, tỉnh Giả Lập, " * 3,
        issued_on=date(2009, 5, 6),
        kind="old",
    )
    assert len(sheet_jpeg(crowded, sides, grey=grey)) < 190_000
