"""Reading a scenario file strictly: whatever is wrong is named with its line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from sandbox.faults import PORTAL_ACTIONS, SMS_ACTIONS, VNEID_ACTIONS
from sandbox.people import PAPERS
from sandbox.scanner import ScanFormat, ScanSize, Sides
from training.outcomes import Outcome
from training.toml_lines import KeyLines, Path, too_deep

MOST_TOLD = 100  # mistakes of one text


class ScenarioError(ValueError):
    """A scenario file that cannot be used; the text has one ``file:line: reason`` a line."""

    def __init__(self, filename: str, *reasons: tuple[int, str]) -> None:
        super().__init__("\n".join(f"{filename}:{line}: {why}" for line, why in sorted(reasons)))


class Mistake(NamedTuple):
    """Something wrong at ``path``; ``word`` helps to find an item of a list."""

    path: Path
    word: str
    why: str


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Part(_Table):
    """``[part]``: how the citizen behaves."""

    hard_of_hearing: bool = False
    slips_phone: bool = False
    reads_older_code: bool = False
    leaves_after_code: bool = False
    asks_to_keep_password: bool = False
    lines: dict[str, str] = {}


class Vneid(_Table):
    """``[vneid]``: how the citizen comes to VNeID, and behaves with it."""

    signed_in_on: Literal["handset", "old", "lost", ""] = "handset"
    forgets: Literal["", "password", "passcode"] = ""
    papers: list[Literal[tuple(PAPERS)]] = []  # type: ignore[valid-type]  # the world's own list
    passcode_misses: int = Field(default=0, ge=0)
    mistypes: int = Field(default=0, ge=0)
    had_level1: bool = False
    with_child: bool = False
    declines_help: bool = False
    hands_over_phone: bool = False


class Scanner(_Table):
    """``[scanner]``: how the last person left the machine."""

    sides: str = Sides.BOTH
    fmt: str = ScanFormat.PDF
    size: str = ScanSize.DPI_150_COLOUR


class FaultTable(_Table):
    """``[[faults]]``: trouble ordered for the run."""

    channel: Literal["sms", "portal", "vneid", "nfc"]
    action: Literal[(*SMS_ACTIONS, *PORTAL_ACTIONS, *VNEID_ACTIONS)]  # type: ignore[valid-type]  # one list for all
    what: str = ""
    times: int = Field(default=1, ge=1)
    seconds: int = Field(default=0, ge=0)


class Marking(_Table):
    """``[marking]``: rubric entries that cost no points, or do, in this scenario alone."""

    off: list[str] = []
    on: list[str] = []


class ScenarioFile(_Table):
    """A scenario as its author wrote it; see ``catalogue/README.md``."""

    id: str
    version: int = Field(ge=1)
    order: int = Field(ge=1)
    title: str = Field(min_length=1)
    focus: str = Field(min_length=1)
    situation: str = Field(min_length=1)
    era: str
    outcome: Literal[tuple(Outcome)]  # type: ignore[valid-type]  # the one list of outcomes
    target_minutes: int = Field(ge=1)
    clauses: list[str] = Field(min_length=1)
    competencies: list[str] = Field(min_length=1)
    procedure: list[str] = Field(min_length=1)
    papers: list[Literal["citizen", "relative"]] = ["citizen"]
    topics: list[Literal["account", "vneid"]] = Field(default=["account"], min_length=1)
    hints: dict[str, str] = {}
    citizen: dict[str, object] = {}
    part: Part = Part()
    vneid: Vneid = Vneid()
    scanner: Scanner = Scanner()
    faults: list[FaultTable] = []
    marking: Marking = Marking()


def read(text: str, filename: str) -> ScenarioFile:
    """The file's content in the right shape; what its words mean is checked by ``parse``.

    Raises:
        ScenarioError: it is no TOML, or a key is unknown, missing or of the wrong kind.
        ValueError: a number is beyond what Python reads.
    """
    deep = too_deep(text)
    if deep:
        raise ScenarioError(filename, (deep, "các mục lồng vào nhau quá sâu"))
    try:
        table: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(filename, _not_toml(error, text)) from None
    file = from_table(table)
    if isinstance(file, ScenarioFile):
        return file
    raise ScenarioError(filename, *by_line(text, file))


def by_line(text: str, found: Sequence[Mistake]) -> list[tuple[int, str]]:
    """Line and reason of each mistake in a TOML text.

    Of more than ``MOST_TOLD`` the first, and how many are left: each is searched for, and nobody
    reads so many.
    """
    if not found:
        return []
    lines = KeyLines(text)
    told = [(lines.find(each.path, each.word), each.why) for each in found[:MOST_TOLD]]
    left = len(found) - len(told)
    return [*told, (text.count("\n") + 1, f"còn {left} lỗi khác")] if left else told


def from_table(table: Mapping[str, object]) -> "ScenarioFile | list[Mistake]":
    """The table in the right shape, or everything that is wrong with its shape."""
    try:
        return ScenarioFile.model_validate(table)
    except ValidationError as error:
        return [_misshapen(details) for details in error.errors()]


def _not_toml(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    found = re.search(r"at line (\d+)", str(error))
    line = int(found.group(1)) if found else len(text.splitlines())
    return line, f"không đúng cách viết TOML ({error})"


def _misshapen(details: ErrorDetails) -> Mistake:
    path: Path = tuple(details["loc"])
    name = ".".join(str(part) for part in path)
    return Mistake(path, "", f"mục “{name}” {_reason(details)}")


def _reason(details: ErrorDetails) -> str:
    wanted = _WANTED.get(details["type"], details["msg"])
    return wanted.format(**details.get("ctx", {}))


_WANTED = {
    "missing": "bị thiếu",
    "extra_forbidden": "không có trong mẫu; hãy xem lại chính tả",
    "string_type": "phải là chữ trong ngoặc kép",
    "string_too_short": "không được để trống",
    "int_type": "phải là số nguyên",
    "bool_type": "phải là true hoặc false",
    "list_type": "phải là danh sách trong ngoặc vuông",
    "dict_type": "phải là một bảng",
    "model_type": "phải là một bảng",
    "too_short": "không được để trống",
    "literal_error": "phải là một trong: {expected}",
    "greater_than_equal": "phải từ {ge} trở lên",
}
