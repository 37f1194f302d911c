"""Fonts for printed papers, with every Vietnamese letter; see README.md beside them."""

from functools import cache
from importlib.resources import files


@cache
def font_bytes(name: str) -> bytes:
    """The TrueType file of one face, such as "LiberationSerif-Bold". No such face: OSError."""
    return (files(__name__) / f"{name}.ttf").read_bytes()
