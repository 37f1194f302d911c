"""A standing in words, and what to do next about it."""

from datetime import date

from motcua.training.competencies import Rule
from motcua.training.mastery.standing import Standing, State

_RUNS = {"luyen": "lượt luyện", "kiem_tra": "lượt kiểm tra"}


def says(standing: Standing) -> str:
    """The state in a few words, such as "thành thạo đến 26/11/2027"."""
    match standing.state:
        case State.NEW:
            return "chưa luyện"
        case State.PRACTISING:
            return f"đang luyện, {_so_far(standing)}"
        case State.MASTERED:
            soon = ", sắp đến hạn luyện lại" if standing.due_soon else ""
            return f"thành thạo đến {_day(standing.until)}{soon}"
        case State.EXPIRED:
            return f"đến hạn luyện lại vì quá hạn ngày {_day(standing.until)}"
        case State.CHANGED:
            return "đến hạn luyện lại vì quy trình đổi"


def next_step(standing: Standing, rule: Rule, today: date) -> str:
    """What would bring this person further, in one or two sentences."""
    if standing.mastered and not standing.due_soon:
        return "Chưa cần làm gì. Anh/chị ôn theo gợi ý để giữ chắc tay."
    run = _RUNS[rule.mode]
    if standing.mastered:
        return f"Thêm một {run} đạt trước ngày {_day(standing.until)} là được gia hạn."
    missing = standing.needed - standing.passes
    if rule.different_days and missing > 1:
        return f"Cần {missing} {run} đạt, mỗi lượt vào một ngày khác nhau."
    if rule.different_days and today in standing.counted_days:
        return f"Cần {missing} {run} đạt nữa, vào một ngày khác hôm nay."
    return f"Cần {missing} {run} đạt{' nữa' if standing.passes else ''}."


def _so_far(standing: Standing) -> str:
    return f"{standing.passes}/{standing.needed} lần đạt"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
