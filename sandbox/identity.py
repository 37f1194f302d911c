"""Who somebody is, as typed into a form: each reader gives the value or one problem.

Every value must be able to be practice data; what could belong to a living person
is refused here, before anything can store, log or show it.
"""

import re
from collections.abc import Sequence
from datetime import date
from unicodedata import category

from sandbox.refusal import Problem
from sandbox.resemblance import resembles
from sandbox.rules import Rule
from sandbox.typing_tool import tool_was_off
from sandbox.vietnamese import nfc

# Refused for what it might be: a form shown again leaves these fields empty.
NEVER_ECHOED = frozenset(
    {
        Rule.ID_NOT_PRACTICE,
        Rule.NAME_NOT_PERSONA,
        Rule.PHONE_NOT_PRACTICE,
        Rule.EMAIL_NOT_PRACTICE,
        Rule.FREE_TEXT_REAL_DATA,
    }
)

_ID = re.compile(r"[0-9]{9}|[0-9]{12}")
_PRACTICE_ID = re.compile(r"000[0-3][0-9]{8}|000[0-9]{6}")
_DATE = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})|([0-9]{2})([0-9]{2})([0-9]{4})")
_PHONE = re.compile(r"0[0-9]{9}")
_EMAIL = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}", re.ASCII | re.IGNORECASE
)
_LONGEST_NAME = 100
_LONGEST_EMAIL = 254


def read_id(text: str, *, field: str = "id_number", nine_digits: bool = True) -> str | Problem:
    """The 12 digits of a personal ID or, where ``nine_digits`` holds, the 9 of an old card.

    Spaces and dots are left out. Digits of another script are not digits here. Source: S4-07.
    """
    digits = re.sub(r"[ .]", "", nfc(text))
    if not digits:
        return Problem(Rule.ID_MISSING, field)
    if not _ID.fullmatch(digits):
        return Problem(Rule.ID_SHAPE, field)
    if not _PRACTICE_ID.fullmatch(digits):
        return Problem(Rule.ID_NOT_PRACTICE, field)
    if len(digits) == 9 and not nine_digits:
        return Problem(Rule.ID_ERA, field)
    return digits


def read_name(text: str, personas: Sequence[str], field: str = "full_name") -> str | Problem:
    """The full name as typed, cleaned; it must resemble the name of one of ``personas``.

    A wrong but similar name is a mistake for the marking, not for this reader. Source: S4-11.
    """
    name = nfc(text)
    if not name:
        return Problem(Rule.NAME_MISSING, field)
    if len(name) > _LONGEST_NAME:
        return Problem(Rule.NAME_TOO_LONG, field)
    if any(tool_was_off(name, persona) for persona in personas):
        return Problem(Rule.NAME_TOOL_OFF, field)
    if not _is_name(name):
        return Problem(Rule.NAME_SHAPE, field)
    if not any(resembles(name, persona) for persona in personas):
        return Problem(Rule.NAME_NOT_PERSONA, field)
    return name


def read_birth_date(text: str, today: date, field: str = "birth_date") -> date | Problem:
    """A day from 1900 to ``today``: dd/mm/yyyy (S4-05), also with ``-``, ``.`` or as ddmmyyyy."""
    typed = nfc(text).replace(" ", "")
    if not typed:
        return Problem(Rule.BIRTH_MISSING, field)
    found = _DATE.fullmatch(typed)
    if not found:
        return Problem(Rule.BIRTH_SHAPE, field)
    day, month, year = (int(part) for part in found.groups() if part)
    born = _calendar_day(year, month, day)
    if born is None or year < 1900:
        return Problem(Rule.BIRTH_IMPOSSIBLE, field)
    return born if born <= today else Problem(Rule.BIRTH_FUTURE, field)


def read_phone(text: str, field: str = "phone") -> str | Problem:
    """The ten digits of a phone (S4-11), ``0400`` and six more; ``+84`` stands for the first 0."""
    digits = re.sub(r"[ .()-]", "", nfc(text))
    if not digits:
        return Problem(Rule.PHONE_MISSING, field)
    if digits.startswith("+84"):
        digits = "0" + digits.removeprefix("+84")
    if not _PHONE.fullmatch(digits):
        return Problem(Rule.PHONE_SHAPE, field)
    return digits if digits.startswith("0400") else Problem(Rule.PHONE_NOT_PRACTICE, field)


def read_email(text: str, field: str = "email") -> str | Problem | None:
    """A mail address under ``.test``, or None when nothing was typed. Source: S4-14."""
    typed = nfc(text)
    if not typed:
        return None
    if len(typed) > _LONGEST_EMAIL or not _EMAIL.fullmatch(typed):
        return Problem(Rule.EMAIL_SHAPE, field)
    if not typed.lower().endswith(".test"):
        return Problem(Rule.EMAIL_NOT_PRACTICE, field)
    return typed


def _is_name(name: str) -> bool:
    """Letters and their marks; apostrophe and hyphen as in ``H’Mẫu`` and ``Y-Thử``."""
    return name[0].isalpha() and all(
        letter.isalpha() or letter in " '’-" or category(letter).startswith("M") for letter in name
    )


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
