"""Numbers for personas, in ranges that were never given to anybody.

No province or country has the code 000 (Thông tư 07/2016/TT-BCA), and no network
gives out 0400.

The lower half of a range is for the portal's population, the upper for the
citizens at the desk: no citizen meets a stranger who has the same number.
"""

HALF = 500_000

# Odd and no multiple of five: half a million numbers pass before one comes back.
_STEP = 309_017


def spread(place: int) -> int:
    """A number below HALF that does not betray its place; another for each of HALF places."""
    return place * _STEP % HALF


def personal_id(serial: int, *, man: bool, birth_year: int) -> str:
    """Twelve digits: no place, century and sex, year of birth, serial.

    Source: Nghị định 137/2015/NĐ-CP, article 13.
    """
    century_and_sex = 2 * (birth_year >= 2000) + (not man)
    return f"000{century_and_sex}{birth_year % 100:02}{serial:06}"


def old_id(personal: str) -> str:
    """Nine digits for the old card of the person with this personal ID."""
    return "000" + personal[-6:]


def phone(serial: int) -> str:
    """Ten digits that no network of Vietnam answers to."""
    return f"0400{serial:06}"
