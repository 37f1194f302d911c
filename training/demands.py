"""What one scenario asks of the clerk that another does not.

So it is known whether a scenario an office has written still asks for all that the package's does,
and which competencies a new version of it touches (ADR 0012).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sandbox.ending import reaches
from sandbox.faults import OrderFault
from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides
from sandbox.triage import ELDERLY_FROM
from training.competencies import COMPETENCIES
from training.narration import OUTCOMES
from training.rubric import rubric
from training.scenario import Scenario
from training.scoring import costs
from training.steps import known_steps

EVERYTHING = frozenset(COMPETENCIES)
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not asked for, in words.

    ``touches``: what has to be proved again when a later version begins to ask for it. Who comes to
    the desk, and in which state, touches nothing: the clerk does the same as before.
    """

    words: str
    touches: frozenset[str]


def find_gaps(scenario: Scenario, measure: Scenario) -> tuple[Gap, ...]:
    """All that ``measure`` asks for and ``scenario`` does not; () when it asks for everything."""
    return tuple(_lacks(scenario, measure))


def covers(scenario: Scenario, measure: Scenario) -> bool:
    """Whether ``scenario`` asks for everything that ``measure`` asks for."""
    return next(_lacks(scenario, measure), None) is None


def _lacks(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    return (lack for check in CHECKS for lack in check(scenario, measure))


def _era(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    if scenario.era != measure.era:
        yield Gap(f"thời kỳ {measure.era} của quy trình", EVERYTHING)


def _outcome(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    if not reaches(measure.outcome, scenario.outcome):
        yield Gap(f"kết quả đúng “{OUTCOMES[measure.outcome]}”", EVERYTHING)


def _topics(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    if not set(measure.setup.topics) <= set(scenario.setup.topics):
        yield Gap("phần việc luyện về (tài khoản hay VNeID)", EVERYTHING)


def _steps(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    asked = {step.id for step in scenario.steps}
    for step in measure.steps:
        if step.id not in asked:
            yield Gap(f"bước “{step.title}”", frozenset({step.competency}))


def _rules(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    for entry in rubric().values():
        if costs(entry, measure) and not costs(entry, scenario):
            belongs = known_steps()[entry.step].competency
            yield Gap(f"trừ điểm lỗi “{entry.title}”", frozenset({belongs}))


def _faults(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    left = list(scenario.faults)
    for fault in measure.faults:
        found = next((each for each in left if _as_hard(each, fault)), None)
        if found is None:
            yield Gap(f"trở ngại về {_CHANNELS[fault.channel]}", frozenset({"trouble"}))
        else:
            left.remove(found)


def _as_hard(fault: OrderFault, wanted: OrderFault) -> bool:
    kind = (wanted.channel, wanted.action, wanted.what)
    same = (fault.channel, fault.action, fault.what) == kind
    return same and fault.times >= wanted.times and fault.seconds >= wanted.seconds


_CHANNELS = {
    "sms": "tin nhắn",
    "portal": "trang quản trị",
    "vneid": "ứng dụng VNeID",
    "nfc": "việc đọc chip",
}


def _citizen(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    mine, wanted = scenario.setup.traits, measure.setup.traits
    for name, words in _TRAITS.items():
        value = getattr(wanted, name)
        if value is not None and getattr(mine, name) != value:
            yield Gap(f"{words} của công dân", NOTHING)
    if wanted.ages[0] >= ELDERLY_FROM > mine.ages[0]:
        yield Gap(f"công dân từ {ELDERLY_FROM} tuổi", NOTHING)
    if wanted.ages[1] < _GROWN_UP <= mine.ages[1]:
        yield Gap(f"công dân chưa đủ {_GROWN_UP} tuổi", NOTHING)


_GROWN_UP = 18
_TRAITS = {
    "card": "loại thẻ",
    "phone": "số điện thoại",
    "smartphone": "điện thoại thông minh",
    "eid": "mức định danh điện tử",
    "account": "tình trạng tài khoản trên Cổng",
}


def _behaviour(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    mine, wanted = scenario.setup.part, measure.setup.part
    for name, words in _BEHAVIOUR.items():
        if getattr(wanted, name) and not getattr(mine, name):
            yield Gap(words, NOTHING)


_BEHAVIOUR = {
    "hard_of_hearing": "công dân nghe không rõ",
    "slips_phone": "công dân đọc nhầm số điện thoại",
    "reads_older_code": "công dân đọc nhầm mã cũ",
    "leaves_after_code": "công dân bỏ về giữa chừng",
    "asks_to_keep_password": "công dân nhờ giữ mật khẩu",
}


def _vneid(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    mine, wanted = scenario.setup.vneid, measure.setup.vneid
    if "vneid" not in measure.setup.topics:
        return
    same = all(getattr(mine, name) == getattr(wanted, name) for name in _COMES_WITH)
    if not same or any(getattr(mine, name) < getattr(wanted, name) for name in _MAKES_HARDER):
        yield Gap("cách công dân tới với VNeID", NOTHING)


_COMES_WITH = ("signed_in_on", "forgets", "papers", "had_level1", "with_child")
_MAKES_HARDER = ("passcode_misses", "mistypes", "declines_help", "hands_over_phone")


def _desk(scenario: Scenario, measure: Scenario) -> Iterator[Gap]:
    if not set(measure.setup.papers) <= set(scenario.setup.papers):
        yield Gap("thẻ để trên bàn", NOTHING)
    if measure.scanner not in (TIDY, scenario.scanner):
        yield Gap("máy quét do người trước để lại", NOTHING)


TIDY = ScanOrder(Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_COLOUR, "citizen")
CHECKS: tuple[Callable[[Scenario, Scenario], Iterator[Gap]], ...] = (
    _era,
    _outcome,
    _topics,
    _steps,
    _rules,
    _faults,
    _citizen,
    _behaviour,
    _vneid,
    _desk,
)
