"""Which browser the stories run in, and how it is kept off every network but this machine."""

import os
import shutil

# Fastest first; tools/browser.sh installs in the same order. None of them: Playwright's own.
INSTALLED = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
LOOPBACK_ONLY = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"


def executable() -> str | None:
    """The path of the first browser that is installed, None when none is."""
    return next(filter(None, map(shutil.which, INSTALLED)), None)


def arguments() -> list[str]:
    """What the browser is started with; Chromium refuses its sandbox to root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [LOOPBACK_ONLY, "--no-sandbox"] if is_root else [LOOPBACK_ONLY]


def launch() -> dict[str, object]:
    """Arguments for Playwright's ``launch``, to be laid over those of pytest-playwright."""
    path = executable()
    return {"args": arguments()} | ({"executable_path": path} if path else {})
