"""What the two people of a role play are shown about each other and the way to swap."""

from dataclasses import dataclass

from sqlalchemy import Connection

from web.practice.role_play import store
from web.practice.runs import store as runs
from web.practice.runs.runs import RunRecord
from web.shell.access import Person
from web.shell.links import link_to
from web.worlds import store as worlds
from web.worlds.addresses import BRIEF, citizens_home


@dataclass(frozen=True, slots=True)
class RolePlay:
    """``partner`` None: not known, or gone. ``swapped`` is the run with the roles swapped."""

    run: RunRecord
    partner: Person | None
    swapped: RunRecord | None
    brief_of_swapped: str

    @property
    def may_swap(self) -> bool:
        """Whether the colleague could serve now."""
        return not self.run.is_open and self.partner is not None and self.swapped is None


def of(connection: Connection, run: RunRecord) -> RolePlay:
    """Where a run with a played citizen stands."""
    swapped = runs.swapped_into(connection, run.id)
    partner = store.person(connection, run.partner_id) if run.partner_id else None
    return RolePlay(run, partner, swapped, brief_address(connection, swapped) if swapped else "")


def brief_address(connection: Connection, run: RunRecord) -> str:
    """Where the citizen's part of a run is told; "" when its world is no longer kept."""
    record = worlds.find(connection, run.world_id)
    return f"{citizens_home(link_to(record.citizen_link))}{BRIEF}" if record else ""
