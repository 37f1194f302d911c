"""The phrase book: what a clerk can say, and how the scripted citizen may answer."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing to say. ``answers`` by variant; empty when nobody answers."""

    name: str
    group: str
    label: str
    says: str
    answers: Mapping[str, str]


@cache
def phrase_book() -> Mapping[str, Phrase]:
    """Every phrase by name, in the order of the desk's buttons."""
    text = (files("motcua.sandbox") / "phrases.toml").read_text(encoding="utf-8")
    return {name: Phrase(name=name, **table) for name, table in tomllib.loads(text).items()}
