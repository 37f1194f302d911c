"""Whether the logs still are what was written: every link of every chain worked out again."""

from collections.abc import Iterable, Mapping

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


def _fault(lines: Iterable[store.Line | None], end: str) -> str:
    """What is wrong with one log, or ""; ``end`` is the link kept elsewhere when the run ended."""
    link, ended = FIRST_LINK, end == FIRST_LINK
    for place, line in enumerate(lines, start=1):
        if line is None or line.entry.seq != place or line.link != codec.link(link, line.entry):
            return f"không còn nguyên vẹn từ dòng {place}"
        link = line.link
        ended = ended or link == end  # what is tried after the end is refused, and written down
    return "" if ended else "bị cắt bớt ở cuối"
