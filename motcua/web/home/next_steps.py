"""What to do next, by role; most useful first."""

from sqlalchemy import Connection

from motcua.web.access import Person, Role
from motcua.web.home.class_steps import to_take_part, to_watch
from motcua.web.home.practice_steps import my_practice, my_runs, unit_runs
from motcua.web.home.step import Step

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
            today = to_take_part(person, connection)
            return (*today, my_practice(person, connection), my_runs(), _LEDGER)
        case Role.TRAINER | Role.DESK_HEAD:
            today = to_watch(person, connection)
            return (*today, unit_runs(person, connection), my_practice(person, connection), _LEDGER)
        case Role.SUPERVISOR:
            return (*to_watch(person, connection), unit_runs(person, connection), _LEDGER)
        case Role.ADMINISTRATOR:
            return (_PEOPLE, _LEDGER)
