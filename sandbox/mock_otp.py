"""One-time codes: issue, and the only comparison that accepts one (S4-20 … S4-23)."""

import hmac
from datetime import datetime, timedelta

from sandbox.era import Era
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Code, Form
from sandbox.vietnamese import typed_code

FIELD = "otp"


def issue(form: Form, phone: str, digits: str, now: datetime, era: Era) -> Code:
    """A new code for that form and phone (S4-21); it supersedes every earlier one (S4-23)."""
    expires = now + timedelta(seconds=era.code_seconds)
    return Code(len(form.codes) + 1, digits, phone, expires)


def check(form: Form, typed: str, now: datetime, era: Era) -> Problem | None:
    """Whether ``typed`` is the code of this form, now. None means accepted.

    Only the newest code counts (S4-23), up to and including its last second
    (S4-21), for the phone it was sent to, and for a limited number of tries.
    """
    text = typed_code(typed)
    shape = _shape(text, era)
    if shape:
        return Problem(shape, FIELD)
    if not form.codes or form.codes[-1].phone != form.details.phone:
        return Problem(Rule.SEND_CODE_FIRST, FIELD)
    return _compare(form, text, now, era)


def _shape(text: str, era: Era) -> Rule | None:
    if not text:
        return Rule.CODE_MISSING
    if len(text) != era.code_digits or not (text.isascii() and text.isdigit()):
        return Rule.CODE_SHAPE
    return None


def _compare(form: Form, text: str, now: datetime, era: Era) -> Problem | None:
    newest = form.codes[-1]
    right = _same(newest.digits, text)
    if form.misses + (not right) >= era.code_attempts:  # the last try locks, and says so
        return Problem(Rule.CODE_LOCKED, FIELD)
    if not right:
        older = [code for code in form.codes[:-1] if _same(code.digits, text)]
        return Problem(Rule.CODE_SUPERSEDED if older else Rule.CODE_WRONG, FIELD)
    if now > newest.expires_at:
        return Problem(Rule.CODE_EXPIRED, FIELD)
    return None


def _same(digits: str, text: str) -> bool:
    return hmac.compare_digest(digits.encode(), text.encode())


def counts_as_miss(rule: Rule) -> bool:
    """Whether a refusal uses up one of the tries at the newest code (their number is assumed)."""
    return rule in {Rule.CODE_WRONG, Rule.CODE_SUPERSEDED, Rule.CODE_LOCKED}
