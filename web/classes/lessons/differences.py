"""Two plans side by side, for a trainer whose form was overtaken by somebody else's change."""

from collections.abc import Iterator
from dataclasses import dataclass

from web.classes.lessons.classes import Plan
from web.classes.lessons.plan_form import Choices
from web.shell.formatting import moment


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs, in words."""

    label: str
    saved: str
    mine: str


def differences(saved: Plan, mine: Plan, choices: Choices) -> list[Difference]:
    """What ``mine`` would change in what is kept now."""
    pairs = zip(_labelled_values(saved, choices), _labelled_values(mine, choices), strict=True)
    return [
        Difference(label, before, after) for (label, before), (_, after) in pairs if before != after
    ]


def _labelled_values(plan: Plan, choices: Choices) -> Iterator[tuple[str, str]]:
    known = {**choices.elsewhere, **choices.scenarios}
    titles = (known.get(each, each) for each in plan.scenarios)
    yield "Chủ đề", plan.title
    yield "Tình huống", "; ".join(titles)
    yield "Cách luyện", choices.modes.get(plan.mode.value, plan.mode.value)
    yield "Bắt đầu", moment(plan.starts_at)
    yield "Kết thúc", moment(plan.ends_at)
    yield "Địa điểm", plan.venue or "chưa ghi"
    yield "Đơn vị", choices.units.get(plan.unit_id, "")
    yield "Giảng viên", choices.trainers.get(plan.trainer_id, "")
