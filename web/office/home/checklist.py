"""What a new office has to do first, for its administrator and its head.

Shown until there is a first class and a first published roster.
"""

from dataclasses import dataclass

from sqlalchemy import Connection

from web.classes.lessons import store as classes
from web.office.first_run.service import UNNAMED
from web.people.administration import store as people
from web.roster.planning import office_store, people_store, period_store
from web.shell.access import Person, Role

_NEW_PERSON = "/quan-tri/nguoi-dung/them"


@dataclass(frozen=True, slots=True)
class Task:
    """One line; ``who``: whose it is, where it is not the reader's, and the link shows them."""

    words: str
    address: str
    done: bool
    who: str = ""


def first_tasks(person: Person, connection: Connection) -> tuple[Task, ...]:
    """The lines for this person; none once they are no longer needed."""
    if person.role not in _LISTS:
        return ()
    class_planned = classes.any_within(connection, person.unit_id)
    roster_published = period_store.any_published_within(connection, person.unit_id)
    if class_planned and roster_published:
        return ()
    return _LISTS[person.role](person, connection, class_planned, roster_published)


def _of_administrator(
    person: Person, connection: Connection, class_planned: bool, roster_published: bool
) -> tuple[Task, ...]:
    roles, unit = people.roles_within(connection, person.unit_id), person.unit_id
    named = person.unit_name != UNNAMED
    return (
        Task("Đặt tên đơn vị", f"/quan-tri/don-vi/{unit}", named),
        Task("Thêm trưởng bộ phận", _NEW_PERSON, Role.DESK_HEAD in roles),
        Task("Thêm giảng viên", _NEW_PERSON, Role.TRAINER in roles),
        Task("Nhập danh sách cán bộ từ Excel", "/quan-tri/nhap-danh-sach", Role.CLERK in roles),
        Task(
            "Lập buổi tập huấn đầu tiên",
            "/quan-tri?tim=giảng+viên",
            class_planned,
            "việc của giảng viên hoặc trưởng bộ phận",
        ),
        Task(
            "Ban hành lịch trực đầu tiên",
            "/quan-tri?tim=trưởng+bộ+phận",
            roster_published,
            "việc của trưởng bộ phận",
        ),
    )


def _of_head(
    person: Person, connection: Connection, class_planned: bool, roster_published: bool
) -> tuple[Task, ...]:
    unit = person.unit_id
    has_places = bool(office_store.places(connection, unit))
    has_members = bool(people_store.members(connection, unit))
    return (
        Task("Khai địa điểm trực", "/lich-truc/dia-diem", has_places),
        Task("Nhập danh sách người trực từ Excel", "/lich-truc/nhap-danh-sach", has_members),
        Task("Ban hành lịch trực đầu tiên", "/lich-truc", roster_published),
        Task("Lập buổi tập huấn đầu tiên", "/buoi-tap/tao", class_planned),
    )


_LISTS = {Role.ADMINISTRATOR: _of_administrator, Role.DESK_HEAD: _of_head}
