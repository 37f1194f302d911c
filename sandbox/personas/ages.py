"""How old the people at a desk are: full years on 1 June. Assumed frequencies, not counted ones."""

from functools import cache

YOUNGEST, OLDEST = 14, 95


@cache
def likely_ages(youngest: int, oldest: int) -> tuple[int, ...]:
    """The ages of those who come to a desk, each as often as is likely.

    Raises ValueError when the limits leave nobody or somebody who is drawn nowhere.
    """
    if not YOUNGEST <= youngest <= oldest <= OLDEST:
        limits = f"từ {YOUNGEST} đến {OLDEST} và min_age không quá max_age"
        raise ValueError(f"min_age, max_age: cần {limits}")
    return tuple(
        age
        for age in range(youngest, oldest + 1)
        for _ in range(3 if 18 <= age < 60 else 2 if 60 <= age < 75 else 1)
    )
