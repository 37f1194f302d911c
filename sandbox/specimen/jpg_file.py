"""The scan as a JPEG of an exact length."""

_START = b"\xff\xd8"
_LONGEST = 0xFFFF + 2
"""Bytes of the longest comment segment with its marker."""


def write(sheet: bytes, seal: bytes, size: int) -> bytes:
    """``sheet`` with the seal and idle comments in front of its picture: ``size`` bytes."""
    sealed = _comment(seal)
    return _START + sealed + _padding(size - len(sheet) - len(sealed)) + sheet[2:]


def _comment(text: bytes) -> bytes:
    return b"\xff\xfe" + (len(text) + 2).to_bytes(2) + text


def _padding(length: int) -> bytes:
    """Comment segments of ``length`` bytes in all (0, or 4 and more)."""
    segments = []
    while length:
        # A segment has at least 4 bytes: never leave a remainder of 1 to 3.
        size = length if length <= _LONGEST else min(_LONGEST, length - 4)
        segments.append(_comment(bytes(size - 4)))
        length -= size
    return b"".join(segments)
