"""Let the machine's clock jump while somebody works; what is written stays in order.

python -m trials.clock_jumps
"""

from contextlib import ExitStack
from dataclasses import replace
from itertools import pairwise

from benchmarks.office import BenchOffice
from sandbox.desk import Say
from sandbox.log import Actor
from tests.app.effects import FixedEffects
from trials.at_work import PHRASES, table
from web.shell.database import transaction
from web.shell.runtime import init_app
from web.verify import verify
from web.worlds import service

JUMPS_S = (3600, -7200, 86_400, -86_400 * 3, 1, -1, 86_400 * 400, -86_400 * 399)


def main() -> None:
    """A step, a jump, and so on."""
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        effects = FixedEffects()
        init_app(office.app, replace(office.runtime, effects=effects))
        world_id, kept = office.clerk.record.id, 0
        for number, jump in enumerate(JUMPS_S * 5):
            effects.advance(seconds=jump)
            with office.app.test_request_context(), transaction(office.runtime.engine) as db:
                said = Say(PHRASES[number % len(PHRASES)])
                service.act(db, world_id, said, Actor.CLERK)
                kept += 1
        with office.app.test_request_context(), transaction(office.runtime.engine) as db:
            moments = [entry.at for entry in service.log(db, world_id)]
            found = [sentence for each in verify(db).values() for sentence in each]
    rows = {
        "jumps": kept,
        "farthest": f"{max(map(abs, JUMPS_S)) // 86_400} days",
        "lines written before the line above them": sum(
            later < earlier for earlier, later in pairwise(moments)
        ),
        "verify": found or "sound",
    }
    print(table("clock jumps", rows))


if __name__ == "__main__":
    main()
