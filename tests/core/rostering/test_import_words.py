"""Half-days as people write them in a list, read carefully: what is not clear is not guessed."""

import pytest

from web.roster.planning.import_words import half_days

EVERY = [f"{day}{half}" for day in range(5) for half in ("am", "pm")]
MORNINGS = EVERY[::2]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", EVERY),
        ("Cả tuần", EVERY),
        ("tất cả", EVERY),
        ("Sáng", MORNINGS),
        ("các buổi sáng", MORNINGS),
        ("sáng, chiều", EVERY),
        ("Sáng thứ 2", ["0am"]),
        ("SÁNG THỨ HAI", ["0am"]),
        ("thứ 2 sáng; thứ 3 chiều", ["0am", "1pm"]),
        ("Sáng thứ 2, thứ 4; chiều thứ 6", ["0am", "2am", "4pm"]),
        ("sáng thứ 2, 4, 6", ["0am", "2am", "4am"]),
        ("Sáng và chiều thứ tư", ["2am", "2pm"]),
        ("cả ngày thứ 5", ["3am", "3pm"]),
        ("Thứ 3", ["1am", "1pm"]),
        ("sáng thứ 2 - thứ 4", ["0am", "1am", "2am"]),
        ("Chiều từ thứ hai đến thứ tư", ["0pm", "1pm", "2pm"]),
        ("T2, T4", ["0am", "0pm", "2am", "2pm"]),
        ("sáng thứ năm\nchiều thứ sáu", ["3am", "4pm"]),
        ("sáng thứ 2, cả ngày thứ 3", ["0am", "1am", "1pm"]),
    ],
)
def test_what_is_clear_is_read(written: str, meant: list[str]) -> None:
    assert half_days(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "khi rảnh",
        "thứ bảy",
        "chủ nhật",
        "sáng thứ 8",
        "Sáng, chiều thứ 2",  # every morning, or Monday's?
        "từ thứ 2 đến",
        "10",
        "sáng thứ 2 trừ tuần đầu",
        "-",
        ";",
    ],
)
def test_what_is_not_clear_is_not_guessed(written: str) -> None:
    assert half_days(written) is None
