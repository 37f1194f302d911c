"""An address as a picture that another telephone can read."""

from functools import lru_cache

import segno

_PLAIN_MASK = 3  # trying all eight takes three times as long, and a sheet holds hundreds


@lru_cache(maxsize=64)
def qr_svg(address: str) -> str:
    """An ``<svg>`` without inline styles, dark squares on transparent ground."""
    return _drawn(segno.make(address, micro=False, error="m"))


def qr_svg_of_secret(address: str) -> str:
    """The same for an address nobody may find afterwards: it is not kept."""
    return _drawn(segno.make(address, micro=False, error="m", mask=_PLAIN_MASK))


def _drawn(code: segno.QRCode) -> str:
    return code.svg_inline(scale=4, omitsize=True, svgclass=None, lineclass=None)
