"""Settings are checked before anything is opened; each mistake gets a sentence."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from web.shell.config import Settings, SettingsError, default_data, load_settings

_HOME = {"XDG_DATA_HOME": "/kho"}


def _sentences(**environ: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as refused:
        load_settings(_HOME | environ)
    return refused.value.sentences


def test_without_settings_one_office_runs_on_its_own_laptop() -> None:
    settings = load_settings(_HOME)
    assert settings.data == Path("/kho/motcua")
    assert settings.database_url == "sqlite:////kho/motcua/motcua.sqlite3"
    assert settings.base_url == "http://127.0.0.1:8000"
    assert not settings.tester_api
    assert not settings.is_https


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("::1", "http://[::1]:8000"),
        ("fe80::1", "http://[fe80::1]:8000"),
        ("may1", "http://may1:8000"),
    ],
)
def test_an_ipv6_address_stands_in_brackets(host: str, address: str) -> None:
    assert load_settings(_HOME | {"MOTCUA_HOST": host}).base_url == address


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("an-toan@xa-mau.test", "mailto:an-toan@xa-mau.test"),
        ("mailto:an-toan@xa-mau.test", "mailto:an-toan@xa-mau.test"),
        ("https://xa-mau.test/an-toan", "https://xa-mau.test/an-toan"),
        ("tel:0400000001", "tel:0400000001"),
    ],
)
def test_a_contact_is_an_address_of_some_kind(typed: str, contact: str) -> None:
    assert load_settings(_HOME | {"MOTCUA_SECURITY_CONTACT": typed}).security_contact == contact


def test_every_setting_is_read() -> None:
    settings = load_settings(
        {
            "MOTCUA_DATA": "/kho",
            "MOTCUA_DATABASE_URL": "postgresql+psycopg://may/motcua",
            "MOTCUA_HOST": "::",
            "MOTCUA_PORT": "8080",
            "MOTCUA_BASE_URL": "https://tap.xa-mau.test/",
            "MOTCUA_SECRET_KEY": "k" * 32,
            "MOTCUA_DEMO_PASSWORD": "mat-khau-mau",
            "MOTCUA_TESTER_API": "on",
            "MOTCUA_TESTER_TOKEN": "the-token",
        }
    )
    assert settings.base_url == "https://tap.xa-mau.test"
    assert settings.is_https
    assert settings.tester_api
    assert settings.port == 8080


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("MOTCUA_PORT", "tám nghìn", "số cổng"),
        ("MOTCUA_PORT", "65536", "số cổng"),
        ("MOTCUA_PORT", "-1", "số cổng"),
        ("MOTCUA_PORT", "8_000", "số cổng"),
        ("MOTCUA_PORT", "+8000", "số cổng"),
        ("MOTCUA_PORT", "8e3", "số cổng"),
        ("MOTCUA_PORT", "8000.0", "số cổng"),
        ("MOTCUA_PORT", "８０００", "số cổng"),
        ("MOTCUA_PORT", "٨٠٠٠", "số cổng"),
        ("MOTCUA_PORT", "null", "số cổng"),
        ("MOTCUA_PORT", "8" * 5000, "số cổng"),
        ("MOTCUA_TESTER_API", "maybe", "on hoặc off"),
        ("MOTCUA_TESTER_API", "y", "on hoặc off"),
        ("MOTCUA_TESTER_API", "2", "on hoặc off"),
        ("MOTCUA_DATABASE_URL", "mysql://x", "sqlite:///"),
        ("MOTCUA_BASE_URL", "xa-mau.test", "http://"),
        ("MOTCUA_BASE_URL", "http://xa-mau.test/tap", "không kèm đường dẫn"),
        ("MOTCUA_BASE_URL", "http://[::1", "không kèm đường dẫn"),
        ("MOTCUA_SECRET_KEY", "ngan", "32 ký tự"),
        ("MOTCUA_DEMO_PASSWORD", "ngan", "8 ký tự"),
        ("MOTCUA_HOST", "::", "MOTCUA_BASE_URL"),
        ("MOTCUA_SECURITY_CONTACT", "xã Mẫu", "địa chỉ thư"),
        ("MOTCUA_SECURITY_CONTACT", "http://xa-mau.test", "địa chỉ thư"),
        ("MOTCUA_VALID_DAYS", "một năm", "từ 30 đến 3650"),
        ("MOTCUA_REMIND_DAYS", "0", "từ 1 đến 365"),
        ("MOTCUA_RETENTION_DAYS", "7", "từ 30 đến 36500"),
        ("MOTCUA_RETENTION_DAYS", "365", "lớn hơn MOTCUA_VALID_DAYS"),
        ("MOTCUA_DUTY_RETENTION_DAYS", "199", "từ 200 đến 36500"),
        ("MOTCUA_TRUSTED_PROXIES", "10", "từ 0 đến 9"),
        ("MOTCUA_PROT", "8000", "không phải là thiết lập"),
        ("MOTCUA_port", "8000", "không phải là thiết lập"),
        ("MOTCUA_MODEL_CONFIG", "x", "không phải là thiết lập"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_write(name: str, value: str, says: str) -> None:
    (sentence,) = _sentences(**{name: value})
    assert sentence.startswith(name)
    assert says in sentence


def test_all_mistakes_are_told_at_once() -> None:
    told = _sentences(MOTCUA_PORT="x", MOTCUA_SECRET_KEY="x", MOTCUA_X="x", MOTCUA_HOST="::")
    assert [sentence.split()[0] for sentence in told] == [
        "MOTCUA_X",
        "MOTCUA_PORT",
        "MOTCUA_HOST",
        "MOTCUA_SECRET_KEY",
    ]


@pytest.mark.parametrize(
    ("said", "meant"),
    [("1", True), ("true", True), ("ON", True), ("Yes", True), ("0", False), ("oFF", False)],
)
def test_a_switch_is_said_in_several_words(said: str, meant: bool) -> None:
    assert load_settings(_HOME | {"MOTCUA_TESTER_API": said}).tester_api is meant


def test_blanks_around_a_value_do_not_count() -> None:
    settings = load_settings(
        _HOME
        | {"MOTCUA_PORT": " 0080\n", "MOTCUA_DATA": "  /kho khác ", "MOTCUA_TESTER_API": " no "}
    )
    assert (settings.port, settings.data) == (80, Path("/kho khác"))
    assert not settings.tester_api


def test_only_the_given_variables_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the process's own, nor a .env file where it was started, nor other names."""
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("MOTCUA_PORT=1\nPORT=2\n", encoding="utf-8")
    monkeypatch.setenv("MOTCUA_PORT", "3")
    others = {"PORT": "4", "motcua_port": "5", "HOST": "::", "DATA": "/nơi khác"}
    settings = load_settings(_HOME | others)
    assert (settings.port, settings.host, settings.data) == (8000, "127.0.0.1", Path("/kho/motcua"))
    assert Settings(data=tmp_path).port == 8000


def test_settings_stay_as_they_were_read() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load_settings(_HOME).port = 1


def test_a_secret_is_not_shown_with_the_other_settings() -> None:
    secrets = dict.fromkeys(["SECRET_KEY", "DEMO_PASSWORD", "TESTER_TOKEN"], "bi-mat" * 6)
    settings = load_settings(_HOME | {f"MOTCUA_{name}": each for name, each in secrets.items()})
    assert settings.secret_key == secrets["SECRET_KEY"]
    assert "bi-mat" not in repr(settings)


def test_a_secret_is_never_repeated_in_the_sentence() -> None:
    assert "ngan-qua" not in _sentences(MOTCUA_SECRET_KEY="ngan-qua")[0]


def test_empty_values_and_the_test_suites_own_do_not_count() -> None:
    settings = load_settings(_HOME | {"MOTCUA_PORT": " ", "MOTCUA_TEST_DATABASE_URL": "x"})
    assert settings.port == 8000


def test_windows_keeps_its_data_with_the_user() -> None:
    assert default_data({"LOCALAPPDATA": "/nguoi-dung"}, "win32") == Path("/nguoi-dung/motcua")
