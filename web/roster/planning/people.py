"""Add and change those who can be on duty; what becomes of their shifts."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from rostering.sentences import session_in_words
from rostering.values import SUPPORTER, Organisation
from sandbox.vietnamese import same_name
from web.people.audit import log
from web.people.audit.log import About, Act
from web.roster.planning import (
    home_store,
    member_form,
    people_store,
    period_store,
    shifts_store,
)
from web.roster.planning.actor import Actor
from web.roster.planning.member_form import MemberForm
from web.roster.planning.office import read_office
from web.roster.planning.records import Member
from web.shell.people import Person
from web.shell.runtime import runtime


def skill(member: Member) -> str:
    """Their level as the form has it."""
    if SUPPORTER in member.competent:
        return "able"
    return "learning" if SUPPORTER in member.learning else "no"


def free_accounts(
    connection: Connection, unit_id: int, member: Member | None
) -> list[tuple[int, str]]:
    """Accounts that nobody else on the list has."""
    everybody = people_store.members(connection, unit_id)
    taken = {one.person_id for one in everybody if member is None or one.id != member.id}
    return [each for each in people_store.accounts(connection, unit_id) if each[0] not in taken]


def save_member(
    connection: Connection, actor: Actor, form: MemberForm, old: Member | None
) -> Member:
    """Store what a valid form says, of somebody new or known."""
    home = _home(connection, actor, form)
    if old is None:
        member = member_form.read(form, actor.effects.new_id(), actor.unit_id, home, active=True)
        people_store.add_members(connection, member)
    else:
        member = member_form.read(form, old.id, actor.unit_id, home, active=old.active)
        people_store.change_member(connection, member)
    return member


def note(connection: Connection, by: Person, act: Act, member: Member, old: Member | None) -> None:
    """Write down in the audit log who changed what about whom."""
    changes = log.changes_of(_described(old) if old else {}, _described(member))
    if old and old != member and not changes and old.active == member.active:
        changes = (("Khả năng và thời gian trực", "", "đã sửa"),)
    if changes or act in (Act.MEMBER_OFF, Act.MEMBER_ON):
        about = About(member.name, member.unit_id, member.person_id)
        log.note(connection, runtime().effects.now(), by, act, about, changes)


def note_list(connection: Connection, by: Person, members: Iterable[Member]) -> None:
    """The same for a whole list, in one line."""
    names = tuple(("Họ và tên", "", member.name) for member in members)
    about = About("Danh sách từ Excel", by.unit_id)
    log.note(connection, runtime().effects.now(), by, Act.MEMBER_ADDED, about, names)


def _described(member: Member) -> dict[str, object]:
    levels = {code: words for code, words, _ in member_form.SKILLS}
    return {
        "Họ và tên": member.name,
        "Đơn vị, tổ chức": member.organisation.name,
        "Hỗ trợ công dân": levels[skill(member)],
        "Phần trực": f"{member.percent}%",
    }


def read_list(
    actor: Actor, forms: Sequence[MemberForm], homes: Mapping[str, Organisation]
) -> tuple[list[Organisation], list[Member]]:
    """Valid forms as members, and the organisations among theirs that are not in ``homes``."""
    known, new, members = dict(homes), [], []
    for form in forms:
        name = form.new_organisation.data or ""
        home = _named(known, name) or Organisation(actor.effects.new_id(), name)
        if home.id not in known:
            known[home.id] = home
            new.append(home)
        members.append(
            member_form.read(form, actor.effects.new_id(), actor.unit_id, home, active=True)
        )
    return new, members


def shifts_to_come(connection: Connection, actor: Actor, member: Member) -> list[str]:
    """Where they stand on published rosters from today on, in words."""
    found: list[str] = []
    for period in reversed(period_store.periods(connection, member.unit_id)):
        version = period_store.published(connection, period.id)
        if version and period.last >= actor.today:
            shifts = read_office(connection, period).in_own_slots(
                shifts_store.shifts(connection, version.id)
            )
            found += [
                session_in_words(shift.slot.session)
                for shift in shifts
                if shift.person == member.id and shift.slot.session.day >= actor.today
            ]
    return found


def _home(connection: Connection, actor: Actor, form: MemberForm) -> Organisation:
    name = form.new_organisation.data
    if not name:
        return form.homes[form.organisation.data or ""]
    known = _named(form.homes, name)
    if known:
        return known
    organisation = Organisation(actor.effects.new_id(), name)
    home_store.add_organisation(connection, actor.unit_id, organisation)
    return organisation


def _named(homes: Mapping[str, Organisation], name: str) -> Organisation | None:
    return next((home for home in homes.values() if same_name(home.name, name)), None)
