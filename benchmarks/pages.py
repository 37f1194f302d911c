"""Goals 1 and 10: what a page costs beside a bare Flask hello, and what it weighs."""

import gzip
import re
from contextlib import ExitStack

from benchmarks.measure import Row, in_turn, in_words
from benchmarks.office import BenchOffice, asks, hello

KILOBYTE = 1000


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


def _against(name: str, page: object, ceiling: object, most: float) -> Row:
    one, other, ratio = in_turn(page, ceiling, times=60)  # type: ignore[arg-type]  # both are asks()
    return Row(name, in_words(one), in_words(other), ratio, f"≤ {most}", ratio <= most)


def _weights(office: BenchOffice) -> list[Row]:
    """The sign-in page with all that it loads, compressed as a proxy would."""
    page = office.app.test_client().get("/dang-nhap").data
    linked = re.findall(rb'(?:href|src)="(/static/[^"]+)"', page)
    sheets = [path for path in linked if b".css" in path]
    files = {path: office.client.get(path.decode()).data for path in linked}
    fonts = {path for sheet in sheets for path in _fonts(files[sheet])}
    whole = [page, *files.values(), *(office.client.get(path).data for path in fonts)]
    total = sum(len(gzip.compress(content)) for content in whole) / KILOBYTE
    css = sum(len(files[sheet]) for sheet in sheets) / KILOBYTE
    return [
        Row(
            "first page, gzipped, with fonts",
            f"{total:.0f} kB",
            "150 kB",
            total / 150,
            "≤ 1",
            total <= 150,
        ),
        Row("its CSS", f"{css:.1f} kB", "30 kB", css / 30, "≤ 1", css <= 30),
    ]


def _fonts(sheet: bytes) -> list[str]:
    return [path.decode() for path in re.findall(rb'url\("?([^")]+\.woff2[^")]*)"?\)', sheet)]
