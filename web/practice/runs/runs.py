"""A run as every room sees it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from training.scenario import catalogue
from web.shell.people import Role


class Mode(StrEnum):
    """How a scenario is practised: looked at, led through, with hints on request, or without."""

    SHOW = "xem"
    GUIDE = "huong_dan"
    PRACTICE = "luyen"
    TEST = "kiem_tra"


class State(StrEnum):
    """Where a run stands; one that its class cut short is never marked and counts for nothing."""

    OPEN = "open"
    FINISHED = "finished"
    GIVEN_UP = "given_up"
    CLASS_OVER = "class_over"


PRACTISING = (Role.CLERK, Role.TRAINER, Role.DESK_HEAD)
COACHED = frozenset({Mode.SHOW, Mode.GUIDE})  # somebody else says what comes next: no marks count
MODE_WORDS = {
    Mode.SHOW: "Xem làm mẫu",
    Mode.GUIDE: "Làm có hướng dẫn",
    Mode.PRACTICE: "Luyện",
    Mode.TEST: "Kiểm tra",
}
MODE_SAYS = {
    Mode.SHOW: "Hệ thống làm từng bước trên màn hình thật và nói rõ vì sao; anh/chị bấm để xem.",
    Mode.GUIDE: "Anh/chị tự làm, mỗi màn hình ghi sẵn bước tiếp theo; điểm không tính.",
    Mode.PRACTICE: "Anh/chị tự làm; chưa rõ bước nào thì xem gợi ý, mỗi lần xem trừ vài điểm.",
    Mode.TEST: "Anh/chị tự làm, không có gợi ý; kết quả cho biết đã tự làm được hay chưa.",
}


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run; ``points`` 0–100, ``passed`` and ``findings`` are None until it is marked.

    ``forked_from`` is the run whose first ``forked_at`` lines it began with: such a run never
    counts as a best mark or as passed. ``partner_id`` is the colleague who played the citizen,
    where they said so; ``swapped_from`` the run in which the two sat the other way round.
    ``scenario_title`` is what a scenario of the unit's own was called then. ``class_id`` is the
    class it was begun in, ``slip`` the digest of the entry slip its person had come in by.
    """

    id: str
    world_id: str
    person_id: int
    unit_id: int
    scenario: str
    scenario_version: int
    mode: Mode
    started_at: datetime
    ended_at: datetime | None = None
    state: State = State.OPEN
    points: int | None = None
    passed: bool | None = None
    findings: int | None = None
    outcome: str = ""
    last_link: str = ""
    forked_from: str | None = None
    forked_at: int | None = None
    partner_id: int | None = None
    swapped_from: str | None = None
    scenario_title: str | None = None
    class_id: str | None = None
    slip: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the visit still goes on."""
        return self.state is State.OPEN

    @property
    def can_be_discussed(self) -> bool:
        """Whether it has ended and was not given up: words may be signed, a step tried again."""
        return self.state in (State.FINISHED, State.CLASS_OVER)

    @property
    def hints_allowed(self) -> bool:
        """Whether the clerk may ask what comes next."""
        return self.mode is Mode.PRACTICE

    @property
    def coached(self) -> bool:
        """Whether the next step is shown all the time, so that the marks prove nothing."""
        return self.mode in COACHED

    @property
    def is_show(self) -> bool:
        """Whether the machine did it and the person only watched."""
        return self.mode is Mode.SHOW

    @property
    def proves(self) -> bool:
        """Whether its marks say what the person can do: neither led nor begun as a copy."""
        return not self.coached and self.forked_from is None

    @property
    def counted_points(self) -> int | None:
        """The points as far as they say something about the person: none for a led run."""
        return None if self.coached else self.points

    @property
    def title(self) -> str:
        """The scenario's title; its id once it has left the catalogue."""
        scenario = catalogue().get(self.scenario)
        return scenario.title if scenario else self.scenario_title or self.scenario

    @property
    def desk(self) -> str:
        """The address of the desk it takes place at."""
        return f"/ban/{self.world_id}"

    @property
    def page(self) -> str:
        """The address of the page that tells it back."""
        return f"/so-luyen-tap/{self.id}"

    @property
    def mode_word(self) -> str:
        """The mode in words for the screen."""
        return MODE_WORDS[self.mode]
