"""Whether a typed name could be meant for a persona, typing mistakes included."""

from collections import Counter
from collections.abc import Iterator
from itertools import permutations

from sandbox.vietnamese import fold

Words = tuple[str, ...]

_MOST_EDITS = 2


def resembles(typed: str, persona: str) -> bool:
    """Whether ``typed`` is ``persona`` with at most two edits.

    Marks, capitals and the order of the words do not count, and one word between
    surname and given name may be missing. An edit is a letter added,
    dropped, changed or swapped with the next; no more than half of a word may be edited.
    """
    words = tuple(fold(typed).split())
    return any(_close(words, version) for version in _versions(tuple(fold(persona).split())))


def within_edits(one: str, other: str, edits: int) -> bool:
    """Whether at most ``edits`` edits of a letter lead from ``one`` to ``other``."""
    if one == other or not edits:
        return one == other
    if one[:1] == other[:1]:
        return within_edits(one[1:], other[1:], edits)
    pairs = [(one[1:], other), (one, other[1:]), (one[1:], other[1:])]
    if one[:2] == other[1::-1]:
        pairs.append((one[2:], other[2:]))
    return any(within_edits(*pair, edits - 1) for pair in pairs)


def _versions(persona: Words) -> Iterator[Words]:
    yield persona
    for place in range(1, len(persona) - 1):
        yield persona[:place] + persona[place + 1 :]


def _close(typed: Words, persona: Words) -> bool:
    if len(typed) != len(persona):
        # A space was added or forgotten, which is an edit as well.
        return within_edits(" ".join(typed), " ".join(persona), _MOST_EDITS)
    odd = tuple((Counter(typed) - Counter(persona)).elements())
    wanted = tuple((Counter(persona) - Counter(typed)).elements())
    return len(odd) <= _MOST_EDITS and any(
        sum(map(_edits, odd, order)) <= _MOST_EDITS for order in permutations(wanted)
    )


def _edits(typed: str, word: str) -> int:
    most = min(_MOST_EDITS, max(len(typed), len(word)) // 2)
    return next((n for n in range(1, most + 1) if within_edits(typed, word, n)), _MOST_EDITS + 1)
