"""Goals 1 and 10: what a page costs beside a bare Flask hello, and what it weighs."""

import gzip
import re
from contextlib import ExitStack
from pathlib import Path

import web
from benchmarks.measure import Row, Work, in_turn, in_words
from benchmarks.office import BenchOffice, asks, hello

KILOBYTE = 1000
STATIC = Path(web.__file__).parent / "static"


def rows() -> list[Row]:
    """Every row of this part."""
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        office.clerk.up_to_code()
        return [*_costs(office), *_weights(office)]


def _costs(office: BenchOffice) -> list[Row]:
    bare = asks(hello(), "/")
    form = asks(office.app, office.clerk.form, office.cookies)
    everyone = f"{office.clerk.portal}/tai-khoan?officer="
    listing = asks(office.app, f"{office.clerk.portal}/tai-khoan", office.cookies)
    far = asks(office.app, f"{everyone}&trang=200", office.cookies)
    return [
        _against("form page / bare hello", form, bare, 12),
        _against("list page / form page", listing, form, 2),
        _against("list page 200 / form page", far, form, 2),
    ]


def _against(name: str, page: Work, ceiling: Work, most: float) -> Row:
    one, other, ratio = in_turn(page, ceiling, times=60)
    return Row(name, in_words(one), in_words(other), ratio, f"≤ {most}", ratio <= most)


def _weights(office: BenchOffice) -> list[Row]:
    """The sign-in page with all that it loads, compressed as a proxy would; CSS as written."""
    page = office.app.test_client().get("/dang-nhap").data
    linked = re.findall(rb'(?:href|src)="(/tinh/[^"]+)"', page)
    files = [asks(office.app, path.decode())() for path in linked]
    fonts = [file.read_bytes() for file in STATIC.rglob("*.woff2")]
    total = sum(len(gzip.compress(content)) for content in (page, *files, *fonts)) / KILOBYTE
    css = _css_of_a_page() / KILOBYTE
    return [
        _weight("first page, gzipped, with fonts", total, 150),
        _weight("CSS of a page (base, skin, room)", css, 30),
    ]


def _css_of_a_page() -> int:
    """Bytes: what every page has, the intranet's skin and the largest of its rooms' own."""
    sizes = {file.stem: file.stat().st_size for file in STATIC.glob("css/*.css")}
    skin = sum(sizes[name] for name in ("tokens", "base", "forms", "parts", "intranet"))
    return skin + max(sizes[room] for room in ("desk", "lobby", "roster", "training"))


def _weight(name: str, kilobytes: float, most: int) -> Row:
    share = kilobytes / most
    return Row(name, f"{kilobytes:.1f} kB", f"{most} kB", share, "≤ 1", share <= 1)
