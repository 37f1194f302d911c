"""Bring in a list of people from Excel: all of it, or nothing with every mistake named."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from web.roster.planning import (
    home_store,
    import_rows,
    office_store,
    people,
    people_store,
)
from web.roster.planning.actor import EDITORS, Actor, current_actor
from web.roster.planning.import_rows import HEADINGS, MOST_TOLD, There
from web.roster.planning.import_words import AVAILABLE_SHAPE
from web.shell import workbooks
from web.shell.access import current_person, defers_writing, who_may
from web.shell.database import begin_writing, commit_now, db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.listing import Mistake
from web.shell.spreadsheets import XLSX_TYPE, Table, xlsx_file

blueprint = Blueprint("roster_import", __name__, url_prefix="/lich-truc/nhap-danh-sach")

_NOTHING = "Anh/chị chọn tệp Excel có danh sách."
_EXAMPLE = (
    *("Nguyễn Văn Mẫu Tâm", "Đoàn Thanh niên Mẫu", "Thạo việc", "Có", "Có", "100"),
    *("Sáng thứ 2, thứ 4; chiều thứ 6", None),
)
_HOW = (
    (HEADINGS["name"], "Bắt buộc. Ghi đầy đủ dấu.", None),
    (HEADINGS["home"], "Bắt buộc. Tên chưa có thì được thêm vào danh sách tổ chức.", None),
    (HEADINGS["skill"], "Thạo việc; Đang học việc; Không.", "Đang học việc"),
    (HEADINGS["experienced"], "Có; Không.", "Không"),
    (HEADINGS["phone"], "Có; Không.", "Không"),
    (HEADINGS["percent"], "100; 75; 50; 25.", "100"),
    (HEADINGS["available"], AVAILABLE_SHAPE, "Cả tuần"),
    (HEADINGS["account"], "Tên đăng nhập trên Bàn tập của người này.", "Không có tài khoản"),
)


@blueprint.get("")
@who_may(*EDITORS)
def choose() -> ResponseReturnValue:
    """Choose a file."""
    return _page(Errors())


@blueprint.get("/bang-mau.xlsx")
@who_may(*EDITORS)
def example() -> ResponseReturnValue:
    """A workbook with the right headings and one made-up person."""
    return _workbook("bang-mau-nguoi-truc", (_EXAMPLE,))


@blueprint.get("/bang-trong.xlsx")
@who_may(*EDITORS)
def blank() -> ResponseReturnValue:
    """A workbook with the right headings, to be filled."""
    return _workbook("bang-nguoi-truc", ())


def _workbook(name: str, rows: tuple[tuple[str | None, ...], ...]) -> Response:
    """The list, and a second sheet that says what may stand in it."""
    people = Table("Người trực", tuple(HEADINGS.values()), rows)
    how = Table("Cách ghi", ("Cột", "Ghi gì", "Để trống nghĩa là"), _HOW)
    response = Response(xlsx_file([people, how], current_actor().now), content_type=XLSX_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


@blueprint.post("")
@defers_writing
@who_may(*EDITORS)
def bring_in() -> ResponseReturnValue:
    """Add everybody on the list, or nobody.

    The file is read before this request may write; only what it was held against is asked again.
    """
    actor, upload = current_actor(), request.files.get("tep")
    content = upload.stream.read(workbooks.LARGEST_FILE + 1) if upload else b""
    lines = workbooks.read(content) if content else _NOTHING
    if isinstance(lines, str):
        return _page(Errors(tep=lines))
    there = _there(actor)
    found = import_rows.read(lines, there)
    if isinstance(found, str):
        return _page(Errors(tep=found))
    if found.mistakes:
        return _page(Errors(tep=_says(len(found.mistakes))), found.mistakes[:MOST_TOLD])
    homes, members = people.read_list(actor, found.forms, there.homes)
    begin_writing(db.connection)
    if _there(actor) != there:
        abort(409)  # somebody changed the list meanwhile
    for home in homes:
        home_store.add_organisation(db.connection, actor.unit_id, home)
    people_store.add_members(db.connection, *members)
    people.note_list(db.connection, current_person(), members)
    commit_now()
    return see_other(f"/lich-truc/nguoi?da_nhap={len(members)}")


def _says(count: int) -> str:
    where = f"bảng dưới ghi {MOST_TOLD} chỗ đầu" if count > MOST_TOLD else "ghi ở bảng dưới"
    return f"Chưa nhập ai: có {count} chỗ cần sửa trong tệp, {where}."


def _there(actor: Actor) -> There:
    homes = {home.id: home for home in home_store.organisations(db.connection, actor.unit_id)}
    places = [p.venue.id for p in office_store.places(db.connection, actor.unit_id) if p.active]
    members = people_store.members(db.connection, actor.unit_id)
    known = frozenset((one.name, one.organisation.name) for one in members)
    linked = {one.person_id for one in members}
    every = people_store.accounts_by_key(db.connection, actor.unit_id)
    free = {key: account for key, account in every.items() if account not in linked}
    return There(homes, places, known, free)


def _page(errors: Errors, mistakes: tuple[Mistake, ...] = ()) -> Response:
    return page(
        "planning/import.html",
        errors=errors,
        mistakes=mistakes,
        headings=list(HEADINGS.values()),
        status=422 if errors else 200,
    )
