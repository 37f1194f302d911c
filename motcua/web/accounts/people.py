"""Roles and persons, as plain values."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do; one role a person."""

    CLERK = "clerk"
    TRAINER = "trainer"
    DESK_HEAD = "desk_head"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


ROLE_WORDS = {
    Role.CLERK: "Cán bộ một cửa",
    Role.TRAINER: "Giảng viên",
    Role.DESK_HEAD: "Trưởng bộ phận",
    Role.SUPERVISOR: "Giám sát",
    Role.ADMINISTRATOR: "Quản trị",
}


@dataclass(frozen=True, slots=True)
class Person:
    """The signed-in person, as every room sees them."""

    id: int
    username: str
    full_name: str
    role: Role
    unit_id: int
    unit_name: str
    must_change_password: bool = False

    @property
    def role_word(self) -> str:
        """The role in words for the screen."""
        return ROLE_WORDS[self.role]
