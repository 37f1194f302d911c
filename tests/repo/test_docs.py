"""What the documents tell people to type, set or open exists."""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.repo.house import ROOT, is_product, texts
from web.shell.config import Settings

# Words in code font: between backticks, or in an indented or fenced block.
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def documents() -> dict[str, str]:
    return {name: text for name, text in texts().items() if name.endswith(".md")}


def written_as_code(pattern: str) -> set[str]:
    """What the pattern's one group catches in the code passages of all documents."""
    passages = "\n".join(hit for text in documents().values() for hit in CODE.findall(text))
    return set(re.findall(pattern, passages))


@cache
def command_help() -> str:
    command = Path(sys.executable).with_name("motcua")
    return subprocess.run([command, "--help"], capture_output=True, text=True, check=True).stdout


def broken_links() -> Iterator[str]:
    for name, text in documents().items():
        for target in LINK.findall(text):
            if not ((ROOT / name).parent / target).exists():
                yield f"{name} -> {target}"


def test_every_make_target_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", texts()["Makefile"], re.MULTILINE))
    assert written_as_code(r"\bmake ([a-z]+)") <= targets


def test_every_motcua_command_in_the_documents_exists() -> None:
    named = written_as_code(r"\bmotcua ([a-z]+)")
    assert {name for name in named if not re.search(rf"\b{name}\b", command_help())} == set()


SETTINGS = {f"MOTCUA_{name.upper()}" for name in Settings.model_fields}


def test_every_setting_in_the_documents_exists() -> None:
    assert written_as_code(r"\b(MOTCUA_[A-Z_]+)\b") <= SETTINGS | {"MOTCUA_TEST_DATABASE_URL"}


def test_every_setting_is_in_the_readmes_table() -> None:
    rows = re.findall(r"^\| (`MOTCUA_.*?) \|", texts()["README.md"], re.MULTILINE)
    assert set(re.findall(r"MOTCUA_[A-Z_]+", "".join(rows))) == SETTINGS


def test_every_setting_in_the_files_for_servers_exists() -> None:
    files = {name: text for name, text in texts().items() if name.startswith("deploy/")}
    named = {name for text in files.values() for name in re.findall(r"MOTCUA_[A-Z_]+", text)}
    assert named
    assert named <= SETTINGS


def test_the_guides_to_installing_speak_of_the_same_things() -> None:
    """In both languages the same commands, files and settings, in the same order."""
    guides = [texts()[f"docs/{name}.md"] for name in ("install", "cai-dat")]
    vietnamese, english = (CODE.findall(text) for text in guides)
    assert vietnamese == english


def test_every_link_leads_to_a_file() -> None:
    assert list(broken_links()) == []


def test_the_documents_a_newcomer_looks_for_are_there() -> None:
    expected = {"README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "THIRD_PARTY.md"}
    assert expected - documents().keys() == set()


def test_every_requirement_that_is_cited_is_explained() -> None:
    cited = {
        requirement
        for name, text in texts().items()
        if is_product(name)
        for requirement in re.findall(r"\bS[0-4]-[0-9]{2}\b", text)
    }
    explained = set(re.findall(r"^\| (S[0-4]-[0-9]{2}) \|", texts()["docs/plans.md"], re.MULTILINE))
    assert cited - explained == set()


_OURS = re.compile(r"`((?:web|rostering|training|sandbox|motcua|tests|tools)/[\w./*-]*)`")


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/scaling.md"])
def test_what_a_document_points_at_is_there(document: str) -> None:
    named = set(_OURS.findall(texts()[document]))
    assert named
    assert {path for path in named if not any(ROOT.glob(path.rstrip("/")))} == set()
