"""The unit's figures: numerator, denominator, and what is counted; never a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from motcua.training.competencies import COMPETENCIES
from motcua.web.competence.matrix import Member
from motcua.web.competence.people import DESK_STAFF

_LOG_IN_AND_PROCESS = "account_creation"


@dataclass(frozen=True, slots=True)
class Figure:
    """``numerator`` of ``denominator`` people; ``counts`` says who is counted.

    ``clause`` is "" for a figure of our own. ``numerator`` None: not measured.
    """

    title: str
    numerator: int | None
    denominator: int
    counts: str = ""
    clause: str = ""

    @property
    def share(self) -> float | None:
        """From 0 to 1; None while there is nobody, or nothing, to count."""
        if self.numerator is None or not self.denominator:
            return None
        return self.numerator / self.denominator


def vneid_proficient(_: Connection, __: int) -> frozenset[int] | None:
    """Who in the unit has declared their VNeID and passed its drill (S2-01).

    Nobody is asked yet, so there is nothing to count; this is where the answers join.
    """
    return None


def aims(
    members: Iterable[Member], vneid_proficient: frozenset[int] | None
) -> tuple[Figure, Figure]:
    """The two figures that are to reach 100 % of the desk's staff (S1-04, S2-01).

    ``vneid_proficient`` are the ids of those who use their own VNeID with ease; None while
    nobody has asked them.
    """
    staff = [each for each in members if each.colleague.role in DESK_STAFF]
    return _knows_the_process(staff), _uses_vneid(staff, vneid_proficient)


def _knows_the_process(staff: Sequence[Member]) -> Figure:
    return Figure(
        "Cán bộ biết cách đăng nhập và quy trình nghiệp vụ",
        sum(each.has_mastered(_LOG_IN_AND_PROCESS) for each in staff),
        len(staff),
        f"Cán bộ một cửa và trưởng bộ phận đang thành thạo “{COMPETENCIES[_LOG_IN_AND_PROCESS]}”.",
        "S1-04",
    )


def _uses_vneid(staff: Sequence[Member], proficient: frozenset[int] | None) -> Figure:
    return Figure(
        "Cán bộ dùng thành thạo VNeID mức độ 2 của chính mình",
        None if proficient is None else sum(each.colleague.id in proficient for each in staff),
        len(staff),
        "Cán bộ một cửa và trưởng bộ phận đã tự khai cài VNeID mức độ 2 và đạt bài luyện.",
        "S2-01",
    )


def by_competency(members: Sequence[Member]) -> Iterator[Figure]:
    """How many of those who need each competency have it today."""
    for key, title in COMPETENCIES.items():
        asked = [each for each in members if key in each.standings]
        yield Figure(title, sum(each.has_mastered(key) for each in asked), len(asked))
