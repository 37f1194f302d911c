"""Facts as JSON and back, and the hash chain that shows a log was not rewritten."""

import hashlib
import json
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter

from sandbox import events  # noqa: F401  # fills KINDS
from sandbox.log import KINDS, Entry, Fact


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


def encode(fact: Fact) -> str:
    """The fact as canonical JSON (sorted keys, no spaces), secrets included."""
    value = _adapter(fact.kind).dump_python(fact, mode="json")
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(kind: str, payload: str) -> Fact:
    """The fact a JSON text stands for.

    Raises:
        KeyError: no fact has that kind.
        pydantic.ValidationError: the payload does not fit it.
    """
    return cast("Fact", _adapter(kind).validate_json(payload))


def link(previous: str, entry: Entry) -> str:
    """The entry's link in the hash chain: SHA-256, as hex, over the previous link and itself."""
    fact = entry.fact
    return link_of_text(
        previous, entry.seq, entry.at.isoformat(), entry.actor, fact.kind, encode(fact)
    )


def link_of_text(previous: str, *line: object) -> str:
    """The same of a line as it stands written: seq, moment, actor, kind and payload."""
    text = "\n".join(map(str, (previous, *line)))
    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()  # even if damaged
