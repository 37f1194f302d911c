"""Names typed while the Vietnamese typing tool was off, so that its key codes stand in the text.

Telex writes a mark as a letter more (``Phamj``, ``Thuwr``), VNI as a digit (``Pham5``). A tool that
is on leaves marked letters, so a name with any of those is none of these.
"""

import re

from sandbox.resemblance import resembles
from sandbox.vietnamese import fold

_VNI = re.compile(r"(?=.*[0-9])[a-z](?:[a-z']*[0-9]){0,4}[a-z]*")  # more are a number, not marks
_FIRST_VOWEL = re.compile(r"[aeiouyw]")
_TELEX_MARKS = re.compile(r"[sfrxjzw]")
_TWICE = re.compile(r"([aeo])(.*)\1")  # no syllable has one of these twice: the second is a mark


def without_key_codes(typed: str) -> str:
    """The folded text as it would be, had the tool been on; folded alone where no code stands."""
    folded = fold(typed)
    if _has_marks(typed):
        return folded
    return " ".join(map(_plain_word, folded.split()))


def tool_was_off(typed: str, persona: str) -> bool:
    """Whether ``typed`` is meant for ``persona`` and only holds the tool's key codes as well."""
    known = set(fold(persona).split())
    words = fold(typed).split()
    plain = [word if word in known else _plain_word(word) for word in words]
    return plain != words and not _has_marks(typed) and resembles(" ".join(plain), persona)


def _has_marks(typed: str) -> bool:
    return any(letter.isalpha() and not letter.isascii() for letter in typed)


def _plain_word(word: str) -> str:
    if _VNI.fullmatch(word):
        return re.sub(r"[0-9]", "", word)
    vowel = _FIRST_VOWEL.search(word)
    if not vowel:
        return word
    begin, rest = word[: vowel.start()], word[vowel.start() :]
    if begin[:1] == "d":  # dd, or the second one typed last
        begin, rest = begin.replace("dd", "d"), rest.replace("d", "")
    if rest[0] == "w":  # alone it stands for ư
        rest = f"u{rest[1:]}"
    return begin + _TWICE.sub(r"\1\2", _TELEX_MARKS.sub("", rest))
