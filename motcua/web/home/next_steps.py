"""What to do next, by role. Rooms that know more add their figures here."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from motcua.web.access import Person, Role


@dataclass(frozen=True, slots=True)
class Step:
    """One card of the home page; the first one carries the page's main action."""

    heading: str
    says: str
    action: str
    address: str


_PRACTISE = Step(
    "Luyện tạo tài khoản công dân",
    "Chọn một tình huống, gặp công dân giả lập và làm trọn các bước trên cổng diễn tập. "
    "Làm sai cũng không sao: cuối lượt có lời nhận xét từng bước.",
    "Bắt đầu luyện tập",
    "/luyen-tap",
)
_OWN_RUNS = Step(
    "Xem lại các lượt đã luyện",
    "Mỗi lượt có điểm, những chỗ làm tốt và những chỗ nên làm khác.",
    "Mở sổ luyện tập",
    "/so-luyen-tap",
)
_UNIT_RUNS = Step(
    "Theo dõi cả bộ phận luyện tập",
    "Sổ ghi mọi lượt của đơn vị. Anh/chị lọc theo người, tình huống, ngày và kết quả.",
    "Mở sổ luyện tập",
    "/so-luyen-tap",
)
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

_BY_ROLE: Mapping[Role, tuple[Step, ...]] = {
    Role.CLERK: (_PRACTISE, _OWN_RUNS, _LEDGER),
    Role.TRAINER: (_UNIT_RUNS, _PRACTISE, _LEDGER),
    Role.DESK_HEAD: (_UNIT_RUNS, _PRACTISE, _LEDGER),
    Role.SUPERVISOR: (_UNIT_RUNS, _LEDGER),
    Role.ADMINISTRATOR: (_PEOPLE, _LEDGER),
}


def next_steps(person: Person, connection: Connection) -> tuple[Step, ...]:  # noqa: ARG001  # the rooms' figures will be read through it
    """The cards for this person, most useful first."""
    return _BY_ROLE[person.role]
