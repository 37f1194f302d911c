"""The look at a screen finds what it is there to find, and axe is the file that was locked."""

import base64
import hashlib
import json
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e.axe import look_at

VENDOR = Path(__file__).parent / "vendor"
FAULTY = """<!doctype html><html lang="vi"><title>Thử</title><main><h1>Thử</h1>
<p style="color: #767676">Chữ nhạt</p>
<button style="width: 14px; height: 14px; padding: 0" aria-label="Một"></button><button
 style="width: 14px; height: 14px; padding: 0" aria-label="Hai"></button>
<input><div style="width: 500px">Rộng</div></main>"""


def test_the_look_finds_pale_letters_small_buttons_nameless_boxes_and_wide_blocks(
    page: Page,
) -> None:
    page.set_content(FAULTY)
    found = " ".join(look_at(page, "faulty"))
    for what in ("color-contrast-enhanced", "target-size", "label", "scrolls sideways"):
        assert what in found


def test_axe_is_the_locked_one() -> None:
    [axe] = json.loads((VENDOR / "vendor.lock.json").read_text("utf-8"))
    for name, digest in axe["files"].items():
        found = hashlib.sha384((VENDOR / name).read_bytes()).digest()
        assert f"sha384-{base64.b64encode(found).decode()}" == digest
