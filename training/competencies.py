"""What somebody becomes able to do, the rule that proves it, and what changed since."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class MasteryRule(_Table):
    """When a competency counts as mastered.

    ``passes`` runs passed in ``mode``, no two of them on one day in Viet Nam
    (``different_days``) or in one drawn world (``different_seeds``).
    """

    passes: int = Field(ge=1, le=10)
    mode: Literal["luyen", "kiem_tra"]
    different_days: bool
    different_seeds: bool


class Competency(_Table):
    """One competency; ``able`` says in a sentence what the person can then do.

    ``roles`` are the role names whose holders are expected to have it.
    """

    title: str
    able: str
    roles: frozenset[str] = Field(strict=False)
    rule: MasteryRule | None = None


class Change(_Table):
    """A procedure changed ``on`` a day: earlier passes prove these ``competencies`` no more."""

    on: date
    says: str
    competencies: frozenset[str] = Field(strict=False)


class CompetencyFile(_Table):
    """The whole of ``competencies.toml``."""

    rule: MasteryRule
    competencies: Mapping[str, Competency]
    changes: tuple[Change, ...] = Field(default=(), strict=False)

    def rule_of(self, competency: str) -> MasteryRule:
        """The competency's own rule, or everybody's."""
        return self.competencies[competency].rule or self.rule

    def expected_of(self, role: str) -> tuple[str, ...]:
        """The competencies of one role, in the file's order."""
        return tuple(key for key, each in self.competencies.items() if role in each.roles)


def parse(text: str) -> CompetencyFile:
    """The file a TOML text describes.

    Raises:
        ValueError: something is missing, unknown or of the wrong kind, or a change
            touches a competency that is not there.
    """
    file = CompetencyFile.model_validate(tomllib.loads(text))
    changed = {name for change in file.changes for name in change.competencies}
    if unknown := changed - file.competencies.keys():
        raise ValueError(f"no such competency: {', '.join(sorted(unknown))}")
    return file


@cache
def competency_file() -> CompetencyFile:
    """The package's own file."""
    text = (files("training") / "competencies.toml").read_text(encoding="utf-8")
    return parse(text)


COMPETENCIES: Mapping[str, str] = {
    key: each.title for key, each in competency_file().competencies.items()
}
