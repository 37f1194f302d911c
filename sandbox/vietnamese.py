"""Vietnamese text as people type it: cleaned, searched, compared and put in order."""

import re
from string import ascii_lowercase
from unicodedata import normalize

SortKey = tuple[tuple[str, str], ...]

# Controls and format characters that take no room on the screen, so nobody sees they are there.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180b-\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_MARKS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
# Letters and quotes that look alike: some keyboards give eth for đ, others a curly apostrophe.
_LOOK_ALIKE = str.maketrans({"ð": "đ", "ɖ": "đ", "’": "'", "‘": "'", "ʼ": "'"})

# ngang < huyền < hỏi < ngã < sắc < nặng; ngang has no mark.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_WITHOUT_TONE = str.maketrans("", "", "".join(_TONES))
_ALPHABET = str.maketrans(
    {letter: letter + "0" for letter in ascii_lowercase}
    | {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}
)


def visible(text: str) -> str:
    """The text without characters that nobody sees."""
    return _INVISIBLE.sub("", text)


def nfc(text: str) -> str:
    """The same words in one form: composed letters, single plain spaces, nothing invisible."""
    return " ".join(normalize("NFC", visible(text)).split())


def typed_code(text: str) -> str:
    """A code as it was meant: without spaces, line ends and whatever came along unseen."""
    return "".join(visible(text).split())


def fold(text: str) -> str:
    """The text as a search sees it: small letters without marks, ``đ`` as ``d``."""
    letters = _MARKS.sub("", normalize("NFD", nfc(text).casefold()))
    return letters.translate(_LOOK_ALIKE).replace("đ", "d")


def same_name(one: str, other: str) -> bool:
    """Whether two names are one: capitals and where the tone stands (hoà, hòa) do not matter."""
    return _spellings(one) == _spellings(other)


def sort_key(name: str) -> SortKey:
    """The place of a full name in a list: by given name, then surname, then the words between."""
    words = _spellings(name)
    surname = words[:1] if len(words) > 1 else []
    return tuple(_rank(part) for part in (words[-1:], surname, words[1:-1]))


def text_key(text: str) -> tuple[str, str]:
    """The place of a text that is no person's name in a list: word for word, by its letters."""
    return _rank(_spellings(text))


def _spellings(name: str) -> list[tuple[str, str]]:
    return [_spelling(word) for word in nfc(name).casefold().translate(_LOOK_ALIKE).split()]


def _spelling(word: str) -> tuple[str, str]:
    """The word's letters without tone, and its tone ("" for ngang)."""
    marked = normalize("NFD", word)
    tone = "".join(_TONES.get(mark, "") for mark in marked)
    return normalize("NFC", marked.translate(_WITHOUT_TONE)), tone


def _rank(words: list[tuple[str, str]]) -> tuple[str, str]:
    letters = " ".join(letters for letters, _ in words).translate(_ALPHABET)
    return letters, " ".join(tone for _, tone in words)
