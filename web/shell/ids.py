"""What the ids that ``Effects.new_id`` makes look like."""

import re

_ID = re.compile(r"[A-Za-z0-9_-]{1,22}")


def could_be_id(text: str) -> bool:
    """Whether an id may look like that; PostgreSQL does not even take every text of an address."""
    return _ID.fullmatch(text) is not None
