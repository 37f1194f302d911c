"""Colleagues, and who may see how far they are.

A person sees themself. Trainers and desk heads see the people who belong to their own unit
today, one by one: they have to know whom to help (S1-33 keeps a person's progress to their
head, and nothing here ranks people). The supervisor reads indicators and changes nothing
(S0-29): they get the unit's figures, never the table of persons. The administrator looks
after accounts and sees neither.
"""

from dataclasses import dataclass

from web.shell.access import Person, Role
from web.shell.people import ROLE_WORDS

PRACTISING = (Role.CLERK, Role.TRAINER, Role.DESK_HEAD)
LEADING = (Role.TRAINER, Role.DESK_HEAD)
READING_FIGURES = (*LEADING, Role.SUPERVISOR)
DESK_STAFF = frozenset({Role.CLERK, Role.DESK_HEAD})


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who practises; ``unit_name`` is today's."""

    id: int
    full_name: str
    role: Role
    unit_id: int
    unit_name: str

    @property
    def page(self) -> str:
        """The address of what they can do."""
        return f"/nang-luc/nguoi/{self.id}"

    @property
    def role_word(self) -> str:
        """The role in words."""
        return ROLE_WORDS[self.role]


def may_see(reader: Person, colleague: Colleague) -> bool:
    """Whether this reader may see how far this colleague is."""
    if reader.id == colleague.id:
        return True
    return reader.role in LEADING and reader.unit_id == colleague.unit_id
