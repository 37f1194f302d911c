"""Search without accents. Names and titles are folded here, so no stored copy can grow stale."""

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Match:
    """Where one word of the search was found; a run fits if either holds it."""

    people: tuple[int, ...]
    scenarios: tuple[str, ...]


def matches(text: str, people: Mapping[int, str], titles: Mapping[str, str]) -> tuple[Match, ...]:
    """For each word of ``text``: the people and the scenarios whose name has it."""
    names = {key: fold(name) for key, name in people.items()}
    subjects = {key: fold(title) for key, title in titles.items()}
    return tuple(
        Match(
            tuple(key for key, name in names.items() if word in name),
            tuple(key for key, title in subjects.items() if word in title),
        )
        for word in fold(text).split()
    )
