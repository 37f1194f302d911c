"""Roles and persons, as plain values."""

from dataclasses import dataclass, field
from enum import StrEnum

from flask_login import UserMixin


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


class Level(StrEnum):
    """What a unit is; only a province has units below it."""

    PROVINCE = "province"
    COMMUNE = "commune"


LEVEL_WORDS = {Level.COMMUNE: "Xã, phường", Level.PROVINCE: "Tỉnh, thành phố"}


@dataclass(frozen=True, slots=True)
class Slip:
    """The entry slip a session was opened with: what is stored of its code, and its class."""

    digest: str
    class_id: str


@dataclass(frozen=True, slots=True)
class Person(UserMixin):
    """The signed-in person, as every room sees them.

    ``slip``: they came in by an entry slip, so their session reaches that class alone (ADR 0013).
    ``session_token`` names their session on this browser; Flask-Login puts it into the cookie.
    """

    id: int
    username: str
    full_name: str
    role: Role
    unit_id: int
    unit_name: str
    must_change_password: bool = False
    slip: Slip | None = None
    session_token: str = field(default="", repr=False, compare=False)

    def get_id(self) -> str:
        """What the cookie carries: not the person's number, which could never be revoked."""
        return self.session_token

    @property
    def role_word(self) -> str:
        """The role in words for the screen."""
        return ROLE_WORDS[self.role]
