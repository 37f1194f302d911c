"""One card of the home page."""

from dataclasses import dataclass

from web.practice.runs.overview import Lesson


@dataclass(frozen=True, slots=True)
class Step:
    """What could be done next; the first card carries the page's main action.

    ``links`` are (words, address) of single things the card speaks of. ``lesson``: the action
    starts it, and the address is where to choose another.
    """

    heading: str
    says: str
    action: str
    address: str
    links: tuple[tuple[str, str], ...] = ()
    lesson: Lesson | None = None
