"""A backup that is damaged, foreign, newer or locked says so before anything is touched."""

import json
import random  # noqa: TID251  # seeded: which bits are turned is the same every time
import zipfile
from pathlib import Path

import pyrage
import pytest

from tests.app.office import Office
from tests.app.saved_office import backup
from web.backup import archive
from web.backup.archive import ArchiveError
from web.shell.config import Settings


@pytest.fixture
def saved(office: Office, settings: Settings, tmp_path: Path) -> Path:
    """The backup of an office at work."""
    office.start("canbo2")
    return backup(office, settings, tmp_path / "office.motcua")


def test_a_turned_bit_is_found_or_changes_nothing(saved: Path, tmp_path: Path) -> None:
    whole, chance = saved.read_bytes(), random.Random(7)  # noqa: S311  # seeded, no secret
    with archive.opened(saved) as reader:
        tables = list(reader.manifest.tables)
        held = {name: list(reader.rows(name)) for name in tables}
    turned = tmp_path / "turned.motcua"
    refused = 0
    for _ in range(60):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        turned.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        try:
            with archive.opened(turned) as reader:
                assert {name: list(reader.rows(name)) for name in tables} == held
        except ArchiveError:
            refused += 1
    assert refused > 30  # the rest hit what nobody reads, as a date in the zip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "không phải bản sao lưu"), (b"PK\3\4 but no zip", "bị hỏng"), (b"x" * 99, "không phải")],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "other"
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match=sentence), archive.opened(file):
        pass


def test_half_a_file_and_a_newer_one_are_refused(saved: Path, tmp_path: Path) -> None:
    half, newer = tmp_path / "half", tmp_path / "newer"
    half.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])
    with zipfile.ZipFile(newer, "w") as made:
        made.writestr("manifest.json", json.dumps({"format": archive.FORMAT + 1}))
    for file, sentence in ((half, "bị hỏng"), (newer, "mới hơn")):
        with pytest.raises(ArchiveError, match=sentence), archive.opened(file):
            pass


@pytest.fixture
def quick_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """age makes guessing cost a second and 500 MB; here a word before the text stands for it."""

    class Quick:
        @staticmethod
        def encrypt(text: bytes, passphrase: str) -> bytes:
            return passphrase.encode() + b"|" + text

        @staticmethod
        def decrypt(text: bytes, passphrase: str) -> bytes:
            if not text.startswith(passphrase.encode() + b"|"):
                raise pyrage.DecryptError
            return text.removeprefix(passphrase.encode() + b"|")

    monkeypatch.setattr(pyrage, "passphrase", Quick)


@pytest.mark.usefixtures("quick_passphrase")
def test_a_passphrase_opens_it_and_nothing_else_does(
    office: Office, settings: Settings, tmp_path: Path
) -> None:
    file = backup(office, settings, tmp_path / "locked.motcua", "mat-khau-mau")
    whole = file.read_bytes()
    assert settings.secret_key.encode() not in whole
    with archive.opened(file, "mat-khau-mau") as reader:
        assert reader.key == settings.secret_key
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    for passphrase, sentence in (("mat-khau-thu", "không đúng"), ("mat-khau-mau", "bị hỏng")):
        with pytest.raises(ArchiveError, match=sentence), archive.opened(file, passphrase):
            pass
