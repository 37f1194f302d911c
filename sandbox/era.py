"""Rules with dates: what held in the time a world plays in (``eras/*.toml``)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Unit:
    """A fictional office an officer may create accounts for."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Supporter:
    """A team that helps at the desk; ``code`` stands in logs, ``name`` on screens."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class VneidRules:
    """What held for VNeID: seconds, minutes, working days, counts.

    ``card`` and ``levels`` (1, then 2) are the words of the time; ``card_offices`` make cards,
    ``level2_offices`` enrol for level 2 (members of ``triage.Office``).
    """

    card: str
    levels: tuple[str, str]
    code_digits: int
    code_seconds: int
    code_attempts: int
    password_attempts: int
    passcode_attempts: int
    level1_minutes: int
    level2_days: int
    card_days: int
    papers_a_day: int
    insurance_sync: bool
    card_offices: tuple[str, ...]
    level2_offices: tuple[str, ...]
    supporters: tuple[Supporter, ...]


@dataclass(frozen=True, slots=True)
class Era:
    """Lifetimes in seconds, sizes in bytes; sources beside the values in the file.

    ``portal_accounts``: whether a citizen can have an account of the portal's own.
    """

    name: str
    title: str
    year: int
    opens_on: date
    nine_digit_ids: bool
    portal_accounts: bool
    code_digits: int
    code_seconds: int
    code_attempts: int
    largest_file: int
    sms_seconds: int
    officer_unit: str
    units: tuple[Unit, ...]
    vneid: VneidRules


@cache
def era(name: str) -> Era:
    """The era of that name.

    Raises:
        KeyError: no era has that name.
    """
    file = files("sandbox") / "eras" / f"{name}.toml"
    if name not in era_names():
        raise KeyError(name)
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    units = tuple(Unit(**unit) for unit in table.pop("units"))
    return Era(units=units, vneid=_vneid(table.pop("vneid")), **table)


def _vneid(table: dict[str, Any]) -> VneidRules:
    supporters = tuple(Supporter(**each) for each in table.pop("supporters"))
    lists = {name: tuple(value) for name, value in table.items() if isinstance(value, list)}
    return VneidRules(supporters=supporters, **{**table, **lists})


@cache
def era_names() -> tuple[str, ...]:
    """Every era there is, oldest first."""
    folder = files("sandbox") / "eras"
    return tuple(sorted(item.name.removesuffix(".toml") for item in folder.iterdir()))
