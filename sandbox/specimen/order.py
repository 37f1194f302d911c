"""What can be asked of the pretend scanner."""

from dataclasses import dataclass
from enum import StrEnum


class Sides(StrEnum):
    """Which faces of the card lie on the glass."""

    FRONT = "front"
    BACK = "back"
    BOTH = "both"


class ScanFormat(StrEnum):
    """File formats the scanner writes; the value is the file extension."""

    PDF = "pdf"
    DOCX = "docx"
    JPG = "jpg"


class ScanSize(StrEnum):
    """Resolution and colour, which decide how heavy the file becomes."""

    DPI_150_GREY = "150-grey"
    DPI_150_COLOUR = "150-colour"
    DPI_300_COLOUR = "300-colour"
    AT_LIMIT = "at-limit"
    OVER_LIMIT = "over-limit"
    DPI_600_COLOUR = "600-colour"

    @property
    def grey(self) -> bool:
        """Whether the picture is without colour."""
        return self is ScanSize.DPI_150_GREY


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """One press of the scanner's button; ``holder`` is the handle of the card's owner."""

    sides: Sides
    fmt: ScanFormat
    size: ScanSize
    holder: str


MAX_UPLOAD = 5 * 1024 * 1024
"""The heaviest attachment the portal takes, in bytes (S4-13, read as MiB)."""

_BYTES = {
    ScanSize.DPI_150_GREY: 200_000,
    ScanSize.DPI_150_COLOUR: 1_000_000,
    ScanSize.DPI_300_COLOUR: 4_500_000,
    ScanSize.AT_LIMIT: MAX_UPLOAD,
    ScanSize.OVER_LIMIT: MAX_UPLOAD + 1,
    ScanSize.DPI_600_COLOUR: 6_000_000,
}


def bytes_of(size: ScanSize) -> int:
    """The exact length, in bytes, of every file scanned at this size."""
    return _BYTES[size]
