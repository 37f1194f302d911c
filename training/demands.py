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
from training.remarks import costs
from training.rubric import rubric
from training.scenario import Scenario
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


def find_gaps(scenario: Scenario, reference: Scenario) -> tuple[Gap, ...]:
    """All that ``reference`` asks for and ``scenario`` does not; () when it asks for everything."""
    return tuple(_gaps(scenario, reference))


def covers(scenario: Scenario, reference: Scenario) -> bool:
    """Whether ``scenario`` asks for everything that ``reference`` asks for."""
    return next(_gaps(scenario, reference), None) is None


def _gaps(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    return (gap for check in CHECKS for gap in check(scenario, reference))


def _era(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    if scenario.era != reference.era:
        yield Gap(f"thời kỳ {reference.era} của quy trình", EVERYTHING)


def _outcome(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    if not reaches(reference.outcome, scenario.outcome):
        yield Gap(f"kết quả đúng “{OUTCOMES[reference.outcome]}”", EVERYTHING)


def _topics(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    if not set(reference.setup.topics) <= set(scenario.setup.topics):
        yield Gap("phần việc luyện về (tài khoản hay VNeID)", EVERYTHING)


def _steps(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    expected = {step.id for step in scenario.steps}
    for step in reference.steps:
        if step.id not in expected:
            yield Gap(f"bước “{step.title}”", frozenset({step.competency}))


def _rules(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    for entry in rubric().values():
        if costs(entry, reference) and not costs(entry, scenario):
            belongs = known_steps()[entry.step].competency
            yield Gap(f"trừ điểm lỗi “{entry.title}”", frozenset({belongs}))


def _faults(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    left = list(scenario.faults)
    for fault in reference.faults:
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


def _citizen(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    mine, wanted = scenario.setup.traits, reference.setup.traits
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


def _behaviour(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    mine, wanted = scenario.setup.part, reference.setup.part
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


def _vneid(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    mine, wanted = scenario.setup.vneid, reference.setup.vneid
    if "vneid" not in reference.setup.topics:
        return
    same = all(getattr(mine, name) == getattr(wanted, name) for name in _COMES_WITH)
    if not same or any(getattr(mine, name) < getattr(wanted, name) for name in _MAKES_HARDER):
        yield Gap("cách công dân tới với VNeID", NOTHING)


_COMES_WITH = ("signed_in_on", "forgets", "papers", "had_level1", "with_child")
_MAKES_HARDER = ("passcode_misses", "mistypes", "declines_help", "hands_over_phone")


def _desk(scenario: Scenario, reference: Scenario) -> Iterator[Gap]:
    if not set(reference.setup.papers) <= set(scenario.setup.papers):
        yield Gap("thẻ để trên bàn", NOTHING)
    if reference.scanner not in (TIDY, scenario.scanner):
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
