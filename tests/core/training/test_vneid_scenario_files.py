"""The [vneid] table and its trouble: read strictly, refused with line and reason."""

from importlib.resources import files

import pytest

from sandbox.setup import VneidPart
from training.scenario import catalogue, opening, parse
from training.scenario_file import ScenarioError

NAME = "vn-15-giay-to-trong-vi.toml"
GOOD = (files("training") / "catalogue" / NAME).read_text(encoding="utf-8")
MAINTENANCE = "[[faults]]\nchannel = 'vneid'\naction = 'maintenance'\nwhat = '{}'\n"


def refusal(text: str) -> str:
    with pytest.raises(ScenarioError) as refused:
        parse(text, NAME)
    return str(refused.value)


def test_the_table_becomes_the_citizens_part() -> None:
    assert parse(GOOD, NAME).setup.vneid == VneidPart(
        papers=("driving_licence", "vehicle_registration")
    )
    assert catalogue()["vn-08-nhap-ma-nham"].setup.vneid.mistypes == 3
    assert catalogue()["vn-12-mat-dien-thoai"].setup.vneid.signed_in_on == "lost"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[vneid]", "[vneid]\nsigned_in_on = 'tablet'", "“vneid.signed_in_on” phải là một trong"),
        ("[vneid]", "[vneid]\nforgets = 'everything'", "“vneid.forgets” phải là một trong"),
        ("[vneid]", "[vneid]\nmistypes = -1", "“vneid.mistypes” phải từ 0 trở lên"),
        ("[vneid]", "[vneid]\nlaughs = true", "“vneid.laughs” không có trong mẫu"),
        ('"driving_licence"', '"library_card"', "“vneid.papers.0” phải là một trong"),
        ('topics = ["vneid"]', 'topics = ["poetry"]', "“topics.0” phải là một trong"),
        ('outcome = "papers_integrated"', 'outcome = "saved"', "“outcome” phải là một trong"),
    ],
)
def test_a_mistake_is_named(old: str, new: str, reason: str) -> None:
    assert reason in refusal(GOOD.replace(old, new, 1))


@pytest.mark.parametrize("step", ["", "request_activation", "share_consent"])
def test_maintenance_may_strike_everything_or_one_step(step: str) -> None:
    scenario = parse(f"{GOOD}\n{MAINTENANCE.format(step)}", NAME)
    assert [fault.what for fault in scenario.faults] == [step]
    assert len(opening(scenario, 7)) == 2


@pytest.mark.parametrize(
    "fault",
    [
        MAINTENANCE.format("call_hotline"),
        MAINTENANCE.format("look_up"),
        "[[faults]]\nchannel = 'nfc'\naction = 'maintenance'\n",
        "[[faults]]\nchannel = 'nfc'\naction = 'unread'\nwhat = 'take_face'\n",
        "[[faults]]\nchannel = 'sms'\naction = 'late'\nseconds = 9\n",
    ],
)
def test_trouble_that_cannot_happen_is_refused(fault: str) -> None:
    assert "trở ngại không khớp" in refusal(f"{GOOD}\n{fault}")


def test_late_codes_of_vneid_can_be_ordered() -> None:
    late = "[[faults]]\nchannel = 'sms'\naction = 'late'\nwhat = 'vneid_otp'\nseconds = 60\n"
    assert parse(f"{GOOD}\n{late}", NAME).faults[0].seconds == 60
