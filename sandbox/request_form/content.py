"""What the request form says, whatever it is printed on (S4-11, S4-16, S4-18)."""

from dataclasses import dataclass
from datetime import date, datetime

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
TITLE = ("GIẤY ĐỀ NGHỊ", "Tạo tài khoản trên Cổng Dịch vụ công quốc gia")
PRACTICE_MARK = "DIỄN TẬP – DỮ LIỆU GIẢ LẬP"
PRACTICE_NOTE = "Giấy này chỉ dùng để thực hành, không có giá trị pháp lý."
REQUEST = (
    "Tôi đề nghị được tạo tài khoản công dân trên Cổng Dịch vụ công quốc gia"
    " với các thông tin sau đây:"
)
PLEDGE = (
    "Tôi đã đọc lại các thông tin trên và xác nhận là đúng;"
    " số điện thoại nêu trên là thuê bao chính chủ của tôi."
)
SIGNER = ("NGƯỜI ĐỀ NGHỊ", "(Ký, ghi rõ họ tên)")

_LONGEST = 300
"""Letters of one entry that are printed; names longer than this are refused anyway."""


@dataclass(frozen=True, slots=True)
class RequestForm:
    """The data typed on the portal; ``made_at`` is aware, in the desk's time zone."""

    full_name: str
    id_number: str
    birth_date: date
    phone: str
    email: str | None
    attachment_name: str
    unit: str
    officer: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its (label, value) rows."""

    heading: str
    rows: tuple[tuple[str, str], ...]


def sections(form: RequestForm) -> tuple[Section, Section]:
    """The two blocks of the portal's form, in its order (S4-16, S4-18)."""
    return (
        _section("Thông tin công dân", _citizen(form)),
        _section("Thông tin cán bộ", _desk(form)),
    )


def signer(form: RequestForm) -> str:
    """The name under the signature."""
    return _printable(form.full_name)


def _section(heading: str, rows: tuple[tuple[str, str], ...]) -> Section:
    filled = ((label, _printable(value) or "Không có") for label, value in rows)
    return Section(heading, tuple(filled))


def _printable(text: str) -> str:
    """``text`` as paper can take it.

    A file name may hold control characters, which an XML file must not, and may
    run longer than a page.
    """
    printable = "".join(letter for letter in text if letter.isprintable())
    return printable if len(printable) <= _LONGEST else printable[:_LONGEST] + "…"


def _citizen(form: RequestForm) -> tuple[tuple[str, str], ...]:
    return (
        ("Số CMND/CCCD", form.id_number),
        ("Họ và tên", form.full_name),
        ("Ngày sinh", f"{form.birth_date:%d/%m/%Y}"),
        ("Số điện thoại", form.phone),
        ("Email", form.email or ""),
        ("Đính kèm CCCD/CMND", form.attachment_name),
    )


def _desk(form: RequestForm) -> tuple[tuple[str, str], ...]:
    return (
        ("Cán bộ", form.officer),
        ("Đơn vị", form.unit),
        ("Thời gian tạo", f"{form.made_at:%H:%M, %d/%m/%Y}"),
    )


def signed_on(form: RequestForm) -> str:
    """The date line; only days under 10 and months under 3 take a leading zero (NĐ 30/2020)."""
    when = form.made_at
    month = f"{when.month:02}" if when.month < 3 else f"{when.month}"
    return f"Ngày {when.day:02} tháng {month} năm {when.year}"
