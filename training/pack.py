"""Scenarios in one file, to be carried from office to office: a zip with a list of its contents.

What comes from elsewhere is read in memory and within limits, is never unpacked, and is taken
whole or not at all.
"""

import hashlib
import json
import re
import stat
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from training.draft import check_draft
from training.scenario_checks import mistakes
from training.scenario_file import MOST_TOLD, ScenarioError, ScenarioFile, by_line, read

FORMAT = "motcua-scenarios"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
LARGEST_PACK = 1_000_000  # bytes, as sent
LARGEST_FILE = 64_000  # bytes, unpacked
LARGEST_WHOLE = 2_000_000  # the same, together
MOST_FILES = 100
STEEPEST = 60  # times a file may be larger than what it was packed into
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.toml")
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the same scenarios give the same bytes
_SMALL = 2_000  # bytes: so little text may be packed as tightly as it likes


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that keeps a pack out; ``line`` 0 where no line can be named."""

    file: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack holds: scenario files that mean something, or else what is wrong with it."""

    scenarios: tuple[ScenarioFile, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def pack_scenarios(texts: Sequence[tuple[str, str]]) -> bytes:
    """One file with the scenarios' ids and TOML texts; their ids differ."""
    files = {f"{name}.toml": text.encode() for name, text in texts}
    listed = [{"name": name, "sha256": _hash(body)} for name, body in files.items()]
    manifest = {"format": FORMAT, "version": FORMAT_VERSION, "files": listed}
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo(MANIFEST, _OLDEST), json.dumps(manifest, indent=1))
        for name, body in files.items():
            archive.writestr(ZipInfo(name, _OLDEST), body)
    return written.getvalue()


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


class _RefusedError(Exception):
    """Why a pack is not opened any further."""

    def __init__(self, why: str, file: str = "") -> None:
        super().__init__(why)
        self.trouble = Trouble(file, 0, why)


def unpack_scenarios(data: bytes) -> Pack:
    """The scenarios in a pack of unknown origin. ``troubles`` and scenarios never come together."""
    try:
        files = _files(data)
        _match(files.pop(MANIFEST), files)
    except _RefusedError as refused:
        return Pack(troubles=(refused.trouble,))
    found = (trouble for name, body in files.items() for trouble in _troubles(name, body))
    troubles = tuple(islice(found, MOST_TOLD))
    if troubles:
        return Pack(troubles=(*troubles, *islice(map(_and_more, found), 1)))
    return Pack(tuple(read(body.decode(), name) for name, body in files.items()))


def _files(data: bytes) -> dict[str, bytes]:
    """Every file by name, after everything about the archive was looked at."""
    if len(data) > LARGEST_PACK:
        raise _RefusedError(f"tệp lớn hơn {LARGEST_PACK // 1000} kB")
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _look_at(entries)
            return {entry.filename: _read(archive, entry) for entry in entries}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error):
        raise _RefusedError("không phải gói tình huống, hoặc tệp đã hỏng") from None


def _look_at(entries: Sequence[ZipInfo]) -> None:
    if len(entries) > MOST_FILES + 1:
        raise _RefusedError(f"có hơn {MOST_FILES} tình huống trong gói")
    names = [entry.filename for entry in entries]
    if len(names) != len(set(names)):
        raise _RefusedError("có hai tệp trùng tên trong gói")
    if MANIFEST not in names:
        raise _RefusedError(f"thiếu tệp {MANIFEST}, nên đây không phải gói tình huống")
    for entry in entries:
        _look_at_one(entry)
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise _RefusedError(f"nội dung mở ra lớn hơn {LARGEST_WHOLE // 1000} kB")


def _look_at_one(entry: ZipInfo) -> None:
    plain = entry.filename == MANIFEST or _NAME.fullmatch(entry.filename)
    if not plain or stat.S_ISLNK(entry.external_attr >> 16) or entry.is_dir():
        raise _RefusedError("có mục không phải tệp tình huống (chỉ nhận tệp tên như tk-01.toml)")
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} or entry.flag_bits & 1:
        raise _RefusedError("có tệp đặt mật khẩu hoặc nén theo cách lạ", entry.filename)
    steep = entry.file_size > max(_SMALL, STEEPEST * entry.compress_size)
    if entry.file_size > LARGEST_FILE or steep:
        raise _RefusedError(
            f"nội dung mở ra lớn bất thường (mỗi tệp tối đa {LARGEST_FILE // 1000} kB)",
            entry.filename,
        )


def _read(archive: ZipFile, entry: ZipInfo) -> bytes:
    """The entry's bytes, never more than allowed, whatever its header promised."""
    with archive.open(entry) as stream:
        body = stream.read(LARGEST_FILE + 1)
    if len(body) > LARGEST_FILE:
        raise _RefusedError("nội dung mở ra lớn bất thường", entry.filename)
    return body


def _match(manifest: bytes, files: dict[str, bytes]) -> None:
    """The list says what is there, no more and no less."""
    listed = _listed(manifest)
    if listed.keys() != files.keys() or not files:
        raise _RefusedError("các tệp trong gói không khớp với danh sách của gói", MANIFEST)
    for name, body in files.items():
        if listed[name] != _hash(body):
            raise _RefusedError("tệp đã bị sửa sau khi đóng gói (mã kiểm tra không khớp)", name)


def _listed(manifest: bytes) -> dict[str, str]:
    try:
        contents: Any = json.loads(manifest)
        if (contents["format"], contents["version"]) != (FORMAT, FORMAT_VERSION):
            raise _RefusedError("gói theo định dạng mà bản phần mềm này chưa đọc được", MANIFEST)
        return {str(each["name"]): str(each["sha256"]) for each in contents["files"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _RefusedError("danh sách của gói không đọc được", MANIFEST) from None


def _troubles(name: str, body: bytes) -> Iterator[Trouble]:
    """What is wrong with one scenario file, line by line."""
    try:
        text = body.decode()
        file = read(text, name)
    except UnicodeDecodeError:
        yield Trouble(name, 0, "không phải văn bản UTF-8")
        return
    except ScenarioError as error:
        yield from (_of_line(name, line) for line in str(error).splitlines())
        return
    except ValueError:  # a number beyond what Python reads
        yield Trouble(name, 0, "nội dung không đọc được")
        return
    found = mistakes(file, text, name)
    yield from (Trouble(name, line, why) for line, why in sorted(found))
    if not found:
        found = by_line(text, check_draft(file.model_dump()).mistakes)
        yield from (Trouble(name, line, why) for line, why in found)


def _and_more(_: Trouble) -> Trouble:
    return Trouble("", 0, "còn lỗi khác; anh/chị sửa các lỗi trên rồi nhập lại")


def _of_line(name: str, message: str) -> Trouble:
    _, line, why = message.split(":", 2)
    return Trouble(name, int(line), why.strip())
