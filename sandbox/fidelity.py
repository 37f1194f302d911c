"""The fidelity ledger: what each simulated rule says, where it comes from, what differs.

A rule cannot refuse anybody without an entry here, since the entry holds its
sentence. Files: ``fidelity/*.toml``, one table ``[rules."<id>"]`` a rule.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sandbox.refusal import Problem
from sandbox.rules import Rule


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule of the ledger.

    ``says`` is the sentence on the screen ("" when the rule refuses nobody);
    ``source`` names the plan id or regulation; ``seen`` is the date or period
    the source speaks of; ``differs`` says how the real system is known, or
    believed, to behave otherwise ("" when no difference is known).
    """

    rule: Rule
    title: str
    says: str
    source: str
    seen: str
    differs: str


def _tables() -> Iterator[tuple[str, dict[str, str]]]:
    folder = files("sandbox") / "fidelity"
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text(encoding="utf-8"))["rules"].items()


@cache
def ledger() -> Mapping[Rule, Entry]:
    """Every entry by its rule, in the order of the files."""
    return {
        Rule(name): Entry(
            rule=Rule(name),
            title=table["title"],
            says=table.get("says", ""),
            source=table["source"],
            seen=table["seen"],
            differs=table.get("differs", ""),
        )
        for name, table in _tables()
    }


def sentence(problem: Problem) -> str:
    """The problem in words for the screen."""
    text = ledger()[problem.rule].says
    for name, value in problem.values:
        text = text.replace("{" + name + "}", value)
    return text
