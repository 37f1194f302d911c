"""How likely the traits of a desk citizen are. Assumed figures, not counted ones."""

from bisect import bisect
from dataclasses import dataclass

YOUNGEST_WITH_OLD_CARD = 25

# None, level 1, level 2 issued, level 2 active; VNeID's level 2 began in the middle of 2022.
EID_UNTIL_2022 = (70, 20, 7, 3)
EID_SINCE_2023 = (18, 10, 22, 50)


@dataclass(frozen=True, slots=True)
class Stage:
    """Of a hundred people at this stage of life, how many have what."""

    smartphone: int
    email: int
    account: int
    old_card: int
    relatives_phone: int


_STAGES_END_AT = (45, 60, 75)
_STAGES = (
    Stage(smartphone=97, email=50, account=25, old_card=3, relatives_phone=8),
    Stage(smartphone=88, email=25, account=20, old_card=9, relatives_phone=8),
    Stage(smartphone=55, email=6, account=10, old_card=15, relatives_phone=15),
    Stage(smartphone=15, email=1, account=4, old_card=30, relatives_phone=40),
)


def stage(age: int) -> Stage:
    """The stage of life at this age."""
    return _STAGES[bisect(_STAGES_END_AT, age)]
