"""A drawing as a list of shapes, so that paper and screen show the same card.

One unit is 1/300 inch: a card of 85.6 by 54 mm is 1012 by 638 units.
Colours are "#rrggbb".
"""

from dataclasses import dataclass

WIDTH, HEIGHT = 1012, 638


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; ``edge`` draws an outline two units wide."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``x`` is its left end, or its middle when ``centred``."""

    x: float
    baseline: float
    text: str
    size: float
    fill: str
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Watermark:
    """One word across the middle of the card, rising to the right."""

    text: str
    size: float
    fill: str
    opacity: float
    degrees: float


Shape = Box | Disc | Words | Watermark
