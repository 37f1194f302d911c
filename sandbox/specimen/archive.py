"""Office files are zip archives; these come out the same byte for byte every time."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_UNIX = 3


def archive(
    parts: Iterable[tuple[str, bytes]], comment: bytes = b"", method: int = ZIP_STORED
) -> bytes:
    """A zip of (name, content) in the given order, all dated 1980-01-01."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as zipped:
        zipped.comment = comment
        for name, content in parts:
            info = ZipInfo(name)
            info.create_system = _UNIX
            zipped.writestr(info, content, compress_type=method)
    return buffer.getvalue()
