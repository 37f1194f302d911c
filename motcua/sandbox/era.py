"""Rules with dates: what held in the time a world plays in (``eras/*.toml``)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unit:
    """A fictional office an officer may create accounts for."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Era:
    """Lifetimes in seconds, sizes in bytes; sources beside the values in the file."""

    name: str
    title: str
    year: int
    opens_on: date
    nine_digit_ids: bool
    code_digits: int
    code_seconds: int
    code_attempts: int
    largest_file: int
    sms_seconds: int
    officer_unit: str
    units: tuple[Unit, ...]


@cache
def era(name: str) -> Era:
    """The era of that name.

    Raises:
        KeyError: no era has that name.
    """
    file = files("motcua.sandbox") / "eras" / f"{name}.toml"
    if name not in era_names():
        raise KeyError(name)
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    units = tuple(Unit(**unit) for unit in table.pop("units"))
    return Era(units=units, **table)


@cache
def era_names() -> tuple[str, ...]:
    """Every era there is, oldest first."""
    folder = files("motcua.sandbox") / "eras"
    return tuple(sorted(item.name.removesuffix(".toml") for item in folder.iterdir()))
