"""Whether the published scenarios are still what was published."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection

from web.practice.scenarios import store


def changed_versions(connection: Connection) -> Iterator[str]:
    """One sentence for each version whose text is not the one that was published."""
    for scenario_id, number, text, content_hash in store.all_versions(connection):
        if hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest() != content_hash:
            yield f"Bản {number} của tình huống {scenario_id} không còn như lúc phát hành."
