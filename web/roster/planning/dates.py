"""Days as people type them, and the month a roster is usually for."""

import re
from datetime import date, timedelta

from wtforms import Form
from wtforms.fields.core import Field
from wtforms.validators import ValidationError

_TYPED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEARS = range(2020, 2100)
SHAPE = "Anh/chị nhập ngày theo dạng 31/12/2026."


def read_day(text: str | None) -> date | None:
    """``31/12/2026``, also with dots or hyphens; None when it is no day of our years."""
    found = _TYPED.fullmatch((text or "").strip())
    if not found:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def is_a_day(_: Form, field: Field) -> None:
    """A validator: empty, or a day. Raises ValidationError: it is neither."""
    if field.data and read_day(field.data) is None:
        raise ValidationError(SHAPE)


def written(day: date | None) -> str:
    """A day for a form's field."""
    return f"{day:%d/%m/%Y}" if day else ""


def next_month(today: date) -> tuple[date, date]:
    """Its first and last day."""
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
