"""Settings: every ``MOTCUA_*`` variable, read once, checked before anything is opened.

A wrong value gives one Vietnamese sentence; all mistakes are told together.
``MOTCUA_TEST_*`` belongs to the test suite and is not looked at.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

_PREFIX = "MOTCUA_"
_OF_THIS_MACHINE = {"data", "database_url", "secret_key", "demo_password", "backup_passphrase"}
_WHOLE = "sentence"  # the kind of mistake whose text names its variable itself
_TOO_SHORT = (
    "MOTCUA_RETENTION_DAYS phải lớn hơn MOTCUA_VALID_DAYS, để lượt đạt còn giá trị không bị xóa."
)
_OPEN = "MOTCUA_HOST mở cho mọi máy thì cần thêm MOTCUA_BASE_URL là địa chỉ mọi người gõ."


def _digits(value: object) -> object:
    """Pydantic alone also takes 1_0, +5 and 8000.0."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}", value):
        raise ValueError
    return value


def _whole_word(value: object) -> object:
    """Pydantic alone also takes t, f, y and n."""
    if isinstance(value, str) and value.lower() in {"t", "f", "y", "n"}:
        raise ValueError
    return value


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise ValueError
    return value.rstrip("/")


def _contact(value: str) -> str:
    if re.fullmatch(r"[^@\s:]+@[^@\s]+", value):
        return f"mailto:{value}"
    if not re.fullmatch(r"(?:mailto:|https://|tel:)\S+", value):
        raise ValueError
    return value


def address_of(host: str, port: int) -> str:
    """``http://127.0.0.1:8000``; an IPv6 address goes into brackets."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _tokens(value: str) -> str:
    if any(len(token.strip()) < 8 for token in value.split(",")):
        raise ValueError
    return value


_Number = Annotated[int, BeforeValidator(_digits)]
_Switch = Annotated[bool, BeforeValidator(_whole_word)]


def _number(default: int, least: int, most: int) -> Any:
    return Field(
        default=default, ge=least, le=most, description=f"phải là số từ {least} đến {most}."
    )


class Settings(BaseSettings):
    """What the README lists; a field's description is what a wrong value is told.

    ``secret_key`` is "" until start.py has read or made the key file.
    ``tester_token`` may hold several, with commas between: each tester sees their own worlds.
    A tester may hold ``tester_worlds`` at once, each for ``tester_ttl`` seconds at the longest,
    and make ``tester_rate`` calls a second.
    A pass counts towards mastery for ``valid_days``; ``remind_days`` before its end people are
    reminded. Runs are forgotten ``retention_days`` after their end, the daily traces of a roster
    ``duty_retention_days`` after their day; 0 keeps them for good. A visitor's address is what
    the outermost of ``trusted_proxies`` says; 0 believes no header. ``security_contact`` is where
    somebody who found a hole may write (security.txt).
    """

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, extra="forbid", frozen=True, validate_default=False
    )

    data: Annotated[Path, AfterValidator(Path.expanduser)]
    database_url: str = Field(
        default_factory=lambda fields: f"sqlite:///{fields['data']}/motcua.sqlite3",
        pattern=r"^(sqlite:///|postgresql\+psycopg://)",
        description="phải bắt đầu bằng sqlite:/// hoặc postgresql+psycopg://.",
    )
    host: str = "127.0.0.1"
    port: _Number = Field(
        default=8000, ge=0, le=65535, description="phải là số cổng từ 0 đến 65535, ví dụ 8000."
    )
    base_url: str = Field(
        default="",
        validate_default=True,
        description="phải là địa chỉ như http://192.168.1.10:8000, không kèm đường dẫn.",
    )
    secret_key: str = Field(
        default="", min_length=32, repr=False, description="phải dài ít nhất 32 ký tự."
    )
    demo_password: str = Field(
        default="", min_length=8, repr=False, description="phải dài ít nhất 8 ký tự."
    )
    backup_passphrase: str = Field(
        default="", min_length=8, repr=False, description="phải dài ít nhất 8 ký tự."
    )
    tester_api: _Switch = Field(default=False, description="phải là on hoặc off.")
    tester_token: Annotated[str, AfterValidator(_tokens)] = Field(
        default="",
        repr=False,
        description="cần mỗi mã dài ít nhất 8 ký tự, các mã cách nhau bằng dấu phẩy.",
    )
    tester_worlds: _Number = _number(10_000, 1, 1_000_000)
    tester_ttl: _Number = _number(2_592_000, 60, 2_592_000)
    tester_rate: _Number = _number(500, 1, 100_000)
    valid_days: _Number = _number(365, 30, 3650)
    remind_days: _Number = _number(30, 1, 365)
    retention_days: _Number = _number(0, 30, 36_500)
    # Two periods at least: what is settled looks back on them.
    duty_retention_days: _Number = _number(0, 200, 36_500)
    trusted_proxies: _Number = _number(0, 0, 9)
    security_contact: Annotated[str, AfterValidator(_contact)] = Field(
        default="", description="phải là một địa chỉ thư, hoặc bắt đầu bằng https:// hay tel:."
    )

    @classmethod
    def settings_customise_sources(
        cls, *_: Any, **sources: Any
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what it is given: never the process's own variables, a .env file or secrets."""
        return (sources["init_settings"],)

    @field_validator("base_url")
    @classmethod
    def _reachable(cls, value: str, info: ValidationInfo) -> str:
        """Listening on every address needs the one that people type: links and QR codes use it."""
        if value:
            return _address(value)
        if info.data.get("host") in {"0.0.0.0", "::"}:  # noqa: S104  # compared, not bound
            raise PydanticCustomError(_WHOLE, _OPEN)
        return address_of(str(info.data.get("host")), info.data.get("port") or 0)

    @model_validator(mode="after")
    def _kept_while_valid(self) -> "Settings":
        if 0 < self.retention_days <= self.valid_days:
            raise PydanticCustomError(_WHOLE, _TOO_SHORT)
        return self

    @property
    def is_https(self) -> bool:
        """Whether cookies may be marked Secure."""
        return self.base_url.startswith("https://")


class SettingsError(ValueError):
    """Settings that cannot be used; ``sentences`` holds one a mistake, in Vietnamese."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def load_settings(environ: Mapping[str, str]) -> Settings:
    """Read ``environ``; empty values count as absent. Raises SettingsError."""
    variables, known = _ours(environ), {_variable(field) for field in Settings.model_fields}
    mistakes = [
        f"{name} không phải là thiết lập của motcua, anh/chị kiểm tra lại tên."
        for name in sorted(variables.keys() - known)
    ]
    source = EnvSettingsSource(Settings)
    source.env_vars = {name.lower(): variables[name] for name in variables.keys() & known}
    try:
        settings = Settings(**{"data": default_data(environ, sys.platform), **source()})
    except ValidationError as error:
        mistakes += [_sentence(details) for details in error.errors()]
    if mistakes:
        raise SettingsError(tuple(mistakes))
    return settings


def changed_settings(settings: Settings) -> dict[str, str]:
    """The variables that were set, but for where things are and what only opens a door."""
    fields = settings.model_fields_set - _OF_THIS_MACHINE
    values = {_variable(name): getattr(settings, name) for name in sorted(fields)}
    words = {True: "on", False: "off"}
    return {
        name: words[value] if isinstance(value, bool) else str(value)
        for name, value in values.items()
    }


def _ours(environ: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value.strip()
        for name, value in environ.items()
        if name.startswith(_PREFIX) and not name.startswith(f"{_PREFIX}TEST_") and value.strip()
    }


def _variable(field: str) -> str:
    return f"{_PREFIX}{field.upper()}"


def _sentence(mistake: ErrorDetails) -> str:
    if mistake["type"] == _WHOLE:
        return mistake["msg"]
    field = str(mistake["loc"][0])
    return f"{_variable(field)} {Settings.model_fields[field].description}"


def default_data(environ: Mapping[str, str], platform: str) -> Path:
    """The folder an office laptop keeps anyway: per user, outside the program's own folder."""
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser() / "motcua"
    return Path(environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "motcua"
