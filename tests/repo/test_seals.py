"""Whoever writes a row that carries a seal seals it."""

import re

from tests.repo.house import texts

WRITES = re.compile(r"\b(?:insert|update)\((?:PersonRow|RunRow)\)")
# A password is proved by what it opens, and a pause is no part of what a run was worth.
UNSEALED_ON_PURPOSE = {"web/people/accounts/store.py"}


def test_every_store_that_writes_people_or_runs_seals_them() -> None:
    writing = {
        name: text
        for name, text in texts().items()
        if name.startswith("web/") and name.endswith(".py") and WRITES.search(text)
    }
    assert len(writing) >= 4
    unsealed = {name for name, text in writing.items() if "seal(" not in text}
    assert unsealed == UNSEALED_ON_PURPOSE
