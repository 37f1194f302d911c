"""The file of a backup: what is in it, whether it is whole, with a passphrase or without.

A zip: ``manifest.json`` (format, program, schema revision, settings; for every other member its
SHA-256, for a table its columns and rows), ``secret-key``, and ``tables/NAME.jsonl``, a row a
line. With a passphrase, the zip is an age file for a key of its own, which stands before it, itself
an age file that the passphrase opens: ``motcua-backup 1 <length>``, that, and the zip.
"""

import hashlib
import io
import json
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyrage

FORMAT = 1
_MANIFEST, _KEY = "manifest.json", "secret-key"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DECODE = json.JSONDecoder().decode
_AT_ONCE = 1000  # lines; a zip takes many small ones slowly
_LOCKED = b"motcua-backup 1 "
# What reading a zip raises where a bit of it is another: its own errors, and those of its parts.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
_LEVEL = 1  # of deflate: three quarters of what the best would save, at a quarter of the time


class ArchiveError(Exception):
    """The file cannot be used; the text says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is in one table's member."""

    columns: tuple[str, ...]
    rows: int
    sha256: str


@dataclass(slots=True)
class Manifest:
    """What the file says of itself."""

    program: str
    revision: str
    made_at: str
    settings: dict[str, str]
    key_sha256: str = ""
    tables: dict[str, Content] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def rows(self) -> int:
        """How many there are in all."""
        return sum(each.rows for each in self.tables.values())


class Writer:
    """Writes one; what has been written is known to the manifest, which comes last."""

    def __init__(self, file: IO[bytes], manifest: Manifest) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        self._manifest = manifest

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, error: object, *_: object) -> None:
        with suppress(OSError, ValueError) if error else nullcontext():  # it is thrown away anyway
            self._zip.close()

    def key(self, key: str) -> None:
        """The office's secret key."""
        self._zip.writestr(_KEY, key)
        self._manifest.key_sha256 = hashlib.sha256(key.encode()).hexdigest()

    def table(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """A table with all its rows."""
        digest, done = hashlib.sha256(), 0
        lines = (_ENCODE(list(row)) + "\n" for row in rows)
        with self._zip.open(_member(name), "w", force_zip64=True) as member:
            while some := list(islice(lines, _AT_ONCE)):
                written = "".join(some).encode()
                digest.update(written)
                member.write(written)
                done += len(some)
        self._manifest.tables[name] = Content(tuple(columns), done, digest.hexdigest())

    def finish(self) -> None:
        """All is in it."""
        self._zip.writestr(_MANIFEST, json.dumps(asdict(self._manifest), ensure_ascii=False))


class Reader:
    """One that has been found whole."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self._zip, self.manifest = archive, manifest

    @property
    def key(self) -> str:
        """The office's secret key."""
        return self._zip.read(_KEY).decode()

    def rows(self, name: str) -> Iterator[list[Any]]:
        """The rows of a table."""
        with io.TextIOWrapper(self._zip.open(_member(name)), "utf-8", newline="\n") as member:
            yield from map(_DECODE, member)

    def check(self) -> None:
        """Read all of it. Raises ArchiveError when a member is not what was written."""
        names = {_MANIFEST, _KEY, *map(_member, self.manifest.tables)}
        whole = set(self._zip.namelist()) == names
        key_digest = hashlib.sha256(self._zip.read(_KEY)).hexdigest()
        whole = whole and key_digest == self.manifest.key_sha256
        for name, content in self.manifest.tables.items():
            with self._zip.open(_member(name)) as member:
                digest = hashlib.file_digest(member, "sha256")  # type: ignore[arg-type]  # it reads
            whole = whole and digest.hexdigest() == content.sha256
        if not whole:
            raise ArchiveError(DAMAGED)


DAMAGED = (
    "Tệp sao lưu bị hỏng hoặc thiếu một phần nên chưa khôi phục gì. Anh/chị dùng một bản sao khác."
)
FOREIGN = "Tệp này không phải bản sao lưu của motcua. Anh/chị chọn tệp do motcua backup tạo ra."
NEWER = (
    "Tệp sao lưu do phiên bản motcua mới hơn tạo ra. Anh/chị cài phiên bản đó rồi khôi phục lại."
)
WRONG = "Mật khẩu của tệp sao lưu không đúng, hoặc phần đầu tệp bị hỏng. Anh/chị nhập lại mật khẩu."


def lock(plain: IO[bytes], target: IO[bytes], passphrase: str) -> None:
    """Write ``plain`` so that only the passphrase opens it again."""
    identity = pyrage.x25519.Identity.generate()
    wrapped = pyrage.passphrase.encrypt(str(identity).encode(), passphrase)
    target.write(_LOCKED + b"%d\n" % len(wrapped) + wrapped)
    pyrage.encrypt_io(plain, target, [identity.to_public()])


def is_locked(file: Path) -> bool:
    """Whether a passphrase opens it. Raises ArchiveError when it is no backup at all."""
    with file.open("rb") as opened:
        first = opened.read(len(_LOCKED))
    if first != _LOCKED and not first.startswith(b"PK"):
        raise ArchiveError(FOREIGN)
    return first == _LOCKED


@contextmanager
def opened(file: Path, passphrase: str = "") -> Iterator[Reader]:
    """The backup in that file, found whole, to be read. Raises ArchiveError, and OSError."""
    with ExitStack() as files:
        source: IO[bytes] = files.enter_context(file.open("rb"))
        if is_locked(file):
            source = files.enter_context(_unlocked(source, file.parent, passphrase))
        yield files.enter_context(read(source))


@contextmanager
def read(source: IO[bytes]) -> Iterator[Reader]:
    """The same, from an open file that no passphrase locks. Raises ArchiveError."""
    with ExitStack() as files:
        try:
            archive = files.enter_context(zipfile.ZipFile(source))
            reader = Reader(archive, _manifest(archive))
            reader.check()
        except _BROKEN as error:
            raise ArchiveError(DAMAGED) from error
        yield reader


def _unlocked(source: IO[bytes], folder: Path, passphrase: str) -> IO[bytes]:
    """What the passphrase opens, in a file without a name that goes when it is closed."""
    length = source.readline(64).removeprefix(_LOCKED).strip()
    try:
        identity = pyrage.passphrase.decrypt(source.read(int(length)), passphrase).decode()
        known = pyrage.x25519.Identity.from_str(identity)
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise ArchiveError(WRONG) from error
    plain = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # whoever asked closes it
    try:
        pyrage.decrypt_io(source, plain, [known])
    except (OSError, pyrage.DecryptError) as error:
        plain.close()
        if getattr(error, "errno", None):  # the disk's fault, not the file's
            raise
        raise ArchiveError(DAMAGED) from error
    plain.seek(0)
    return plain


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    if _MANIFEST not in archive.namelist():
        raise ArchiveError(FOREIGN)
    said = json.loads(archive.read(_MANIFEST))
    if said["format"] > FORMAT:
        raise ArchiveError(NEWER)
    said["tables"] = {
        name: Content(tuple(each["columns"]), each["rows"], each["sha256"])
        for name, each in said["tables"].items()
    }
    return Manifest(**said)


def _member(table: str) -> str:
    return f"tables/{table}.jsonl"
