"""Take the browser files we keep from npm and lock them; run it only to change a version.

``python tools/vendor.py`` packs each package with the ordinary npm client, copies the
files named below into ``SHIPPED`` or ``TESTING`` and writes a ``vendor.lock.json`` there.
Tests hash the files again.
"""

import base64
import hashlib
import json
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "motcua" / "web" / "static" / "vendor"
TESTING = ROOT / "tests" / "e2e" / "vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package: which version, its licence, and where its files go."""

    name: str
    version: str
    licence: str
    files: dict[str, str]


def _font(subset: str, weight: int) -> str:
    return f"be-vietnam-pro-{subset}-{weight}-normal.woff2"


PACKAGES: dict[Path, tuple[Package, ...]] = {
    SHIPPED: (
        Package(
            "htmx.org",
            "4.0.1",
            "0BSD",
            {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx.LICENSE.txt"},
        ),
        Package(
            "@fontsource/be-vietnam-pro",
            "5.3.0",
            "OFL-1.1",
            {
                f"files/{_font(subset, weight)}": f"fonts/{_font(subset, weight)}"
                for subset in ("latin", "vietnamese")
                for weight in (400, 600)
            }
            | {"LICENSE": "fonts/be-vietnam-pro.LICENSE.txt"},
        ),
    ),
    TESTING: (
        Package(
            "axe-core",
            "4.14.1",
            "MPL-2.0",
            {"axe.min.js": "axe.min.js", "LICENSE": "axe.LICENSE.txt"},
        ),
    ),
}


def _digest(data: bytes, algorithm: str) -> str:
    return f"{algorithm}-{base64.b64encode(hashlib.new(algorithm, data).digest()).decode()}"


def _npm(*arguments: str, folder: Path) -> str:
    command = ["npm", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout  # noqa: S603  # fixed words only


def _pack(package: Package, folder: Path) -> Path:
    wanted = f"{package.name}@{package.version}"
    archive = folder / _npm("pack", wanted, folder=folder).split()[-1]
    promised = _npm("view", wanted, "dist.integrity", folder=folder).strip()
    if _digest(archive.read_bytes(), "sha512") != promised:
        raise SystemExit(f"{wanted}: what npm sent is not what the registry promises")
    return archive


def _copy(package: Package, archive: Path, target: Path) -> dict[str, str]:
    hashes = {}
    with tarfile.open(archive) as tar:
        for inside, outside in package.files.items():
            member = tar.extractfile(f"package/{inside}")
            if member is None:
                raise SystemExit(f"{package.name}: {inside} is not a file")
            data = member.read()
            (target / outside).parent.mkdir(parents=True, exist_ok=True)
            (target / outside).write_bytes(data)
            hashes[outside] = _digest(data, "sha384")
    return hashes


def _vendor(package: Package, folder: Path, target: Path) -> dict[str, object]:
    archive = _pack(package, folder)
    return {
        "name": package.name,
        "version": package.version,
        "licence": package.licence,
        "integrity": _digest(archive.read_bytes(), "sha512"),
        "files": _copy(package, archive, target),
    }


def main() -> None:
    """Vendor every package and write the locks."""
    for target, packages in PACKAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            locked = [_vendor(package, Path(folder), target) for package in packages]
        (target / "vendor.lock.json").write_text(json.dumps(locked, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
