"""Dates, numbers and durations as a Vietnamese office writes them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Flask

from sandbox.guard import without_real

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def day(value: date | datetime | None) -> str:
    """``dd/mm/yyyy`` in the office's zone; "" for None."""
    if isinstance(value, datetime):
        value = value.astimezone(OFFICE_ZONE)
    return f"{value:%d/%m/%Y}" if value else ""


def moment(value: datetime | None) -> str:
    """``dd/mm/yyyy HH:MM`` in the office's zone; "" for None."""
    return f"{value.astimezone(OFFICE_ZONE):%d/%m/%Y %H:%M}" if value else ""


def clock(value: datetime | None) -> str:
    """``HH:MM:SS`` in the office's zone; "" for None."""
    return f"{value.astimezone(OFFICE_ZONE):%H:%M:%S}" if value else ""


def number(value: float, decimals: int = 0) -> str:
    """Dots between thousands, a comma before decimals: ``12.345,6``."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def percent(share: float, decimals: int = 0) -> str:
    """A share of one as ``85%`` or ``85,5%``."""
    return f"{number(share * 100, decimals)}%"


def duration(value: timedelta | float) -> str:
    """Whole seconds in words: ``2 phút 5 giây``; a plain number counts seconds."""
    seconds = int(value.total_seconds() if isinstance(value, timedelta) else value)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    parts = [(hours, "giờ"), (minutes, "phút"), (seconds % 60, "giây")]
    return " ".join(f"{count} {word}" for count, word in parts if count) or "0 giây"


def machine_time(value: datetime) -> str:
    """ISO 8601 in UTC, for ``<time datetime>`` and scripts."""
    return value.astimezone(UTC).isoformat(timespec="seconds")


def harmless(value: object) -> str:
    """What a field shows again: nothing that could be a living person's."""
    return without_real(str(value))


def init_app(app: Flask) -> None:
    """Offer the filters to the templates."""
    for filter_ in (day, moment, clock, number, percent, duration, machine_time):
        app.add_template_filter(filter_)
    app.add_template_filter(harmless)
