"""A class session as every room sees it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from web.practice.runs.runs import MODE_WORDS, Mode
from web.shell.formatting import OFFICE_ZONE

FORGOTTEN_AFTER = timedelta(hours=12)  # a class nobody closed is no longer today's


class ClassState(StrEnum):
    """Where a class stands."""

    PLANNED = "planned"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


STATE_WORDS = {
    ClassState.PLANNED: ("Chưa mở", "plain"),
    ClassState.OPEN: ("Đang mở", "good"),
    ClassState.PAUSED: ("Đang tạm dừng", "wait"),
    ClassState.CLOSED: ("Đã kết thúc", "info"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a trainer decides about a class; ``scenarios`` are ids in the order they are done."""

    title: str
    unit_id: int
    trainer_id: int
    scenarios: tuple[str, ...]
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    venue: str

    @property
    def on_one_day(self) -> bool:
        """Whether it ends on the day it begins, in the office."""
        begins, ends = (each.astimezone(OFFICE_ZONE) for each in (self.starts_at, self.ends_at))
        return begins.date() == ends.date()


@dataclass(frozen=True, slots=True)
class TrainingClass:
    """One class; ``version`` counts its changes, so that no change overwrites another unseen."""

    id: str
    plan: Plan
    state: ClassState
    code: str
    version: int
    changed_at: datetime
    changed_by: int
    opened_at: datetime | None
    closed_at: datetime | None

    @property
    def is_running(self) -> bool:
        """Whether it has been opened and not closed, paused or not."""
        return self.state in (ClassState.OPEN, ClassState.PAUSED)

    @property
    def is_paused(self) -> bool:
        """Whether its clocks stand still."""
        return self.state is ClassState.PAUSED

    @property
    def page(self) -> str:
        """The address of the trainer's page."""
        return f"/buoi-tap/{self.id}"

    @property
    def board(self) -> str:
        """The address of the live board."""
        return f"{self.page}/bang"

    @property
    def screen(self) -> str:
        """The address of the view for the wall, without names."""
        return f"{self.page}/man-chieu"

    @property
    def tasks(self) -> str:
        """The address of the page of those who take part."""
        return f"{self.page}/bai"

    @property
    def mode_word(self) -> str:
        """The mode in words."""
        return MODE_WORDS[self.plan.mode]

    @property
    def hints_allowed(self) -> bool:
        """Whether anybody may be helped along."""
        return self.plan.mode is not Mode.TEST

    @property
    def code_spoken(self) -> str:
        """The code as it is read aloud: 482 913."""
        return f"{self.code[:3]} {self.code[3:]}"

    @property
    def joining(self) -> str:
        """The path that the QR code opens."""
        return f"/buoi-tap/vao?ma={self.code}"

    @property
    def state_tag(self) -> tuple[str, str]:
        """The state in words, and the tone that supports them."""
        return STATE_WORDS[self.state]

    def is_overtime(self, now: datetime) -> bool:
        """Whether it still runs although its time is up."""
        return self.is_running and now >= self.plan.ends_at

    def is_past(self, now: datetime) -> bool:
        """Whether its day is over, closed or forgotten."""
        return self.state is ClassState.CLOSED or now >= self.plan.ends_at + FORGOTTEN_AFTER
