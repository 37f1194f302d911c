"""One card of the home page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """What could be done next; the first card carries the page's main action.

    ``links`` are (words, address) of single things the card speaks of.
    """

    heading: str
    says: str
    action: str
    address: str
    links: tuple[tuple[str, str], ...] = ()
