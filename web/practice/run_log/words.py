"""Who did it and how a run stands, in words for the screen."""

from dataclasses import dataclass

from sandbox.log import Actor
from web.practice.runs.runs import RunRecord, State

WHO = {
    Actor.CLERK: "Cán bộ",
    Actor.CITIZEN: "Công dân",
    Actor.TRAINER: "Giảng viên",
    Actor.TESTER: "Người kiểm thử",
    Actor.SYSTEM: "Hệ thống",
}
NOT_COUNTED = "Không tính điểm"
CLASS_OVER = "Dừng do buổi tập kết thúc"
RESULT_OPTIONS = [
    ("", "Mọi kết quả"),
    ("dat", "Đạt"),
    ("chua-dat", "Chưa đạt"),
    ("dang-lam", "Đang làm"),
    ("bo", "Đã bỏ"),
    ("het-buoi", CLASS_OVER),
]


@dataclass(frozen=True, slots=True)
class Tag:
    """A short state: words, and the tone that supports them."""

    words: str
    tone: str


_UNMARKED = {
    State.OPEN: Tag("Đang làm", "info"),
    State.GIVEN_UP: Tag("Đã bỏ", "plain"),
    State.CLASS_OVER: Tag(CLASS_OVER, "plain"),
}


def result_tag(run: RunRecord) -> Tag:
    """How the run stands."""
    if run.state is not State.FINISHED:
        return _UNMARKED[run.state]
    if run.is_show:
        return Tag("Đã xem", "plain")
    if run.passed is None:
        return Tag("Chưa chấm", "plain")
    if run.coached:
        return Tag(NOT_COUNTED, "plain")
    return Tag("Đạt", "good") if run.passed else Tag("Chưa đạt", "wait")
