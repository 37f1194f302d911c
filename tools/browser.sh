#!/bin/sh
# Make sure there are browsers for the tests in tests/e2e. Usage: tools/browser.sh .venv/bin
#
# Firefox, for a few stories of its own, is installed where apt may be used; else they are skipped.
# Debian's headless shell starts fastest, so it is installed where apt may be used without asking
# for a password; else any Chromium or Chrome that is already here will do; else Playwright fetches
# its own. tests/e2e/browsers.py looks for them in the same order.
set -eu

headless=chromium-headless-shell
firefox=firefox-esr

found() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install() {
    found "$1" && return 0
    found apt-get || return 1
    as_root true 2>/dev/null || return 1
    # A new machine has no package lists yet, and one broken mirror must not end the search.
    apt-cache show "$1" >/dev/null 2>&1 ||
        as_root apt-get update -qq || echo "apt-get update failed (above); going on" >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

install "$firefox" || echo "no Firefox could be installed; its stories are skipped" >&2
install "$headless" && exit 0
for browser in chromium chromium-browser google-chrome google-chrome-stable; do
    found "$browser" && exit 0
done
exec "$1/playwright" install chromium
