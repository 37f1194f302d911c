"""Settings: every ``MOTCUA_*`` variable, read once, checked before anything is opened.

A wrong value gives one Vietnamese sentence; all mistakes are told together.
``MOTCUA_TEST_*`` belongs to the test suite and is not looked at.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_PREFIX = "MOTCUA_"
_DATABASES = ("sqlite:///", "postgresql+psycopg://")
_YES = frozenset({"1", "true", "on", "yes"})
_NO = frozenset({"0", "false", "off", "no"})
_TOO_SHORT = (
    "MOTCUA_RETENTION_DAYS phải lớn hơn MOTCUA_VALID_DAYS, để lượt đạt còn giá trị không bị xóa."
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the README lists.

    ``secret_key`` is "" until start.py has read or made the key file.
    ``tester_token`` may hold several, with commas between: each tester sees their own worlds.
    A tester may hold ``tester_worlds`` at once, each for ``tester_ttl`` seconds at the longest,
    and make ``tester_rate`` calls a second to each worker process.
    A pass counts towards mastery for ``valid_days``; ``remind_days`` before its end people are
    reminded. Runs are forgotten ``retention_days`` after their end, the daily traces of a roster
    ``duty_retention_days`` after their day; 0 keeps them for good. A visitor's address is what
    the outermost of ``trusted_proxies`` says; 0 believes no header.
    """

    data: Path
    database_url: str
    host: str
    port: int
    base_url: str
    secret_key: str = ""
    demo_password: str = ""
    tester_api: bool = False
    tester_token: str = ""
    tester_worlds: int = 10_000
    tester_ttl: int = 2_592_000
    tester_rate: int = 500
    valid_days: int = 365
    remind_days: int = 30
    retention_days: int = 0
    duty_retention_days: int = 0
    trusted_proxies: int = 0

    @property
    def is_https(self) -> bool:
        """Whether cookies may be marked Secure."""
        return self.base_url.startswith("https://")


class SettingsError(ValueError):
    """Settings that cannot be used; ``sentences`` holds one a mistake, in Vietnamese."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > 65535:
        raise ValueError("phải là số cổng từ 0 đến 65535, ví dụ 8000.")
    return int(text)


def _switch(text: str) -> bool:
    if text.lower() not in _YES | _NO:
        raise ValueError("phải là on hoặc off.")
    return text.lower() in _YES


def _database_url(text: str) -> str:
    if not text.startswith(_DATABASES):
        raise ValueError("phải bắt đầu bằng sqlite:/// hoặc postgresql+psycopg://.")
    return text


def _base_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise ValueError("phải là địa chỉ như http://192.168.1.10:8000, không kèm đường dẫn.")
    return text.rstrip("/")


def _secret_key(text: str) -> str:
    if len(text) < 32:
        raise ValueError("phải dài ít nhất 32 ký tự.")
    return text


def _secret_word(text: str) -> str:
    if len(text) < 8:
        raise ValueError("phải dài ít nhất 8 ký tự.")
    return text


def _tokens(text: str) -> str:
    if any(len(token.strip()) < 8 for token in text.split(",")):
        raise ValueError("cần mỗi mã dài ít nhất 8 ký tự, các mã cách nhau bằng dấu phẩy.")
    return text


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise ValueError(f"phải là số từ {least} đến {most}.")
        return int(text)

    return read


_READERS: Mapping[str, Callable[[str], object]] = {
    "DATA": lambda text: Path(text).expanduser(),
    "DATABASE_URL": _database_url,
    "HOST": str,
    "PORT": _port,
    "BASE_URL": _base_url,
    "SECRET_KEY": _secret_key,
    "DEMO_PASSWORD": _secret_word,
    "TESTER_API": _switch,
    "TESTER_TOKEN": _tokens,
    "TESTER_WORLDS": _number(1, 1_000_000),
    "TESTER_TTL": _number(60, 2_592_000),
    "TESTER_RATE": _number(1, 100_000),
    "VALID_DAYS": _number(30, 3650),
    "REMIND_DAYS": _number(1, 365),
    "RETENTION_DAYS": _number(30, 36_500),
    "DUTY_RETENTION_DAYS": _number(200, 36_500),  # two periods: what is settled looks back on them
    "TRUSTED_PROXIES": _number(0, 9),
}


def load_settings(environ: Mapping[str, str]) -> Settings:
    """Read ``environ``; empty values count as absent. Raises SettingsError."""
    given = _given(environ)
    mistakes = [
        f"{_PREFIX}{name} không phải là thiết lập của motcua, anh/chị kiểm tra lại tên."
        for name in sorted(given.keys() - _READERS.keys())
    ]
    values: dict[str, object] = {}
    for name, read in _READERS.items():
        if name in given:
            try:
                values[name.lower()] = read(given[name])
            except ValueError as mistake:
                mistakes.append(f"{_PREFIX}{name} {mistake}")
    mistakes += _open_address(values)
    if mistakes:
        raise SettingsError(tuple(mistakes))
    settings = _settings(values, environ)
    if 0 < settings.retention_days <= settings.valid_days:
        raise SettingsError((_TOO_SHORT,))
    return settings


def _given(environ: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(_PREFIX): value.strip()
        for name, value in environ.items()
        if name.startswith(_PREFIX) and not name.startswith(f"{_PREFIX}TEST_") and value.strip()
    }


def _open_address(values: Mapping[str, object]) -> list[str]:
    """Listening on every address needs the one that people type: links and QR codes use it."""
    if values.get("host") in {"0.0.0.0", "::"} and "base_url" not in values:  # noqa: S104  # compared, not bound
        return ["MOTCUA_HOST mở cho mọi máy thì cần thêm MOTCUA_BASE_URL là địa chỉ mọi người gõ."]
    return []


def _settings(values: dict[str, object], environ: Mapping[str, str]) -> Settings:
    data = values.setdefault("data", default_data(environ, sys.platform))
    values.setdefault("database_url", f"sqlite:///{data}/motcua.sqlite3")
    host = values.setdefault("host", "127.0.0.1")
    port = values.setdefault("port", 8000)
    values.setdefault("base_url", f"http://{host}:{port}")
    return Settings(**values)  # type: ignore[arg-type]  # each reader returns its field's type


def default_data(environ: Mapping[str, str], platform: str) -> Path:
    """The folder an office laptop keeps anyway: per user, outside the program's own folder."""
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser() / "motcua"
    return Path(environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "motcua"
