"""The run told back: what was right first, then what happened, then what to try next."""

from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.events import StepRefused
from sandbox.log import Actor, Entry
from training.narration import narrate_with_hand
from training.scenario import Scenario, catalogue
from training.scorecard import Finding, Scorecard


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the timeline; ``since_s`` counts world seconds from the start."""

    seq: int
    since_s: float
    actor: Actor
    text: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Debrief:
    """A run in words. ``next_scenario`` is the id to practise next, "" when all are done."""

    praise: tuple[str, ...]
    timeline: tuple[Line, ...]
    findings: tuple[Finding, ...]
    observations: tuple[Finding, ...]
    suggestion: str
    next_scenario: str


def debrief(scenario: Scenario, log: Sequence[Entry], scorecard: Scorecard) -> Debrief:
    """Tell a run back to the clerk; nothing in it is the citizen's secret."""
    suggestion, next_scenario = _next(scenario, scorecard)
    return Debrief(
        praise=_praise(scorecard),
        timeline=timeline(log),
        findings=scorecard.findings,
        observations=scorecard.observations,
        suggestion=suggestion,
        next_scenario=next_scenario,
    )


def by_weight(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The heaviest first, grave ones above all; of equal ones the one that came first."""
    return tuple(sorted(findings, key=lambda each: (each.grave, each.points), reverse=True))


def timeline(log: Sequence[Entry]) -> tuple[Line, ...]:
    """Every entry in one line."""
    return tuple(
        Line(
            seq=entry.seq,
            since_s=(entry.at - log[0].at).total_seconds(),
            actor=entry.actor,
            text=narrate_with_hand(entry),
            refused=isinstance(entry.fact, StepRefused),
        )
        for entry in log
    )


def _praise(scorecard: Scorecard) -> tuple[str, ...]:
    """What was done well: steps worth a word that no finding spoils."""
    spoilt = {name for each in scorecard.findings for name in (each.step, *each.spoils)}
    praised = tuple(
        result.step.praise
        for result in scorecard.steps
        if result.when and result.step.praise and result.step.id not in spoilt
    )
    return praised or (THANKS,)


def _next(scenario: Scenario, scorecard: Scorecard) -> tuple[str, str]:
    if not scorecard.findings:
        return _without_mistake(scenario, scorecard)
    heaviest = by_weight(scorecard.findings)[0]
    return f"Anh/chị luyện lại bài này và chú ý một điều: {_small(heaviest.instead)}", scenario.id


def _without_mistake(scenario: Scenario, scorecard: Scorecard) -> tuple[str, str]:
    if scorecard.blocked:
        return (AGAIN_WHEN_POSSIBLE if scorecard.passed else NAME_A_DAY), scenario.id
    return _go_on(scenario) if scorecard.passed else (AGAIN_TO_THE_END, scenario.id)


def _go_on(scenario: Scenario) -> tuple[str, str]:
    if scenario.id not in catalogue():
        return WHOLE, ""
    later = (each for each in catalogue().values() if each.order > scenario.order)
    following = next(later, None)
    if following is None:
        return ALL_DONE, ""
    return f"Bài này anh/chị đã làm trọn vẹn. Bài tiếp theo: “{following.title}”.", following.id


def _small(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


THANKS = "Anh/chị đã dành thời gian luyện tập, đó là bước đầu tiên để phục vụ công dân tốt hơn."
AGAIN_TO_THE_END = "Anh/chị luyện lại bài này và làm đủ các bước còn thiếu."
NAME_A_DAY = (
    "Việc này hôm nay không thể làm xong và không phải lỗi của anh/chị. "
    "Lần sau anh/chị hẹn rõ ngày quay lại và ghi lại việc còn dở."
)
AGAIN_WHEN_POSSIBLE = (
    "Việc này hôm nay không thể làm xong, anh/chị đã xử lý đúng. "
    "Khi không còn trở ngại, anh/chị luyện lại bài này cho trọn các bước."
)
WHOLE = "Bài này anh/chị đã làm trọn vẹn. Trang Năng lực gợi ý bài nên luyện tiếp."
ALL_DONE = "Anh/chị đã luyện xong bài cuối cùng; thỉnh thoảng luyện lại để giữ tay nghề."
