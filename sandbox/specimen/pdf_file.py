"""The scan as a PDF of an exact length: one A4 page holding one picture.

Written by hand, because every length must be known beforehand; the layout is
the smallest that PDF 1.4 (ISO 32000-1, 7.5) allows.
"""

from sandbox.specimen.sheet import SHEET

_A4 = b"595 842"
_PAGE = b"q 595 0 0 842 0 0 cm /Sheet Do Q"


def write(sheet: bytes, seal: bytes, size: int) -> bytes:
    """A PDF showing the JPEG ``sheet``: ``size`` bytes, the seal in a comment line."""
    bare = _assemble(sheet, seal, b"")
    return _assemble(sheet, seal, bytes(size - len(bare)))


def _assemble(sheet: bytes, seal: bytes, padding: bytes) -> bytes:
    body = b"%PDF-1.4\n%" + seal + b"\n"
    offsets = []
    for number, content in enumerate(_objects(sheet, padding), start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return body + _ending(offsets, len(body))


def _objects(sheet: bytes, padding: bytes) -> tuple[bytes, ...]:
    colour = b"/DeviceGray" if _is_grey(sheet) else b"/DeviceRGB"
    picture = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8" % SHEET
    return (
        b"<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %b] /Contents 4 0 R"
        b" /Resources << /XObject << /Sheet 5 0 R >> >> >>" % _A4,
        _stream(b"", _PAGE),
        _stream(picture + b" /ColorSpace %b /Filter /DCTDecode" % colour, sheet),
        _stream(b"", padding),
    )


def _stream(entries: bytes, content: bytes) -> bytes:
    # Ten digits whatever the length, so that padding adds exactly its own bytes.
    return b"<< %b /Length %010d >>\nstream\n%b\nendstream" % (entries, len(content), content)


def _ending(offsets: list[int], start: int) -> bytes:
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(offsets) + 1
    return (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%010d\n%%%%EOF\n" % (count, rows, count, start)
    )


def _is_grey(sheet: bytes) -> bool:
    """Whether the JPEG's baseline frame header (marker FFC0) names a single component."""
    return sheet[sheet.index(b"\xff\xc0") + 9] == 1
