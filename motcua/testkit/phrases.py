"""What the desk's screens offer to say: section by section, each phrase's name and its button.

``phrases.lock.json`` is written together with the selector contract; a test holds it against the
office's own phrase book.
"""

import json
from functools import cache
from importlib.resources import files

LOCK = "phrases.lock.json"


@cache
def by_section() -> dict[str, dict[str, str]]:
    """Section title -> phrase name -> label of its button, in the desk's order."""
    text = (files("motcua.testkit") / LOCK).read_text("utf-8")
    found: dict[str, dict[str, str]] = json.loads(text)
    return found


def find(name: str) -> tuple[str, str]:
    """The title of the section that holds the phrase, and its label. Raises KeyError."""
    for title, labels in by_section().items():
        if name in labels:
            return title, labels[name]
    raise KeyError(name)
