"""People from Excel: the list is shown first, then all of them are added, or nobody."""

from collections.abc import Sequence

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from web.people.administration import import_rows, service, store
from web.people.administration.import_rows import HEADINGS, MOST, ROLE_SHAPE, Newcomer, People
from web.people.administration.paper import first_passwords
from web.people.administration.service import NewAccount
from web.shell import workbooks
from web.shell.access import Role, current_person, defers_writing, who_may
from web.shell.database import begin_writing, commit_now, db
from web.shell.forms import Errors
from web.shell.htmx import page
from web.shell.listing import Mistake
from web.shell.runtime import runtime
from web.shell.spreadsheets import XLSX_TYPE, Table, xlsx_file
from web.shell.workbooks import Line

blueprint = Blueprint("people_import", __name__, url_prefix="/quan-tri/nhap-danh-sach")

_NOTHING = "Anh/chị chọn tệp Excel có danh sách."
_ADDED_ALREADY = (
    "Những người này đã được thêm, phiếu chỉ hiện một lần. Cần phiếu khác thì anh/chị chọn họ "
    "trong danh sách người dùng rồi bấm Cấp lại mật khẩu."
)
_LONGEST = 100_000  # letters, of MOST people
_EXAMPLE = ("Nguyễn Văn Mẫu Tâm", "tam.nvm", "Cán bộ một cửa", None)
_HOW = (
    (HEADINGS["full_name"], "Bắt buộc. Ghi đầy đủ dấu.", None),
    (HEADINGS["username"], "Chữ thường không dấu, ví dụ tam.nvm.", "Hệ thống đặt theo họ tên"),
    (HEADINGS["role"], ROLE_SHAPE, "Cán bộ một cửa"),
    (HEADINGS["unit_id"], "Tên hoặc mã đơn vị.", "Đơn vị duy nhất; nhiều đơn vị thì phải ghi"),
)


@blueprint.get("")
@who_may(Role.ADMINISTRATOR)
def choose() -> ResponseReturnValue:
    """Choose a file."""
    return _page(Errors())


@blueprint.get("/bang-mau.xlsx")
@who_may(Role.ADMINISTRATOR)
def example() -> ResponseReturnValue:
    """A workbook with the right headings and one made-up person, and what may stand in it."""
    people = Table("Cán bộ", tuple(HEADINGS.values()), (_EXAMPLE,))
    how = Table("Cách ghi", ("Cột", "Ghi gì", "Để trống nghĩa là"), _HOW)
    content = xlsx_file([people, how], runtime().effects.now())
    response = Response(content, content_type=XLSX_TYPE)
    response.headers["Content-Disposition"] = 'attachment; filename="bang-mau-can-bo.xlsx"'
    return response


@blueprint.post("")
@defers_writing
@who_may(Role.ADMINISTRATOR)
def preview() -> ResponseReturnValue:
    """Show who would be added; nothing is stored yet."""
    upload = request.files.get("tep")
    content = upload.stream.read(workbooks.LARGEST_FILE + 1) if upload else b""
    lines = workbooks.read(content) if content else _NOTHING
    people = lines if isinstance(lines, str) else _read(lines)
    return _refused(people) or _preview(people)


@blueprint.post("/them")
@defers_writing
@who_may(Role.ADMINISTRATOR)
def add() -> ResponseReturnValue:
    """Add everybody on the list that was shown, and show their first passwords once."""
    lines = import_rows.lines_of(request.form.get("danh_sach", "")[:_LONGEST])
    people = _read(lines)
    if _all_there(lines):
        return _page(Errors(tep=_ADDED_ALREADY))
    if refused := _refused(people):
        return refused
    accounts = [_account(one) for one in _newcomers(people)]
    begin_writing(db.connection)
    people = _read(lines)  # somebody may have taken a name meanwhile
    if refused := _refused(people):
        return refused
    for one, account in zip(_newcomers(people), accounts, strict=True):
        service.add_account(
            db.connection, runtime().effects, current_person(), account, one.unit.id
        )
    commit_now()
    return first_passwords(accounts)


def _all_there(lines: Sequence[Line]) -> bool:
    """The page of the slips was loaded again: just these people are there."""
    accounts = store.accounts(db.connection, current_person().unit_id)
    there = {(one.full_name, one.username) for one in accounts}
    people = [line.cells[:2] for line in lines[1:]]
    return bool(people) and there.issuperset(people)


def _account(one: Newcomer) -> NewAccount:
    return service.new_account(runtime().effects, one.username, one.full_name, one.role)


def _newcomers(people: People | str) -> list[Newcomer]:
    return [] if isinstance(people, str) else people.newcomers


def _read(lines: Sequence[Line]) -> People | str:
    units = store.units(db.connection, current_person().unit_id)
    return import_rows.read(lines, units, store.username_keys(db.connection))


def _refused(people: People | str) -> Response | None:
    if isinstance(people, str):
        return _page(Errors(tep=people))
    if people.mistakes:
        says = f"Chưa thêm ai: có {len(people.mistakes)} chỗ cần sửa trong tệp, ghi ở bảng dưới."
        return _page(Errors(tep=says), people.mistakes)
    return None


def _preview(people: People | str) -> Response:
    found = _newcomers(people)
    text = import_rows.as_text(found)
    return page("administration/import_preview.html", newcomers=found, text=text)


def _page(errors: Errors, mistakes: Sequence[Mistake] = ()) -> Response:
    return page(
        "administration/import.html",
        errors=errors,
        mistakes=mistakes,
        headings=list(HEADINGS.values()),
        most=MOST,
        status=422 if errors else 200,
    )
