"""No file holds what could be somebody's data, or the traces of one machine."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from sandbox.guard import real_looking
from tests.repo.house import files, name_of, texts

# Digests and other people's minified code are full of digits that mean nothing.
VENDORED = ("web/static/vendor/", "tests/e2e/vendor/")
NOT_PROSE = ("requirements.lock", "requirements-dev.lock", *VENDORED)
# A test of the guard needs what the guard refuses. Such a line ends with this remark.
ON_PURPOSE = "# refused on purpose"

TRACES = re.compile(
    r"(?<![\w.}-])/(?:work|tmp|home|root|opt|Users)/\w"  # a path of one machine
    r"|\b[A-Z]:\\Users\\"
    r"|\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|jsdelivr\.net|unpkg\.com)\b"  # a host
    r"|@(?:gmail|outlook|yahoo)\."
)


def prose() -> Iterator[tuple[str, str]]:
    """Each line of each readable file with its place, but not those that are there on purpose."""
    for name, text in texts().items():
        if not name.startswith(NOT_PROSE):
            for number, line in enumerate(text.splitlines(), 1):
                if not line.endswith(ON_PURPOSE):
                    yield f"{name}:{number}", line


def inside(path: Path) -> str:
    """The words in a committed document or picture, its metadata among them."""
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        return f"{reader.metadata} " + " ".join(page.extract_text() for page in reader.pages)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as parts:
            words = [parts.read(name).decode() for name in parts.namelist() if name.endswith("xml")]
        return re.sub(r"<[^>]+>|xmlns:\w+=\S+", " ", " ".join(words))
    if path.suffix in {".png", ".jpg"}:
        with Image.open(path) as picture:
            return str(picture.info)
    return ""


def documents() -> Iterator[tuple[str, str]]:
    yield from ((name_of(path), inside(path)) for path in files())


def test_no_file_holds_data_that_could_be_a_real_persons() -> None:
    found = {place: problems for place, line in prose() if (problems := real_looking(line))}
    assert found == {}


def test_no_document_or_picture_holds_it_either() -> None:
    found = {name: problems for name, text in documents() if (problems := real_looking(text))}
    assert found == {}


def test_no_file_tells_on_which_machine_it_was_made() -> None:
    traces = [
        f"{name}: {match.group()}"
        for name, text in [*prose(), *documents()]
        for match in TRACES.finditer(text)
    ]
    assert traces == []


@pytest.mark.parametrize("trace", ["see /" + "home/an/motcua", "https://" + "pypi" + ".org/simple"])
def test_the_search_finds(trace: str) -> None:
    assert TRACES.search(trace)


@pytest.mark.parametrize("path", ["web/office/home/routes.py", "{base}/work/1", "/luyen-tap/1"])
def test_the_search_lets_pass(path: str) -> None:
    assert not TRACES.search(path)
