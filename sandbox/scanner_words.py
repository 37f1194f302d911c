"""What can be chosen at the scanner, in words: key, words, and what kind of file it makes."""

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
SIZES: Options = (
    (ScanSize.DPI_150_GREY, "150 dpi, đen trắng", "khoảng 200 kB"),
    (ScanSize.DPI_150_COLOUR, "150 dpi, màu", "khoảng 1 MB"),
    (ScanSize.DPI_300_COLOUR, "300 dpi, màu", "khoảng 4,5 MB"),
    (ScanSize.AT_LIMIT, "400 dpi, nén vừa đủ", "đúng 5 MB: 5.242.880 byte"),
    (ScanSize.OVER_LIMIT, "400 dpi, nén ít", "hơn 5 MB một byte: 5.242.881 byte"),
    (ScanSize.DPI_600_COLOUR, "600 dpi, màu", "khoảng 6 MB"),
)
