"""Progress with a competency in words, and what to do next about it."""

from datetime import date

from training.competencies import MasteryRule
from training.mastery.progress import CompetencyProgress, State

_RUNS = {"luyen": "lượt luyện", "kiem_tra": "lượt kiểm tra"}


_LABELS = {
    State.NEW: "Chưa luyện",
    State.PRACTISING: "Đang luyện",
    State.MASTERED: "Thành thạo",
    State.EXPIRED: "Đến hạn luyện lại",
    State.CHANGED: "Đến hạn luyện lại",
}


def label(progress: CompetencyProgress) -> str:
    """The state in two to four words."""
    return _LABELS[progress.state]


def detail(progress: CompetencyProgress) -> str:
    """What the label leaves open: how far, until when, why; "" when there is nothing more."""
    match progress.state:
        case State.NEW:
            return ""
        case State.PRACTISING:
            return f"{progress.passes}/{progress.needed} lần đạt"
        case State.MASTERED:
            soon = ", sắp đến hạn" if progress.due_soon else ""
            return f"đến {_day(progress.until)}{soon}"
        case State.EXPIRED:
            return f"vì quá hạn ngày {_day(progress.until)}"
        case State.CHANGED:
            return "vì quy trình đổi"


def summary(progress: CompetencyProgress) -> str:
    """The whole state, such as "Thành thạo đến 26/11/2027"."""
    return f"{label(progress)} {detail(progress)}".strip()


def rule_in_words(rule: MasteryRule, valid_days: int) -> str:
    """What the rule asks for, in one or two sentences."""
    apart = {
        (True, True): ", vào những ngày khác nhau và với công dân khác nhau",
        (True, False): ", vào những ngày khác nhau",
        (False, True): ", với công dân khác nhau",
        (False, False): "",
    }[rule.different_days, rule.different_seeds]
    apart = apart if rule.passes > 1 else ""
    return (
        f"Một năng lực là thành thạo khi có {rule.passes} {_RUNS[rule.mode]} đạt{apart}. "
        f"Mỗi lượt đạt có giá trị {valid_days} ngày."
    )


def next_step(progress: CompetencyProgress, rule: MasteryRule, today: date) -> str:
    """What would bring this person further, in one or two sentences."""
    if progress.mastered and not progress.due_soon:
        return "Chưa cần làm gì. Anh/chị ôn theo gợi ý để giữ chắc tay."
    run = _RUNS[rule.mode]
    if progress.mastered:
        return f"Thêm một {run} đạt trước ngày {_day(progress.until)} là được gia hạn."
    missing = progress.needed - progress.passes
    if rule.different_days and missing > 1:
        return f"Cần {missing} {run} đạt, mỗi lượt vào một ngày khác nhau."
    if rule.different_days and today in progress.counted_days:
        return f"Cần {missing} {run} đạt nữa, vào một ngày khác hôm nay."
    return f"Cần {missing} {run} đạt{' nữa' if progress.passes else ''}."


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
