"""Half-days of a week as they stand in a form: ``0am`` is Monday morning."""

from collections.abc import Collection, Iterable

from rostering.sentences import HALVES, WEEKDAYS
from rostering.values import Half

HALF_DAYS = [(day, half) for day in range(5) for half in Half]
OPTIONS = [
    (f"{day}{half}", f"{HALVES[half].capitalize()} {WEEKDAYS[day]}", "") for day, half in HALF_DAYS
]
_BY_CODE = {f"{day}{half}": (day, half) for day, half in HALF_DAYS}


def known(codes: Collection[str] | None) -> bool:
    """Whether all of them are half-days."""
    return set(codes or ()) <= _BY_CODE.keys()


def read(codes: Iterable[str] | None) -> frozenset[tuple[int, Half]]:
    """The half-days chosen."""
    return frozenset(_BY_CODE[code] for code in codes or ())


def codes(chosen: Collection[tuple[int, Half]] | None) -> list[str]:
    """For a form; None, which means always, is every half-day."""
    return [f"{d}{half}" for d, half in HALF_DAYS if chosen is None or (d, half) in chosen]
