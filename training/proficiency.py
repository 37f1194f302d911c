"""Using VNeID with ease (S2-01, S1-04): a small set of scenarios, each passed in a test."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to master, and the scenarios that show it."""

    title: str
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProficiencyProgress:
    """How far somebody has come: which of the set's scenarios are passed, and which are not."""

    passed: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every part is mastered."""
        return not self.missing


PARTS = (
    Part("Kiểm tra, xếp nhánh và giới thiệu", ("vn-03-the-cu", "vn-04-chua-thu-nhan")),
    Part("Hướng dẫn kích hoạt mức 2", ("vn-01-kich-hoat-tai-quay",)),
    Part("Hướng dẫn đăng nhập Cổng bằng VNeID", ("vn-02-vao-cong-bang-vneid",)),
)
TEST_SET = tuple(scenario for part in PARTS for scenario in part.scenarios)


def proficiency_progress(passed_in_tests: Collection[str]) -> ProficiencyProgress:
    """How far somebody is who has passed those scenarios, without hints, at one time or other."""
    passed = tuple(scenario for scenario in TEST_SET if scenario in passed_in_tests)
    return ProficiencyProgress(passed, tuple(each for each in TEST_SET if each not in passed))
