"""The selector contract: every control of every screen, by role and accessible name.

``selectors.lock.json`` holds it. The project's tests walk the screens and compare; a
change of the file needs a line in CHANGELOG.md.
"""

import json
from hashlib import sha256
from importlib.resources import files

from motcua.testkit.simulator import Simulator
from motcua.testkit.walks import OpenPage, account, intranet, public, vneid

Selectors = dict[str, list[str]]  # screen -> 'button "Tra cứu"', each once, in order
LOCK = "selectors.lock.json"


def locked() -> Selectors:
    """The contract as it was shipped."""
    text = (files("motcua.testkit") / LOCK).read_text("utf-8")
    contract: Selectors = json.loads(text)
    return contract


def edition(selectors: Selectors) -> str:
    """Eight letters that change with any control; the line in CHANGELOG.md names them."""
    return sha256(lock_text(selectors).encode()).hexdigest()[:8]


def lock_text(selectors: Selectors) -> str:
    """The lock file's text."""
    return json.dumps(selectors, ensure_ascii=False, indent=1) + "\n"


def walk(simulator: Simulator, open_page: OpenPage) -> Selectors:
    """Walk every screen of the desk and of the citizen's side, and a clerk's menu.

    ``open_page`` opens an address in a browser context of its own. The worlds are always the
    same ones, so that controls named after a person or a time keep their names. The intranet
    is walked where its demo accounts are known.
    """
    rounds = (account.walk, vneid.walk, public.walk, intranet.walk)
    return {name: found for walk in rounds for name, found in walk(simulator, open_page)}
