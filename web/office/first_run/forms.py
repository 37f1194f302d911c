"""The form that opens an office, each part checked as where it can be changed later."""

from werkzeug.datastructures import MultiDict
from wtforms import StringField
from wtforms.validators import AnyOf, DataRequired, Length

from web.people.accounts.store import username_key
from web.people.administration.forms import NewNameForm, UnitNameForm
from web.shell.forms import Errors, clean, form_errors, no_real_data
from web.shell.people import LEVEL_WORDS, ROLE_WORDS, Level, Role

FIRST_PEOPLE = {
    Role.ADMINISTRATOR: "quantri",
    Role.DESK_HEAD: "truongbophan",
    Role.TRAINER: "giangvien",
}
"""Who an office cannot begin without, and names to sign in with that can stay as they are."""

LEVELS = [(level, words, "") for level, words in LEVEL_WORDS.items()]
_TWICE = "Tên đăng nhập này đã ghi cho người khác ở trên. Anh/chị nhập tên khác."


class UnitPart(UnitNameForm):
    """The unit, its first place of duty, and what proves that one may open it."""

    code = StringField("Mã mở lần đầu")
    level = StringField("Cấp", [AnyOf(list(Level), message="Anh/chị chọn cấp của đơn vị.")])
    venue = StringField(
        "Địa điểm trực đầu tiên",
        [
            DataRequired("Anh/chị nhập tên địa điểm."),
            Length(max=150, message="Tên địa điểm chỉ dài tối đa 150 ký tự."),
            no_real_data,
        ],
        filters=[clean],
    )


class FirstRunForm:
    """The page as typed, or as it may stay."""

    def __init__(self, typed: MultiDict[str, str] | None = None) -> None:
        self.unit = UnitPart(typed, level=Level.COMMUNE, venue="Bàn hỗ trợ công dân")
        self.people = {
            role: NewNameForm(typed, prefix=f"{role}-", username=username)
            for role, username in FIRST_PEOPLE.items()
        }

    @property
    def sections(self) -> list[tuple[str, NewNameForm]]:
        """The people's parts under their headings."""
        return [(ROLE_WORDS[role], part) for role, part in self.people.items()]

    def errors(self) -> Errors:
        """Every mistake by its control, in the order of the page."""
        found, names = Errors(), set[str]()
        for part in (self.unit, *self.people.values()):
            found |= Errors() if part.validate() else form_errors(part)
        for part in self.people.values():
            name = username_key(part.username.data or "")
            if name in names:
                found.setdefault(part.username.name, _TWICE)
            names.add(name)
        return found
