"""Whose runs somebody may see: a clerk their own, the others those of their unit and below it."""

from dataclasses import dataclass

from motcua.web.access import Person, Role

READERS = (Role.CLERK, Role.TRAINER, Role.DESK_HEAD, Role.SUPERVISOR)
MARKERS = (Role.TRAINER, Role.DESK_HEAD)


@dataclass(frozen=True, slots=True)
class Scope:
    """Either one person's runs or those of a unit and the units below it; the other is None."""

    person_id: int | None = None
    unit_id: int | None = None


def scope_of(person: Person) -> Scope:
    """What this reader may see."""
    if person.role is Role.CLERK:
        return Scope(person_id=person.id)
    return Scope(unit_id=person.unit_id)
