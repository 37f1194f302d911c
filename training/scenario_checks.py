"""Whether the words of a scenario file mean something: steps, clauses, phrases, traits."""

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from functools import cache
from itertools import product

from sandbox import citizen_side
from sandbox.citizens import traits_from
from sandbox.era import era_names
from sandbox.faults import PORTAL_ACTIONS, PORTAL_STEPS, SMS_ACTIONS
from sandbox.guard import real_looking
from sandbox.phrases import phrase_book
from sandbox.scanner import ScanFormat, ScanSize, Sides
from training.clauses import clauses
from training.competencies import COMPETENCIES
from training.rubric import rubric
from training.scenario_file import Mistake, ScenarioFile, by_line
from training.steps import known_steps
from training.toml_lines import Path

FILLINGS = frozenset({"phone", "shown_phone", "email", "relation", "wrong", "papers"})


def meaningless(file: ScenarioFile) -> list[Mistake]:
    """Everything in the file that means nothing or contradicts itself."""
    return [mistake for check in CHECKS for mistake in check(file)]


def mistakes(file: ScenarioFile, text: str, filename: str) -> list[tuple[int, str]]:
    """Line and reason of everything in the file that means nothing or contradicts itself."""
    found = meaningless(file)
    if file.id != filename.removesuffix(".toml"):
        found.append(Mistake(("id",), "", f"id phải giống tên tệp: “{filename}”"))
    return by_line(text, found) + list(_real_data(text))


def _real_data(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if real_looking(line):
            yield number, "có vẻ là dữ liệu của người thật; tình huống chỉ dùng dữ liệu giả lập"


def _unknown(
    key: Path, words: Iterable[str], known: Container[str], what: str
) -> Iterator[Mistake]:
    for word in words:
        if word not in known:
            yield Mistake(key, word, f"không có {what} “{word}”")


def _names(file: ScenarioFile) -> Iterator[Mistake]:
    yield from _unknown(("era",), [file.era], era_names(), "thời kỳ")
    yield from _unknown(("clauses",), file.clauses, clauses(), "điều khoản")
    yield from _unknown(("competencies",), file.competencies, COMPETENCIES, "năng lực")
    yield from _unknown(("procedure",), file.procedure, known_steps(), "bước")
    yield from _unknown(
        ("hints",), file.hints, set(file.procedure), "bước nào trong procedure tên là"
    )
    yield from _unknown(("marking", "off"), file.marking.off, rubric(), "mục chấm")
    yield from _unknown(("marking", "on"), file.marking.on, rubric(), "mục chấm")


def _scanner(file: ScenarioFile) -> Iterator[Mistake]:
    left = file.scanner
    yield from _unknown(("scanner", "sides"), [left.sides], list(Sides), "kiểu mặt thẻ")
    yield from _unknown(("scanner", "fmt"), [left.fmt], list(ScanFormat), "định dạng")
    yield from _unknown(("scanner", "size"), [left.size], list(ScanSize), "độ phân giải")


def _citizen(file: ScenarioFile) -> Iterator[Mistake]:
    try:
        traits_from(file.citizen)
    except ValueError as error:
        keys, _, reason = str(error).partition(":")
        key = keys.partition(",")[0]
        yield Mistake(("citizen", key), "", f"mục “citizen.{keys}”{reason or ' không hợp lệ'}")


def _lines(file: ScenarioFile) -> Iterator[Mistake]:
    for key, words in file.part.lines.items():
        phrase, _, variant = key.partition(".")
        answers = phrase_book()[phrase].answers if phrase in phrase_book() else {}
        if not answers or (variant and variant not in answers):
            yield Mistake(("part", "lines", key), "", f"không có câu trả lời “{key}”")
        fillings = re.findall(r"\{([^{}]*)\}", words)
        yield from _unknown(("part", "lines", key), fillings, FILLINGS, "chỗ điền")
        if re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", words)):
            yield Mistake(("part", "lines", key), "{", "dấu ngoặc { } phải đủ cặp")


def _faults(file: ScenarioFile) -> Iterator[Mistake]:
    for place, fault in enumerate(file.faults):
        if (fault.action, fault.what) not in _possible(fault.channel):
            yield Mistake(("faults", place), "", FAULT_MIXED)


@cache
def _possible(channel: str) -> Collection[tuple[str, str]]:
    """The actions a channel knows, each with what it can strike."""
    actions, struck = TROUBLE[channel]
    return set(product(actions, struck))


VNEID_STEPS = [step.name for step in citizen_side.STEPS.values() if "vneid" in step.uses]
TROUBLE: Mapping[str, tuple[Collection[str], Collection[str]]] = {
    "sms": (SMS_ACTIONS, ("otp", "password", "vneid_otp", "vneid_notice")),
    "portal": (PORTAL_ACTIONS, PORTAL_STEPS),
    "vneid": (("maintenance",), ("", *VNEID_STEPS)),
    "nfc": (("unread",), ("", "read_chip")),
}
FAULT_MIXED = (
    "trở ngại không khớp: sms đi với loại tin nhắn, portal đi với error và tên bước, "
    "vneid đi với maintenance, nfc đi với unread"
)
CHECKS: tuple[Callable[[ScenarioFile], Iterator[Mistake]], ...] = (
    _names,
    _scanner,
    _citizen,
    _lines,
    _faults,
)
