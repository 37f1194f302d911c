"""The range guard: finds what could identify a living person in any free text.

It is made against accidents, not against somebody who hides a number on purpose.
What is practice data: ``personas/numbers.py``. Source: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.
"""

import re
from collections.abc import Iterator
from unicodedata import decimal, normalize

from sandbox.digit_groups import OLD, PERSONAL, PHONE, Found, grouped_numbers
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.vietnamese import visible

_GAP = r"[^\w+@]{0,2}_?"

# Taken out first: practice numbers however grouped, our own dossier codes, dates, money, hashes.
_HARMLESS = re.compile(
    rf"(?<![0-9])0{_GAP}0{_GAP}0{_GAP}(?:[0-3](?:{_GAP}[0-9]){{8}}|[0-9](?:{_GAP}[0-9]){{5}})(?![0-9])"
    rf"|(?<![0-9])(?:0|\+84{_GAP}0?){_GAP}4{_GAP}0{_GAP}0(?:{_GAP}[0-9]){{6}}(?![0-9])"
    r"|\bH00(?:\.[0-9]{2})+-[0-9]{6}-[0-9]{4,7}\b"
    r"|(?<![0-9])(?:0?[1-9]|[12][0-9]|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)[0-9]{2}(?![0-9])"
    r"|(?<![0-9])[1-9][0-9]*+(?:[ .,][0-9]{3}){0,5}+ ?(?i:đồng|đ|vnđ|vnd|₫)\b"
    r"|\b(?=[0-9]*[a-f])[0-9a-f]{24,}\b"
)

# Neither inside a longer number nor the decimals of a fraction; a word may stick to either end.
_BEGIN = r"(?<![0-9])(?<!\b0[.,])"
_END = r"(?![0-9])"

_WORDS = {
    PERSONAL: "một số định danh 12 chữ số",
    OLD: "một số chứng minh nhân dân 9 chữ số",
    PHONE: "một số điện thoại",
    "mail": "một địa chỉ thư điện tử",
}
_FINDERS = {
    PERSONAL: re.compile(rf"{_BEGIN}[0-9]{{12}}{_END}"),
    OLD: re.compile(rf"{_BEGIN}[0-9]{{9}}{_END}"),
    PHONE: re.compile(
        rf"{_BEGIN}(?:0|\+84{_GAP}0?{_GAP})[235789][0-9]{{8,9}}{_END}"
        rf"|\+84{_GAP}0?{_GAP}[235789](?:{_GAP}[0-9]){{8,9}}{_END}"
        rf"|{_BEGIN}(?:00)?84[35789][0-9]{{8}}{_END}"
    ),
    "mail": re.compile(
        r"(?i:(?<![\w.+-])[\w.+-]+@(?!(?:[\w-]+\.)*(?:test|example)(?![.-]?\w))(?:[\w-]+\.)+[^\W\d_]{2,})"
    ),
}
_WORTH_READING = re.compile("[0-9@]")
_OTHER_DIGITS = re.compile(r"(?![0-9])\d")


_HELD = "\ue000"  # stands for what is harmless; nobody types it
_LEFT_OUT = "[…]"


def without_real(text: str) -> str:
    """``text`` with "[…]" for what ``real_looking`` finds; "" when the rest still looks real.

    Whoever wrote a whole story around one number does not lose the story.
    """
    if not real_looking(text):
        return text
    plain = _plain(text).replace(_HELD, "")
    harmless = (found.group() for found in _HARMLESS.finditer(plain))
    rest = _HARMLESS.sub(_HELD, plain)
    shown = re.sub(_HELD, lambda _: next(harmless), _cut(rest))
    return "" if real_looking(shown) else shown


def _cut(text: str) -> str:
    kept, end = "", 0
    for found in sorted(_found(text), key=lambda one: one.start):
        if found.start >= end:
            kept += text[end : found.start] + _LEFT_OUT
        end = max(end, found.end)
    return kept + text[end:]


def real_looking(text: str, field: str = "") -> tuple[Problem, ...]:
    """One problem for each kind of real-looking data in ``text``; () when there is none.

    A problem names the kind of data, never the data.
    """
    plain = _plain(text)
    if not _WORTH_READING.search(plain):
        return ()
    kinds = {found.kind for found in _found(_HARMLESS.sub("|", plain))}
    return tuple(
        Problem(Rule.FREE_TEXT_REAL_DATA, field, (("kind", words),))
        for kind, words in _WORDS.items()
        if kind in kinds
    )


def _plain(text: str) -> str:
    """The text as it is read: nothing invisible, digits of every script as 0 to 9."""
    shown = visible(normalize("NFKC", text))
    return _OTHER_DIGITS.sub(lambda digit: str(decimal(digit.group())), shown)


def _found(plain: str) -> Iterator[Found]:
    for kind, finder in _FINDERS.items():
        yield from (Found(kind, *found.span()) for found in finder.finditer(plain))
    yield from grouped_numbers(plain)
