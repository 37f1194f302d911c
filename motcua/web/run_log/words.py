"""Results and outcomes in words for the screen."""

from dataclasses import dataclass

from motcua.web.practice.runs import RunRecord, State

OUTCOMES = {
    "account_created": "Đã tạo tài khoản",
    "account_exists": "Công dân đã có tài khoản, không tạo mới",
    "citizen_left": "Công dân rời quầy, không tạo tài khoản",
    "left_open": "Kết thúc khi biểu mẫu còn mở",
    "not_done": "Kết thúc khi chưa làm gì trên biểu mẫu",
}
RESULT_OPTIONS = [
    ("", "Mọi kết quả"),
    ("dat", "Đạt"),
    ("chua-dat", "Chưa đạt"),
    ("dang-lam", "Đang làm"),
    ("bo", "Đã bỏ"),
]


@dataclass(frozen=True, slots=True)
class Tag:
    """A short state: words, and the tone that supports them."""

    words: str
    tone: str


def result_tag(run: RunRecord) -> Tag:
    """How the run stands."""
    if run.state is State.OPEN:
        return Tag("Đang làm", "info")
    if run.state is State.GIVEN_UP:
        return Tag("Đã bỏ", "plain")
    if run.passed is None:
        return Tag("Chưa chấm", "plain")
    return Tag("Đạt", "good") if run.passed else Tag("Chưa đạt", "wait")
