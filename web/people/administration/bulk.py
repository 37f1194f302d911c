"""What can be done to several people at once; what hangs on them is shown first."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from sqlalchemy import Connection
from werkzeug.datastructures import MultiDict

from web.people.administration import service, store
from web.people.administration.service import NewAccount
from web.people.administration.store import Account, Unit
from web.people.administration.touching import Kind, Touch, in_words, touched
from web.shell.access import Person
from web.shell.effects import Effects

PAGE = "/quan-tri/nhieu-nguoi"
NOBODY = "Anh/chị chọn ít nhất một người, không tính chính anh/chị."
NO_UNIT = "Anh/chị chọn đơn vị chuyển đến."


class Job(StrEnum):
    """What is done to them."""

    DISABLE = "tam-ngung"
    MOVE = "chuyen"
    RENEW = "mat-khau"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be done to whom; ``unit``: where to, when they move."""

    job: Job
    people: Sequence[Account]
    unit: Unit | None
    touches: Sequence[Touch]
    passwords: Sequence[str] = ()  # as they are stored now, where new ones are asked for

    def lines_of(self, account: Account) -> list[str]:
        """What hangs on one of them, a line a kind."""
        return in_words(each for each in self.touches if each.person_id == account.id)

    @property
    def counts(self) -> list[str]:
        """How much hangs on all of them together."""
        kinds = [each.kind for each in self.touches]
        return [f"{kinds.count(kind)} {kind}" for kind in Kind if kind in kinds]

    @property
    def seen(self) -> str:
        """A digest of all that is shown, so that what has changed since is shown again."""
        shown = repr((self.job, self.people, self.unit, self.touches, self.passwords))
        return hashlib.sha256(shown.encode()).hexdigest()[:16]


def address(job: Job, people: Iterable[int], unit_id: int | None = None) -> str:
    """Where what hangs on these people is shown before it is done."""
    asked = {"viec": job.value, "nguoi": [str(one) for one in people], "don_vi": unit_id or ""}
    return f"{PAGE}?{urlencode(asked, doseq=True)}"


def read(
    connection: Connection, effects: Effects, by: Person, asked: MultiDict[str, str]
) -> Chosen | tuple[str, str]:
    """What is asked for, within the administrator's units; else the control and a sentence."""
    wanted = set(asked.getlist("nguoi"))
    people = [
        one
        for one in store.accounts(connection, by.unit_id)
        if str(one.id) in wanted and service.may_change_rights(by, one)
    ]
    job = Job(asked.get("viec", ""))
    if job is Job.RENEW:
        people = [one for one in people if one.active]
    if not people:
        return "nguoi", NOBODY
    unit = _unit(connection, by, asked) if job is Job.MOVE else None
    if job is Job.MOVE and unit is None:
        return "don_vi", NO_UNIT
    ids = [one.id for one in people]
    if job is Job.RENEW:
        return Chosen(job, people, unit, [], store.stored_passwords(connection, ids))
    return Chosen(job, people, unit, touched(connection, ids, effects.now()))


def _unit(connection: Connection, by: Person, asked: MultiDict[str, str]) -> Unit | None:
    offered = store.units(connection, by.unit_id)
    return next((one for one in offered if str(one.id) == asked.get("don_vi")), None)


def new_passwords(effects: Effects, chosen: Chosen) -> list[NewAccount]:
    """Drawn and hashed before anybody waits for the turn."""
    return [
        service.new_account(effects, one.username, one.full_name, one.role) for one in chosen.people
    ]


def carry_out(connection: Connection, effects: Effects, by: Person, chosen: Chosen) -> None:
    """Keep them out, or move them."""
    for one in chosen.people:
        if chosen.unit:
            service.move(connection, effects, by, one, chosen.unit)
        else:
            service.switch(connection, effects, by, one, active=False)


def renew(
    connection: Connection,
    effects: Effects,
    by: Person,
    chosen: Chosen,
    passwords: Sequence[NewAccount],
) -> None:
    """Store the new passwords; whatever these people have open ends."""
    for one, new in zip(chosen.people, passwords, strict=True):
        service.store_first_password(connection, effects, by, one, new.stored)
