"""What the form's fields are called, what is wrong with them, and where two drafts differ."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from training.competencies import COMPETENCIES
from training.rubric import rubric
from training.scenario_file import Mistake
from web.practice.scenarios import choices
from web.practice.scenarios.choices import CITIZEN, PART, VNEID, WALLET
from web.shell.forms import Errors

LABELS = {
    "title": "Tên tình huống",
    "focus": "Điều thật sự luyện",
    "situation": "Cán bộ được biết trước",
    "era": "Thời kỳ của quy trình",
    "outcome": "Kết quả đúng",
    "target_minutes": "Thời gian mong muốn (phút)",
    "clauses": "Điều khoản được luyện",
    "competencies": "Năng lực được luyện",
    "procedure": "Quy trình",
    "topics": "Luyện về",
    "citizen.min_age": "Tuổi ít nhất",
    "citizen.max_age": "Tuổi nhiều nhất",
    "vneid.passcode_misses": "Số lần đã nhập sai mật mã từ trước",
    "vneid.mistypes": "Số lần đầu nhập sai mã",
    "marking.on": "lỗi có trừ điểm ở bài này",
    "marking.off": "lỗi chỉ nhắc ở bài này",
    **{f"citizen.{key}": label for key, (label, _) in CITIZEN.items()},
}
_ROW_LABELS = {
    "times": "Số lần",
    "seconds": "Số giây chậm",
    "hints": "Gợi ý",
    "lines": "Lời công dân",
}
_PATH = re.compile(r"^mục “[^”]*” ?")
_PLAIN = {
    "min_age": "tuổi ít nhất",
    "max_age": "tuổi nhiều nhất",
    " (card)": "",
    " (smartphone)": "",
}


def errors_of(mistakes: tuple[Mistake, ...]) -> Errors:
    """One sentence for each field, in the order found; a row's mistake stands at the row."""
    errors = Errors()
    for each in mistakes:
        errors.setdefault(".".join(str(part) for part in each.path), sentence(each))
    return errors


def sentence(mistake: Mistake) -> str:
    """What is wrong, with the field's own label instead of the file's key."""
    path = [str(part) for part in mistake.path]
    label = LABELS.get(".".join(path)) or next(
        (_ROW_LABELS[part] for part in reversed(path) if part in _ROW_LABELS), "Mục này"
    )
    why = _PATH.sub("", mistake.why)
    for word, plain in _PLAIN.items():
        why = why.replace(word, plain)
    text = why if why[:1].isupper() else f"{label}: {why}"
    return text if text.endswith((".", "!", "?")) else f"{text}."


def differences(
    one: Mapping[str, object], other: Mapping[str, object]
) -> list[tuple[str, str, str]]:
    """Each field that is not the same: its label, what stands in ``one`` and in ``other``."""
    first, second = dict(_labelled_values(one)), dict(_labelled_values(other))
    labels = dict.fromkeys([*first, *second])
    return [
        (label, first.get(label, ""), second.get(label, ""))
        for label in labels
        if first.get(label, "") != second.get(label, "")
    ]


def _labelled_values(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Label and value of every field that holds something."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from ((_label(key, each), _value(says)) for each, says in _inside(value))
        else:
            yield LABELS.get(key, TABLES.get(key, key)), _value(value)


def _inside(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _inside(value)
        elif value not in ("", False, [], 0):
            yield key, value


def _label(table: str, key: str) -> str:
    known = LABELS.get(f"{table}.{key}") or _WAYS.get(key) or choices.step_titles().get(key)
    return f"{TABLES[table]}: {known or choices.line(key)[0]}"


def _value(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_value(each) for each in value)
    if isinstance(value, Mapping):
        key = choices.trouble_key(value)
        return f"{choices.troubles().get(key, key)} ({value['times']} lần)"
    if isinstance(value, bool):
        return "Có" if value else "Không"
    return _names().get(str(value), str(value))


@cache
def _names() -> Mapping[str, str]:
    """What chosen values are called."""
    marks = {name: entry.title for name, entry in rubric().items()}
    return {
        **choices.step_titles(),
        **COMPETENCIES,
        **dict(choices.outcomes()),
        **dict(choices.eras()),
        **marks,
    }


_WAYS = {key: words for key, words, _ in (*PART, *VNEID, *WALLET)}
TABLES = {
    "hints": "Gợi ý",
    "citizen": "Công dân",
    "part": "Công dân",
    "vneid": "VNeID",
    "scanner": "Máy quét",
    "marking": "Chấm điểm",
    "faults": "Trở ngại",
    "papers": "Thẻ trên bàn",
}
