"""The scan as a Word file of an exact length: one A4 page holding one picture.

The smallest package Word opens (ECMA-376 part 2), every member stored as it is.
The seal is the archive's comment: unlike a member it has no checksum that the
later signature would break.
"""

from functools import cache
from importlib.resources import files

from sandbox.specimen.archive import archive

_PARTS = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")


def write(sheet: bytes, seal: bytes, size: int) -> bytes:
    """A Word file showing the JPEG ``sheet``: ``size`` bytes."""
    bare = _assemble(sheet, seal, b"")
    return _assemble(sheet, seal, bytes(size - len(bare)))


def _assemble(sheet: bytes, seal: bytes, padding: bytes) -> bytes:
    picture = (("word/media/sheet.jpg", sheet), ("word/media/idle.bin", padding))
    return archive((*_frame(), *picture), comment=seal)


@cache
def _frame() -> tuple[tuple[str, bytes], ...]:
    folder = files("sandbox.specimen") / "docx"
    names = ("content_types.xml", "package.rels", "document.xml", "document.rels")
    return tuple(
        (part, (folder / name).read_bytes()) for part, name in zip(_PARTS, names, strict=True)
    )
