"""Whose runs somebody may see: a clerk their own, the others those of their unit and below it.

How far a person has come is the business of that person and of those who lead them (S1-33).
The supervisor reads the log and changes nothing (S0-29): they see what was practised, and
nobody's name.
"""

from dataclasses import dataclass

from web.shell.access import Person, Role

READERS = (Role.CLERK, Role.TRAINER, Role.DESK_HEAD, Role.SUPERVISOR)
MARKERS = (Role.TRAINER, Role.DESK_HEAD)


@dataclass(frozen=True, slots=True)
class Scope:
    """Either one person's runs or those of a unit and the units below it; the other is None.

    ``named``: whether the reader is told whose they are.
    """

    person_id: int | None = None
    unit_id: int | None = None
    named: bool = True


def scope_of(person: Person) -> Scope:
    """What this reader may see."""
    if person.role is Role.CLERK:
        return Scope(person_id=person.id)
    return Scope(unit_id=person.unit_id, named=person.role is not Role.SUPERVISOR)
