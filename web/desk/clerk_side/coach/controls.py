"""What a coached clerk presses next: where, in words, and as CSS selectors for the outline."""

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox import arrival as check
from sandbox import mock_dvc as dvc
from sandbox.desk import CloseVisit, Say, Scan
from sandbox.phrases import phrase_book
from web.desk.clerk_side.desk import arrival
from web.desk.clerk_side.visits import Visit

_CHECKS: Mapping[type, tuple[str, str]] = {  # the line of the check, and what is chosen on it
    check.NoteArrival: ("ket-qua", "result"),
    check.ChooseBranch: ("nhanh", "branch"),
    check.Refer: ("gioi-thieu", "office"),
    check.HandOver: ("chuyen", "supporter"),
    check.SendNumber: ("gui-so", ""),
    check.Receive: ("tiep-nhan", ""),
}
_FIELDS = ("full_name", "birth_date", "phone", "email", "unit")
_ON_FORM: Mapping[type, tuple[str, str, str]] = {  # button, its value, where its answer stands
    dvc.LookUp: ("Tra cứu", "tra-cuu", "#ket-qua-tra-cuu"),
    dvc.Download: ("Tải xuống", "tai-xuong", "#giay-de-nghi"),
    dvc.SendCode: ("Gửi mã OTP", "gui-ma", "#ma-otp"),
    dvc.Create: ("TẠO TÀI KHOẢN", "tao", ""),
}
_GOOD_SCAN = (
    "[name=holder][value=citizen]",
    "[name=sides][value=both]",
    "[name=fmt]:is([value=pdf], [value=docx])",
    '[name=size]:not([value$="-limit"], [value="600-colour"])',
)


@dataclass(frozen=True, slots=True)
class Place:
    """The screen where something is done."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Control:
    """``words`` are pressed one after the other; ``selectors`` what is filled in, the button last.

    One selector may find several things, any of which will do.
    """

    words: tuple[str, ...]
    selectors: tuple[str, ...]


_ALWAYS: Mapping[type, Control] = {
    Scan: Control(("Quét",), (*_GOOD_SCAN, ":is(.scanner .form, #may-quet) .button")),
    dvc.SignIn: Control(("Đăng nhập",), ("#username", "#password", ".portal-door .button")),
    dvc.OpenForm: Control(("THÊM MỚI",), ('[formaction$="/tai-khoan/moi"]',)),
    dvc.Cancel: Control(("HỦY", "Đồng ý hủy"), ("[value=huy]", "[value=huy-dong-y]")),
    CloseVisit: Control(
        ("Kết thúc lượt",), ('a[href$="/ket-thuc"], form[action$="/ket-thuc"] .button',)
    ),
}


def place_of(command: object, visit: Visit) -> Place:
    """Where a command is given, as the world stands."""
    if isinstance(command, Scan):
        return Place("Máy quét", visit.scanner)
    if isinstance(command, dvc.SignIn):
        return Place("Trang quản trị", f"{visit.portal}/dang-nhap")
    if isinstance(command, dvc.OpenForm):
        return Place("Danh sách tài khoản", f"{visit.portal}/tai-khoan")
    if isinstance(command, dvc.LookUp | dvc.Fill | dvc.Cancel):
        return Place("Biểu mẫu", f"{visit.portal}/tai-khoan/{command.form}")
    return Place("Bàn làm việc", visit.desk)


def answer_of(command: object, visit: Visit) -> str:
    """The address where one sees what the command has led to."""
    if isinstance(command, dvc.SignIn):
        return f"{visit.portal}/"
    if isinstance(command, dvc.OpenForm):
        return f"{visit.portal}/tai-khoan/{len(visit.world.portal.forms)}"
    _, _, anchor = _ON_FORM.get(type(command), ("", "", ""))
    return place_of(command, visit).address + anchor


def control_of(command: object, visit: Visit) -> Control:
    """What gives the command on its screen."""
    match command:
        case Say():
            label = phrase_book()[command.phrase].label
            return Control((label,), (f"[name=cau][value={command.phrase}]",))
        case dvc.LookUp() | dvc.Fill():
            return _on_form(command)
    return _ALWAYS.get(type(command)) or _in_check(command, visit)


def _on_form(command: dvc.LookUp | dvc.Fill) -> Control:
    words, value, _ = _ON_FORM[type(command)]
    fields: tuple[str, ...] = ()
    match command:
        case dvc.LookUp():
            fields = ("#id_number",)
        case dvc.Download():  # the file has to be fetched from the scanner first
            filled = (f"#{name}" for name in _FIELDS if getattr(command.typed, name))
            fields = (".scans .button", "#attachment, [name=scan]", *filled)
        case dvc.Create():
            fields = ("#otp",)
    return Control((words,), (*fields, f"[name=nut][value={value}]"))


def _in_check(command: object, visit: Visit) -> Control:
    line_id, field = _CHECKS[type(command)]
    line = next(line for line in arrival.steps(visit.world) if line.id == line_id)
    button = f'form[action$="/tiep-don/{line_id}"] .button'
    if not field:
        return Control((line.button,), (button,))
    chosen = str(getattr(command, field))
    label = next((words for value, words, _ in line.options if value == chosen), chosen)
    return Control((label, line.button), (f'[name={field}][value="{chosen}"]', button))
