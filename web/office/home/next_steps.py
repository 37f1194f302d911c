"""What to do next, by role; most useful first."""

from sqlalchemy import Connection

from web.office.home.assignment_step import my_assignments
from web.office.home.class_steps import to_lead_or_take_part, to_take_part, to_watch
from web.office.home.competence_steps import my_due
from web.office.home.duty_steps import duty_steps
from web.office.home.practice_steps import (
    my_practice,
    my_runs,
    unit_proficiency,
    unit_runs,
    words_awaited,
)
from web.office.home.step import Step
from web.shell.access import Person, Role

_LEDGER = Step(
    "Xem hệ thống diễn tập giống thật đến đâu",
    "Sổ đối chiếu ghi từng quy tắc, nguồn của nó và những chỗ khác với hệ thống thật.",
    "Mở sổ đối chiếu",
    "/doi-chieu",
)
_PEOPLE = Step(
    "Quản lý người dùng và đơn vị",
    "Thêm người, đổi vai trò, cấp lại mật khẩu hoặc tạm ngừng một tài khoản.",
    "Mở trang quản trị",
    "/quan-tri",
)


def next_steps(person: Person, connection: Connection) -> tuple[Step, ...]:
    """The cards for this person."""
    match person.role:
        case Role.CLERK:
            duty = duty_steps(person, connection)
            today = (*duty.today, *to_take_part(person, connection))
            return (*today, *_mine(person, connection), *duty.rosters, my_runs(), _LEDGER)
        case Role.TRAINER | Role.DESK_HEAD:
            ease = unit_proficiency(person, connection)
            duty = duty_steps(person, connection)
            classes = to_lead_or_take_part(person, connection)
            today = (*duty.today, *classes, *words_awaited(person, connection))
            theirs = (*duty.rosters, unit_runs(person, connection), *ease)
            return (*today, *theirs, *_mine(person, connection), _LEDGER)
        case Role.SUPERVISOR:
            return (*to_watch(person, connection), unit_runs(person, connection), _LEDGER)
        case Role.ADMINISTRATOR:
            return (_PEOPLE, _LEDGER)


def _mine(person: Person, connection: Connection) -> tuple[Step, ...]:
    """What I practise: an assignment that presses comes first, any other after my own choice."""
    own = (my_practice(person, connection), *my_due(person, connection))
    assigned = my_assignments(person, connection)
    if assigned is None:
        return own
    return (assigned.step, *own) if assigned.presses else (own[0], assigned.step, *own[1:])
