"""The range guard: finds what could identify a living person in any free text.

It is made against accidents, not against somebody who hides a number on purpose.
What is practice data: ``personas/numbers.py``. Source: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.
"""

import re
from unicodedata import normalize

from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.vietnamese import visible

_GAP = r"[ .()_•·–—-]{0,2}"  # no slash: 02/08 09/08 are days

# Taken out first: practice numbers however grouped, our own dossier codes, dates, and hashes.
_HARMLESS = re.compile(
    rf"(?<![0-9])0{_GAP}0{_GAP}0{_GAP}(?:[0-3](?:{_GAP}[0-9]){{8}}|[0-9](?:{_GAP}[0-9]){{5}})(?![0-9])"
    rf"|(?<![0-9])(?:0|\+84{_GAP}0?){_GAP}4{_GAP}0{_GAP}0(?:{_GAP}[0-9]){{6}}(?![0-9])"
    r"|\bH00(?:\.[0-9]{2})+-[0-9]{6}-[0-9]{4,7}\b"
    r"|(?<![0-9])(?:0?[1-9]|[12][0-9]|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)[0-9]{2}(?![0-9])"
    r"|\b(?=[0-9]*[a-f])[0-9a-f]{24,}\b"
)

# Neither inside a longer number nor the decimals of a fraction; a word may stick to either end.
_BEGIN = r"(?<![0-9])(?<!\b0[.,])"
_END = r"(?![0-9])"
# In groups, the first of which has a leading zero: 1.050.000.000 is an amount.
_BEGIN_GROUPS = rf"{_BEGIN}(?<![0-9][.,])"

_KINDS = {
    "một số định danh 12 chữ số": (
        rf"{_BEGIN}[0-9]{{12}}{_END}",
        rf"{_BEGIN_GROUPS}0[0-9]{{2}}(?:{_GAP}[0-9]){{9}}{_END}",
    ),
    "một số chứng minh nhân dân 9 chữ số": (
        rf"{_BEGIN}[0-9]{{9}}{_END}",
        rf"{_BEGIN_GROUPS}[0-9]{{3}} [0-9]{{3}} [0-9]{{3}}{_END}",
        rf"{_BEGIN_GROUPS}0[0-9]{{2}}(?:{_GAP}[0-9]){{6}}{_END}",
    ),
    "một số điện thoại": (
        rf"{_BEGIN}(?:0|\+84{_GAP}0?{_GAP})[235789](?:{_GAP}[0-9]){{8,9}}{_END}",
        rf"{_BEGIN}(?:00)?84[35789][0-9]{{8}}{_END}",
    ),
    "một địa chỉ thư điện tử": (
        r"(?i:(?<![\w.+-])[\w.+-]+@(?!(?:[\w-]+\.)*(?:test|example)(?![.-]?\w))(?:[\w-]+\.)+[^\W\d_]{2,})",
    ),
}
_FINDERS = {kind: re.compile("|".join(shapes)) for kind, shapes in _KINDS.items()}


_HELD = "\ue000"  # stands for what is harmless; nobody types it
_LEFT_OUT = "[…]"


def without_real(text: str) -> str:
    """``text`` with "[…]" for what ``real_looking`` finds; "" when the rest still looks real.

    Whoever wrote a whole story around one number does not lose the story.
    """
    if not real_looking(text):
        return text
    plain = visible(normalize("NFKC", text)).replace(_HELD, "")
    harmless = (found.group() for found in _HARMLESS.finditer(plain))
    rest = _HARMLESS.sub(_HELD, plain)
    for finder in _FINDERS.values():
        rest = finder.sub(_LEFT_OUT, rest)
    shown = re.sub(_HELD, lambda _: next(harmless), rest)
    return "" if real_looking(shown) else shown


def real_looking(text: str, field: str = "") -> tuple[Problem, ...]:
    """One problem for each kind of real-looking data in ``text``; () when there is none.

    A problem names the kind of data, never the data.
    """
    plain = _HARMLESS.sub("|", visible(normalize("NFKC", text)))
    return tuple(
        Problem(Rule.FREE_TEXT_REAL_DATA, field, (("kind", kind),))
        for kind, finder in _FINDERS.items()
        if finder.search(plain)
    )
