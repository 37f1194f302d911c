"""The code on a slip: drawn, printed in groups, and read back however it was typed.

No Vietnamese input method finds anything to turn in it: no vowel, d or w for Telex, VNI and VIQR;
no f or j, which some turn into ph and gi; and no symbol twice in a row, since quick typing turns
cc into ch. Look-alikes are left out, so whoever reads 8 as B is still understood. 41 bits.
"""

import re
import unicodedata
from collections.abc import Callable

SYMBOLS = "CHKMNPQRTVX23456789"
GROUPS = (4, 3, 3)
LENGTH = sum(GROUPS)
_LONGEST = 200  # somebody may paste the whole address the QR code holds
_BETWEEN = re.compile(r"[\s\W_]+")
_LOOK_ALIKES = str.maketrans("BGSZ", "8652")
_SHAPE = re.compile(f"[{SYMBOLS}]{{{LENGTH}}}")


def draw(pick: Callable[[str], str]) -> str:
    """A new code; ``pick`` takes one of the symbols it is given, by chance."""
    code = ""
    while len(code) < LENGTH:
        code += pick(SYMBOLS.replace(code[-1], "") if code else SYMBOLS)
    return code


def printed(code: str) -> str:
    """As it stands on the slip: ``HK7M-4P9-XT3``, in the groups of a telephone number."""
    ends = [sum(GROUPS[: place + 1]) for place in range(len(GROUPS))]
    return "-".join(code[end - size : end] for end, size in zip(ends, GROUPS, strict=True))


def read(typed: str) -> str:
    """The code that was meant; "" for what cannot be one."""
    bare = bare_symbols(typed).translate(_LOOK_ALIKES)
    return bare if _SHAPE.fullmatch(bare) else ""


def bare_symbols(typed: str) -> str:
    """Letters and digits alone, capital; of an address only what stands behind its #."""
    text = unicodedata.normalize("NFKC", typed[:_LONGEST].rpartition("#")[2])
    return _BETWEEN.sub("", text.upper())
