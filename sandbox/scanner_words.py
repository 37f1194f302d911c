"""What can be chosen at the scanner, in words: key, words, and what kind of file it makes."""

from collections.abc import Mapping

from sandbox.scanner import ScanFormat, ScanSize, Sides

Options = tuple[tuple[str, str, str], ...]

SIDES: Options = (
    (Sides.BOTH, "Cả hai mặt vào một tệp", ""),
    (Sides.FRONT, "Chỉ mặt trước", ""),
    (Sides.BACK, "Chỉ mặt sau", ""),
)
FORMATS: Options = (
    (ScanFormat.PDF, "PDF", ""),
    (ScanFormat.DOCX, "Word (DOCX)", ""),
    (ScanFormat.JPG, "Ảnh JPG", ""),
)
WEIGHTS: Mapping[ScanSize, str] = {
    ScanSize.DPI_150_GREY: "khoảng 0,2 MB",
    ScanSize.DPI_150_COLOUR: "khoảng 1 MB",
    ScanSize.DPI_300_COLOUR: "khoảng 4,5 MB",
    ScanSize.AT_LIMIT: "đúng 5 MB",
    ScanSize.OVER_LIMIT: "hơn 5 MB một chút",
    ScanSize.DPI_600_COLOUR: "khoảng 6 MB",
}
SIZES: Options = (
    (ScanSize.DPI_150_GREY, "150 dpi, đen trắng", WEIGHTS[ScanSize.DPI_150_GREY]),
    (ScanSize.DPI_150_COLOUR, "150 dpi, màu", WEIGHTS[ScanSize.DPI_150_COLOUR]),
    (ScanSize.DPI_300_COLOUR, "300 dpi, màu", WEIGHTS[ScanSize.DPI_300_COLOUR]),
    (ScanSize.AT_LIMIT, "400 dpi, nén vừa đủ", WEIGHTS[ScanSize.AT_LIMIT]),
    (ScanSize.OVER_LIMIT, "400 dpi, nén ít", WEIGHTS[ScanSize.OVER_LIMIT]),
    (ScanSize.DPI_600_COLOUR, "600 dpi, màu", WEIGHTS[ScanSize.DPI_600_COLOUR]),
)
