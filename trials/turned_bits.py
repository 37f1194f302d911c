"""Turn every bit of a log's first line: what the chain over its text sees, and what one over its
meaning did.

    python -m trials.turned_bits
"""

from contextlib import ExitStack

from sqlalchemy import select

from benchmarks.office import BenchOffice
from sandbox import codec
from sandbox.log import Entry
from trials.at_work import table
from web.shell.database import transaction
from web.worlds import service
from web.worlds.models import WorldEventRow


def main() -> None:
    """Both ways, bit by bit."""
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        world_id = office.clerk.record.id
        with office.app.test_request_context(), transaction(office.runtime.engine) as db:
            entry = service.log(db, world_id)[0]
            columns = WorldEventRow.payload, WorldEventRow.link
            first = select(*columns).where(WorldEventRow.world_id == world_id)
            payload, link = db.execute(first.order_by(WorldEventRow.seq)).first() or ("", "")
    raw, unseen_then, unseen_now = payload.encode(), 0, 0
    for bit in range(8 * len(raw)):
        turned = bytearray(raw)
        turned[bit // 8] ^= 1 << bit % 8
        text = turned.decode(errors="surrogateescape")
        line = (entry.seq, entry.at.isoformat(), entry.actor, entry.fact.kind)
        unseen_now += codec.link_of_text("", *line, text) == link
        unseen_then += _meant(entry, text) == link
    rows = {
        "bits": 8 * len(raw),
        "unseen by its meaning (until now)": unseen_then,
        "unseen by its text": unseen_now,
    }
    print(table("turned bits of world.started", rows))


def _meant(entry: Entry, text: str) -> str:
    try:
        fact = codec.decode(entry.fact.kind, text)
        return codec.link("", Entry(entry.seq, entry.at, entry.actor, fact))
    except (KeyError, ValueError):  # it could not be read at all
        return ""


if __name__ == "__main__":
    main()
