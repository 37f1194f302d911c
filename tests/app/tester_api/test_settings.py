"""The testers' settings are checked before anything is opened."""

import pytest

from web.shell.config import SettingsError, load_settings


def test_several_tokens_and_limits_are_taken() -> None:
    settings = load_settings(
        {
            "MOTCUA_TESTER_TOKEN": "first-token, second-token",
            "MOTCUA_TESTER_WORLDS": "50",
            "MOTCUA_TESTER_TTL": "600",
            "MOTCUA_TESTER_RATE": "20",
        }
    )
    limits = (settings.tester_worlds, settings.tester_ttl, settings.tester_rate)
    assert limits == (50, 600, 20)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TESTER_TOKEN", "short"),
        ("TESTER_TOKEN", "long-enough,short"),
        ("TESTER_TOKEN", "long-enough,"),
        ("TESTER_WORLDS", "0"),
        ("TESTER_WORLDS", "many"),
        ("TESTER_TTL", "59"),
        ("TESTER_TTL", "2592001"),
        ("TESTER_RATE", "-1"),
        ("TESTER_RATE", "1.5"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as mistakes:
        load_settings({f"MOTCUA_{name}": value})
    (sentence,) = mistakes.value.sentences
    assert sentence.startswith(f"MOTCUA_{name} ")
