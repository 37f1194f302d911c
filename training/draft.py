"""A scenario while it is being written: the same checks as of a file, told field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sandbox.era import era_names
from sandbox.fidelity import sentence
from sandbox.guard import real_looking
from training.era_fit import eras_for, why_not_in
from training.scenario import Scenario, parse
from training.scenario_checks import meaningless
from training.scenario_file import Mistake, ScenarioFile, from_table
from training.scenario_writing import written
from training.toml_lines import Path

LONGEST: Mapping[str, int] = {"title": 150, "focus": 300, "situation": 2000, "note": 300}
LONGEST_LINE = 500  # characters of a hint, or of what the citizen says
MOST: Mapping[str, int] = {"procedure": 60, "faults": 20, "target_minutes": 240}


# Stands in for what has the wrong shape, while the rest is looked at.
SPARE: Mapping[str, object] = {
    "title": "…",
    "focus": "…",
    "situation": "…",
    "target_minutes": 1,
    "clauses": ["S4-02"],
    "competencies": ["account_creation"],
    "procedure": ["greet"],
    "topics": ["account"],
    "outcome": "received",
    "hints": {},
    "vneid": {},
    "faults": [],
    "papers": ["citizen"],
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A checked table: ``text`` is its TOML and ``scenario`` there once nothing is wrong.

    ``unfit`` are the places where something of a real person seems to stand: what is there must
    neither be kept nor shown again.
    """

    mistakes: tuple[Mistake, ...]
    text: str = ""
    scenario: Scenario | None = None
    unfit: frozenset[Path] = frozenset()


def check_draft(table: Mapping[str, object]) -> Draft:
    """What a table in the shape of a scenario file is worth.

    ``table`` has the keys of ``ScenarioFile``; values may be of the wrong kind.
    """
    real, file = [*_real(table)], from_table(table)
    found = [*real, *_wrong(table, file), *_too_long(table), *_silent(table), *_out_of_time(table)]
    if found or not isinstance(file, ScenarioFile):
        return Draft(tuple(found), unfit=frozenset(each.path for each in real))
    text = text_of(file)
    return Draft((), text, parse(text, f"{file.id}.toml"))


def _wrong(table: Mapping[str, object], file: ScenarioFile | list[Mistake]) -> list[Mistake]:
    """Mistakes of shape and of meaning together, so that nobody has to send it twice."""
    if isinstance(file, ScenarioFile):
        return meaningless(file)
    bad = {str(each.path[0]) for each in file}
    repaired = from_table({**table, **{key: SPARE[key] for key in bad & SPARE.keys()}})
    more = meaningless(repaired) if isinstance(repaired, ScenarioFile) else []
    return [*file, *(each for each in more if each.path[0] not in bad)]


def text_of(file: ScenarioFile) -> str:
    """The file as TOML, without what goes without saying."""
    return written(file.model_dump(exclude_defaults=True))


def _leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a table, with its place."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(each, (*path, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _leaves(each, (*path, place))


def _real(table: Mapping[str, object]) -> Iterator[Mistake]:
    for path, text in _leaves(table):
        for problem in real_looking(text)[:1]:
            yield Mistake(path, "", sentence(problem))


def _silent(table: Mapping[str, object]) -> Iterator[Mistake]:
    """A citizen who is given words of their own says something."""
    part = table.get("part")
    lines = part.get("lines", {}) if isinstance(part, Mapping) else {}
    for key, words in lines.items():
        if not words:
            yield Mistake(("part", "lines", key), "", "không được để trống")


def _out_of_time(table: Mapping[str, object]) -> Iterator[Mistake]:
    """The procedure is one that the chosen time had."""
    time, steps, outcome = (table.get(key) for key in ("era", "procedure", "outcome"))
    if time not in era_names() or not isinstance(steps, list):
        return
    why = why_not_in(str(time), [str(each) for each in steps], str(outcome))
    if why:
        fitting = " hoặc ".join(eras_for([str(each) for each in steps], str(outcome)))
        yield Mistake(("era",), "", f"{why} Anh/chị chọn thời kỳ {fitting}, hoặc sửa các bước.")


def _too_long(table: Mapping[str, object]) -> Iterator[Mistake]:
    for path, text in _leaves(table):
        most = LONGEST.get(str(path[0]), LONGEST_LINE)
        if len(text) > most:
            yield Mistake(path, "", f"Mục này chỉ dài tối đa {most} ký tự.")
    for key, most in MOST.items():
        value = table.get(key)
        count = len(value) if isinstance(value, list) else value
        if isinstance(count, int) and count > most:
            yield Mistake((key,), "", f"Mục này tối đa là {most}.")
