"""The clauses marks are drawn from: what each asks for, in one sentence."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def clauses() -> Mapping[str, str]:
    """Every clause a scenario or rubric entry may cite: its id and what it asks for."""
    text = (files("training") / "clauses.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text))
