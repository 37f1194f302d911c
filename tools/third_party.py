"""Write the table of libraries in THIRD_PARTY.md from requirements.lock.

Licences are read from the installed libraries, so run it in the environment of `make test`.
"""

import re
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "THIRD_PARTY.md"
BEGIN, END = "<!-- libraries -->\n", "<!-- end of libraries -->\n"
PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)
BUILD_ONLY = {"editables", "hatchling", "pathspec", "pluggy", "trove-classifiers"}
# Read off by hand: not installed on every system, or named in other words than SPDX's.
KNOWN = {
    "pyrage": "MIT",
    "reportlab": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "wtforms": "BSD-3-Clause",
}
SPDX = {
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
}


def licence(about: PackageMetadata) -> str:
    """The licence as the library states it, by its SPDX name where it gives one."""
    for field in ("License-Expression", "License"):
        if field in about:
            return about[field]
    classifiers: list[str] = about.get_all("Classifier", [])
    return SPDX[next(each for each in classifiers if each.startswith("License ::"))]


def row(name: str, version: str) -> str:
    """One library as a line of the table."""
    return f"| {name} | {version} | {KNOWN.get(name) or licence(metadata(name))} |\n"


def table(lock: str) -> str:
    """All run-time libraries of a lock file's text."""
    pins = [(name, version) for name, version in PIN.findall(lock) if name not in BUILD_ONLY]
    return "| library | version | licence |\n|---|---|---|\n" + "".join(row(*pin) for pin in pins)


def main() -> None:
    """Replace the table, leave the rest of the page as people wrote it."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    PAGE.write_text(before + BEGIN + "\n" + table(lock) + "\n" + END + after, "utf-8")


if __name__ == "__main__":
    main()
