"""Who does something to rosters, and by which clock."""

from dataclasses import dataclass
from datetime import date, datetime

from web.shell.access import Role, current_person
from web.shell.effects import Effects
from web.shell.formatting import OFFICE_ZONE
from web.shell.runtime import runtime

READERS = (Role.CLERK, Role.TRAINER, Role.DESK_HEAD, Role.SUPERVISOR)
"""Who reads rosters: everybody concerned, and the supervisor (S0-29)."""

EDITORS = (Role.DESK_HEAD,)
"""Who makes and publishes them. S0-20 gives that to the office and statistics post; there is no
such role here, and the head of the desk is the one who answers for it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The account that acts, in its unit."""

    person_id: int
    unit_id: int
    effects: Effects

    @property
    def now(self) -> datetime:
        """The moment."""
        return self.effects.now()

    @property
    def today(self) -> date:
        """The day in the office."""
        return office_day(self.effects)


def office_day(effects: Effects) -> date:
    """Today in the office."""
    return effects.now().astimezone(OFFICE_ZONE).date()


def current_actor() -> Actor:
    """The signed-in person's."""
    person = current_person()
    return Actor(person.id, person.unit_id, runtime().effects)
