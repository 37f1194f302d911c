"""The form about an organisation that members come from."""

from collections.abc import Collection

from wtforms import Form, SelectMultipleField, StringField
from wtforms.fields.core import Field
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from rostering.values import Organisation
from sandbox.vietnamese import same_name
from web.roster.planning.member_form import PERCENTS
from web.roster.planning.records import Home, HomeKind
from web.shell.forms import clean, no_real_data

KINDS = [
    (HomeKind.DESK.value, "Bộ phận một cửa, cơ quan của xã"),
    (HomeKind.BODY.value, "Mặt trận, tổ chức chính trị – xã hội"),
    (HomeKind.POLICE.value, "Công an xã"),
    (HomeKind.PARTNER.value, "Bưu điện, đơn vị viễn thông"),
    (HomeKind.OTHER.value, "Tổ chức khác"),
]
STAYS = [
    (
        "giu",
        "Luôn có một người ở lại đơn vị",
        "Khi có từ hai người đi làm, máy không xếp tất cả đi trực cùng một buổi.",
    )
]


class HomeForm(Form):
    """Its name and kind, how much of a full part its people have, whether somebody stays."""

    name = StringField(
        "Tên đơn vị, tổ chức",
        [
            DataRequired("Anh/chị nhập tên đơn vị, tổ chức."),
            Length(max=150, message="Tên chỉ dài tối đa 150 ký tự."),
            no_real_data,
        ],
        filters=[clean],
    )
    kind = StringField("Loại", [AnyOf([code for code, _ in KINDS], "Anh/chị chọn một loại.")])
    percent = StringField(
        "Phần trực của người thuộc tổ chức này",
        [AnyOf([code for code, _ in PERCENTS], "Anh/chị chọn một mức.")],
    )
    stays = SelectMultipleField("Khi xếp lịch", validate_choice=False)
    taken_names: Collection[str] = ()

    def validate_name(self, field: Field) -> None:
        """No two of the same name."""
        if any(same_name(field.data or "", name) for name in self.taken_names):
            raise ValidationError(
                "Đã có đơn vị, tổ chức tên này. Anh/chị đặt tên khác, hoặc gộp hai tổ chức làm một."
            )


def form_for(home: Home) -> HomeForm:
    """The form as it stands."""
    organisation = home.organisation
    return HomeForm(
        name=organisation.name,
        kind=home.kind.value,
        percent=str(round(organisation.share * 100)),
        stays=[] if organisation.may_be_empty else ["giu"],
    )


def read(form: HomeForm, home_id: str) -> tuple[Organisation, HomeKind]:
    """What a valid form speaks of."""
    share = int(form.percent.data or 100) / 100
    organisation = Organisation(
        home_id, form.name.data or "", share, "giu" not in (form.stays.data or ())
    )
    return organisation, HomeKind(form.kind.data or HomeKind.OTHER)
