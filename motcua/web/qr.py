"""The citizen's link as a picture that another telephone can read."""

from functools import lru_cache

import segno


@lru_cache(maxsize=64)
def qr_svg(address: str) -> str:
    """An ``<svg>`` without inline styles, dark squares on transparent ground."""
    code = segno.make(address, micro=False, error="m")
    return code.svg_inline(scale=4, omitsize=True, svgclass="qr", lineclass=None)
