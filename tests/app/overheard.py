"""Everything that reaches the clerk's browser, and what must never be in it (S1-05)."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import product
from typing import Any, cast

from flask import Flask
from werkzeug.test import TestResponse

from sandbox.log import Fact
from sandbox.own_secrets import passcode, password
from tests.app.browsing import Browser


class Overheard(list[str]):
    """Every answer the clerk's browser received, headers included."""

    def keep(self, answer: TestResponse) -> TestResponse:
        self.append(f"{answer.headers}\n{answer.data.decode(errors='replace')}")
        return answer

    def held(self, secrets: Iterable[str]) -> list[str]:
        """Those of the secrets that some answer holds."""
        everything = "\n".join(self)
        return sorted(secret for secret in {*secrets} if secret in everything)


def look_around(client: Browser, app: Flask, **known: object) -> int:
    """Open every address made of nothing but what is known; returns how many there are.

    Name ``world_id`` and ``run_id`` as far as there are any. The citizen's side lies behind a
    link of its own, so its addresses are not among them.
    """
    given = {"number": 1, "holder": "citizen", "kind": "pdf", **known}
    looked = 0
    for rule in app.url_map.iter_rules():
        if not (rule.arguments & known.keys() and rule.arguments <= given.keys()):
            continue
        if "GET" not in (rule.methods or ()) or rule.endpoint.startswith("tester_api."):
            continue
        values = {name: given[name] for name in rule.arguments}
        path = app.url_map.bind("").build(rule.endpoint, values, "GET")
        part = "/_/" in path
        client.get(f"{path}?sau=0" if part else path, headers={"HX-Request": str(part).lower()})
        looked += 1
    return looked


def secrets_of(log: Iterable[Fact], seed: int) -> set[str]:
    """Whatever the log marks as the citizen's own, and what they have in mind from the start."""
    in_mind = {secret(seed, n) for secret, n in product((password, passcode), (0, 1))}
    return {value for fact in log for value in _marked(fact)} | in_mind


def _marked(fact: Fact) -> Iterator[str]:
    for field in fields(cast("Any", fact)):
        if not field.repr and (value := getattr(fact, field.name)):
            yield from value if isinstance(value, tuple) else (str(value),)
