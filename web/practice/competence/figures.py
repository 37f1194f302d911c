"""The unit's figures: numerator, denominator, and what is counted; never a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from training.competencies import COMPETENCIES
from web.practice.competence.matrix import Member
from web.practice.competence.people import DESK_STAFF

_LOG_IN_AND_PROCESS = "account_creation"


@dataclass(frozen=True, slots=True)
class Figure:
    """``numerator`` of ``denominator`` people; ``counts`` says who is counted.

    ``clause`` is "" for a figure of our own.
    """

    title: str
    numerator: int
    denominator: int
    counts: str = ""
    clause: str = ""

    @property
    def share(self) -> float | None:
        """From 0 to 1; None while there is nobody to count."""
        return self.numerator / self.denominator if self.denominator else None


def aims(members: Iterable[Member], at_ease: frozenset[int]) -> tuple[Figure, Figure]:
    """The two figures that are to reach 100 % of the desk's staff (S1-04, S2-01).

    ``at_ease`` are the ids of those who use their own VNeID with ease.
    """
    staff = [each for each in members if each.colleague.role in DESK_STAFF]
    return _knows_the_process(staff), _uses_vneid(staff, at_ease)


def _knows_the_process(staff: Sequence[Member]) -> Figure:
    return Figure(
        "Cán bộ biết cách đăng nhập và quy trình nghiệp vụ",
        sum(each.has_mastered(_LOG_IN_AND_PROCESS) for each in staff),
        len(staff),
        f"Cán bộ một cửa và trưởng bộ phận đang thành thạo “{COMPETENCIES[_LOG_IN_AND_PROCESS]}”.",
        "S1-04",
    )


def _uses_vneid(staff: Sequence[Member], at_ease: frozenset[int]) -> Figure:
    return Figure(
        "Cán bộ dùng thành thạo VNeID mức độ 2 của chính mình",
        sum(each.colleague.id in at_ease for each in staff),
        len(staff),
        "Cán bộ một cửa và trưởng bộ phận đã tự khai cài VNeID mức độ 2 và đạt bộ bài thành thạo.",
        "S2-01",
    )


def by_competency(members: Sequence[Member]) -> Iterator[Figure]:
    """How many of those who need each competency have it today."""
    for key, title in COMPETENCIES.items():
        expected = [each for each in members if key in each.progress]
        yield Figure(title, sum(each.has_mastered(key) for each in expected), len(expected))
