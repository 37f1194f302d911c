"""Whether the logs still are what was written: every link of every chain worked out again.

What is looked at is the text that stands there, not what it is read as: a name of a field that is
not known any more would be read as nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection

from sandbox import codec
from web.worlds import store
from web.worlds.service import FIRST_LINK


def broken_chains(connection: Connection, ends: Mapping[str, str]) -> list[str]:
    """A sentence for each world whose log was altered, cut short or lost.

    ``ends``: world to the last link of its log, as whoever ended it remembers it.
    """
    found: list[str] = []
    lost = dict(ends)
    for world_id, lines in store.every_log(connection):
        fault = _fault(lines, lost.pop(world_id, ""))
        if fault:
            found.append(f"Nhật ký của lượt {world_id} {fault}.")
    return found + [f"Nhật ký của lượt {world_id} đã mất." for world_id in lost]


def _fault(lines: Iterable[store.Stored], end: str) -> str:
    """What is wrong with one log, or ""; ``end`` is the link kept elsewhere when the run ended."""
    link, ended = FIRST_LINK, end == FIRST_LINK
    for place, (seq, at, *written, stored) in enumerate(lines, start=1):
        moment = _moment(at)
        if seq != place or not moment or stored != codec.link_of_text(link, seq, moment, *written):
            return f"không còn nguyên vẹn từ dòng {place}"
        link = stored
        ended = ended or link == end  # what is tried after the end is refused, and written down
    return "" if ended else "bị cắt bớt ở cuối"


def _moment(written: object) -> str:
    """A stored moment as the chain has it; "" when it is not written as the program writes it."""
    try:
        moment = datetime.fromisoformat(str(written))
    except ValueError:
        return ""
    as_written = f"{moment:%Y-%m-%d %H:%M:%S.%f}" == written
    return moment.replace(tzinfo=UTC).isoformat() if as_written else ""
