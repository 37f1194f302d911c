"""Asked to look, a citizen says what the screen shows, not what they remember."""

import pytest

from sandbox.citizens import EidState
from tests.core.vneid.phone import Phone, active, phone


@pytest.mark.parametrize(
    ("citizen", "words"),
    [
        (phone(eid=EidState.NONE), "chưa đăng ký"),
        (phone(eid=EidState.LEVEL1), "mức 1"),
        (phone(), "“Kích hoạt”"),
        (active(), "mức 2, đã kích hoạt"),
        (active(signed_in_on="old"), "hỏi đăng nhập"),
        (phone(smartphone=False), "chỉ nghe gọi"),
    ],
)
def test_the_level_on_the_screen_is_read_out(citizen: Phone, words: str) -> None:
    assert words in citizen.hear("check_app")


@pytest.mark.parametrize(
    ("citizen", "words"),
    [
        (active(papers=("driving_licence", "vehicle_registration")), "giấy phép lái xe, đăng ký"),
        (active(), "còn trống"),
        (phone(), "chưa mở được"),
        (active(signed_in_on="lost"), "chưa mở được"),
    ],
)
def test_the_wallet_is_told(citizen: Phone, words: str) -> None:
    assert words in citizen.hear("ask_papers")
