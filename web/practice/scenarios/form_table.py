"""What the authoring form sends, as a table in the shape of a scenario file.

Values stay as they were typed where they mean nothing (a word instead of a number), so that the
checks can say so and the form can show them again.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from werkzeug.datastructures import MultiDict

from sandbox.guard import without_real
from training.toml_lines import Path
from web.practice.scenarios.choices import lines
from web.shell.forms import clean

Fields = MultiDict[str, str]
Table = dict[str, object]

PART = (
    "hard_of_hearing",
    "slips_phone",
    "reads_older_code",
    "leaves_after_code",
    "asks_to_keep_password",
)
VNEID = ("had_level1", "with_child", "declines_help", "hands_over_phone")
YES_NO = {"co": True, "khong": False}
_CITIZEN_NUMBERS = ("min_age", "max_age")
_NUMBER = re.compile(r"[0-9]{1,4}")


def table_of(fields: Fields, fixed: Mapping[str, object]) -> Table:
    """The whole table; ``fixed`` are the id, version and order, which nobody types."""
    procedure = fields.getlist("procedure")
    return {
        **fixed,
        **{name: clean(fields.get(name)) for name in ("title", "focus", "situation", "era")},
        "outcome": fields.get("outcome", ""),
        "target_minutes": _number(fields.get("target_minutes")),
        "clauses": fields.getlist("clauses"),
        "competencies": fields.getlist("competencies"),
        "procedure": procedure,
        "papers": ["citizen", *fields.getlist("papers")],
        "topics": fields.getlist("topics"),
        "hints": dict(_texts(fields, "hints", dict.fromkeys(procedure))),
        "citizen": dict(_citizen(fields)),
        "part": _part(fields),
        "vneid": _vneid(fields),
        "scanner": {name: fields.get(f"scanner.{name}", "") for name in ("sides", "fmt", "size")},
        "faults": [_fault(fields, place) for place in range(fields.get("faults", 0, _rows))],
        "marking": {name: fields.getlist(f"marking.{name}") for name in ("off", "on")},
    }


def _rows(text: str) -> int:
    return min(int(text), 50) if _NUMBER.fullmatch(text) else 0


def _number(text: str | None, default: object = "") -> object:
    typed = clean(text)
    return int(typed) if _NUMBER.fullmatch(typed) else typed or default


def _texts(fields: Fields, table: str, keys: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The texts of that table that are not empty."""
    for key in keys:
        text = clean(fields.get(f"{table}.{key}"))
        if text:
            yield key, text


def _citizen(fields: Fields) -> Iterator[tuple[str, object]]:
    for name in ("sex", "card", "phone", "eid"):
        if fields.get(f"citizen.{name}"):
            yield name, fields[f"citizen.{name}"]
    for name in _CITIZEN_NUMBERS:
        if clean(fields.get(f"citizen.{name}")):
            yield name, _number(fields.get(f"citizen.{name}"))
    for name in ("email", "smartphone", "account"):
        if fields.get(f"citizen.{name}") in YES_NO:
            yield name, YES_NO[fields[f"citizen.{name}"]]


def _part(fields: Fields) -> Table:
    keys = dict.fromkeys(fields.getlist("line"))
    ways = fields.getlist("part")
    return {
        **{name: name in ways for name in PART},
        "lines": {key: clean(fields.get(f"part.lines.{key}")) for key in keys},
    }


def _vneid(fields: Fields) -> Table:
    ways = fields.getlist("vneid-ways")
    return {
        "signed_in_on": fields.get("vneid.signed_in_on", "handset"),
        "forgets": fields.get("vneid.forgets", ""),
        "papers": fields.getlist("vneid.papers"),
        "passcode_misses": _number(fields.get("vneid.passcode_misses"), 0),
        "mistypes": _number(fields.get("vneid.mistypes"), 0),
        **{name: name in ways for name in VNEID},
    }


def _fault(fields: Fields, place: int) -> Table:
    channel, _, rest = fields.get(f"faults.{place}", "").partition("/")
    action, _, what = rest.partition("/")
    return {
        "channel": channel,
        "action": action,
        "what": what,
        "times": _number(fields.get(f"faults.{place}.times")),
        "seconds": _number(fields.get(f"faults.{place}.seconds"), 0),
    }


def apply_button(fields: Fields, button: str) -> Fields:
    """The form after one of its own buttons: a row moved, added or taken away.

    ``button`` is "what-value", such as "len-3" (row 3 of the procedure up); one that does not fit
    the form, from a page of yesterday, changes nothing.
    """
    what, _, value = button.partition("-")
    changed = fields.copy()
    if what in _BUTTONS:
        _BUTTONS[what](changed, value)
    return changed


def _place(value: str, rows: int) -> int:
    return int(value) if _NUMBER.fullmatch(value) and int(value) < rows else -1


def _move(fields: Fields, value: str, by: int) -> None:
    rows = fields.getlist("procedure")
    place = _place(value, len(rows))
    if place >= 0 and 0 <= place + by < len(rows):
        rows[place], rows[place + by] = rows[place + by], rows[place]
    fields.setlist("procedure", rows)


def _drop_step(fields: Fields, value: str) -> None:
    rows = fields.getlist("procedure")
    place = _place(value, len(rows))
    fields.setlist("procedure", [row for number, row in enumerate(rows) if number != place])


def _add_step(fields: Fields, _: str) -> None:
    """After the row asked for, else at the end; a step comes once."""
    rows, step = fields.getlist("procedure"), fields.get("new_step", "")
    if step and step not in rows:
        after = fields.get("new_step_after", "")
        rows.insert(rows.index(after) + 1 if after in rows else len(rows), step)
    fields.setlist("procedure", rows)


def _add_to(name: str, chosen: str) -> Callable[[Fields, str], None]:
    def add(fields: Fields, _: str) -> None:
        value = fields.get(chosen, "")
        if value:
            fields.setlist(name, list(dict.fromkeys([*fields.getlist(name), value])))

    return add


def _add_line(fields: Fields, _: str) -> None:
    """A line of the citizen's own begins as the usual one."""
    key = fields.get("new_line", "")
    if key in lines() and key not in fields.getlist("line"):
        fields.setlist("line", [*fields.getlist("line"), key])
        fields[f"part.lines.{key}"] = lines()[key][1]


def _drop_from(name: str) -> Callable[[Fields, str], None]:
    def drop(fields: Fields, value: str) -> None:
        fields.setlist(name, [each for each in fields.getlist(name) if each != value])

    return drop


def _add_fault(fields: Fields, _: str) -> None:
    count = fields.get("faults", 0, _rows)
    if fields.get("new_fault"):
        fields[f"faults.{count}"] = fields["new_fault"]
        fields[f"faults.{count}.times"] = "1"
        fields["faults"] = str(count + 1)


def _drop_fault(fields: Fields, value: str) -> None:
    count = fields.get("faults", 0, _rows)
    place = _place(value, count)
    if place < 0:
        return
    for number in range(place, count):
        for part in ("", ".times", ".seconds"):
            fields[f"faults.{number}{part}"] = fields.get(f"faults.{number + 1}{part}", "")
    fields["faults"] = str(count - 1)


_BUTTONS: Mapping[str, Callable[[Fields, str], None]] = {
    "len": lambda fields, value: _move(fields, value, -1),
    "xuong": lambda fields, value: _move(fields, value, 1),
    "bo": _drop_step,
    "them": _add_step,
    "themloi": _add_line,
    "boloi": _drop_from("line"),
    "themnhac": _add_to("marking.off", "new_off"),
    "bonhac": _drop_from("marking.off"),
    "themtru": _add_to("marking.on", "new_on"),
    "botru": _drop_from("marking.on"),
    "themtn": _add_fault,
    "botn": _drop_fault,
}


def without(table: Table, places: Collection[Path]) -> Table:
    """The table with what looks real in the texts at those places left out."""
    return {
        key: _without(value, [p[1:] for p in places if p[:1] == (key,)])
        for key, value in table.items()
    }


def _without(value: object, places: list[Path]) -> object:
    if () in places:
        return without_real(value) if isinstance(value, str) else ""
    if isinstance(value, dict):
        return without(value, places)
    if isinstance(value, list):
        return [
            _without(each, [p[1:] for p in places if p[:1] == (n,)]) for n, each in enumerate(value)
        ]
    return value
