"""Scenario packs: one file out, one file in."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from training.pack import LARGEST_PACK, Trouble
from web.practice.scenarios import packing, service, store
from web.practice.scenarios.packing import OnConflict
from web.practice.scenarios.routes import AUTHORS
from web.shell.access import current_person, defers_writing, who_may
from web.shell.database import commit_now, db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("authoring_packs", __name__, url_prefix="/soan/goi")
FILE_NAME = "tinh-huong-mot-cua.zip"
CONFLICT_CHOICES = (
    (OnConflict.NEW, "Thêm thành tình huống mới", "Tình huống đang có giữ nguyên."),
    (
        OnConflict.VERSION,
        "Thành bản nháp mới của tình huống đang có",
        "Cán bộ vẫn luyện bản cũ cho tới khi anh/chị phát hành.",
    ),
)


@blueprint.get("")
@who_may(*AUTHORS)
def packs() -> ResponseReturnValue:
    """What can go out, and where a pack comes in."""
    return _packs(Errors())


def _packs(
    errors: Errors,
    troubles: tuple[Trouble, ...] = (),
    on_conflict: str = OnConflict.NEW,
    status: int = 200,
) -> Response:
    texts = store.newest(db.connection, current_person().unit_id)
    return page(
        "scenarios/packs.html",
        offered=[(name, service.title_of(text), "") for name, text in texts.items()],
        on_conflict=CONFLICT_CHOICES,
        chosen=on_conflict,
        errors=errors,
        troubles=troubles,
        status=status,
    )


@blueprint.get("/tai")
@who_may(*AUTHORS)
def download() -> ResponseReturnValue:
    """The chosen scenarios as one file."""
    body = packing.pack(db.connection, current_person().unit_id, request.args.getlist("tinh_huong"))
    if body is None:
        sentence = "Anh/chị chọn ít nhất một tình huống trong danh sách."
        return _packs(Errors({"tinh_huong": sentence}), status=422)
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return Response(body, mimetype="application/zip", headers=headers)


@blueprint.post("")
@defers_writing
@who_may(*AUTHORS)
def upload() -> ResponseReturnValue:
    """A pack's scenarios as drafts, or every reason why not."""
    file, on_conflict = request.files.get("goi"), request.form.get("trung", "")
    if on_conflict not in set(OnConflict):
        return _packs(Errors({"trung": "Anh/chị chọn một trong hai cách."}), status=422)
    data = file.stream.read(LARGEST_PACK + 1) if file else b""
    if not data:
        errors = Errors({"goi": "Anh/chị chọn tệp gói tình huống (đuôi .zip) rồi bấm “Nhập gói”."})
        return _packs(errors, on_conflict=on_conflict, status=422)
    result = packing.import_pack(db.connection, current_person(), data, OnConflict(on_conflict))
    commit_now()
    if result.troubles:
        errors = Errors(
            {"goi": "Gói này chưa nhập được; chưa có gì được lưu. Lý do ở bảng “Lỗi trong gói”."}
        )
        return _packs(errors, result.troubles, on_conflict, 422)
    return see_other(result.scenarios[0].page if len(result.scenarios) == 1 else "/soan")
