"""The form about somebody who can be on duty."""

from collections.abc import Collection, Mapping

from wtforms import Form, SelectMultipleField, StringField
from wtforms.fields.core import Field
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from rostering.values import PROPAGANDA, SUPPORTER, Organisation
from web.roster.planning import sessions_chosen
from web.roster.planning.dates import is_a_day, read_day, written
from web.roster.planning.records import Member
from web.shell.forms import clean, no_real_data

SKILLS = [
    ("able", "Thạo việc", "Một mình hỗ trợ công dân được."),
    ("learning", "Đang học việc", "Chỉ trực cùng người thạo việc."),
    ("no", "Không trực việc này", ""),
]
TRAITS = [
    ("experienced", "Nhiều kinh nghiệm", "Kèm được người mới."),
    ("phone", "Có điện thoại hỗ trợ được", "Điện thoại thông minh, có mạng."),
    ("propaganda", "Tuyên truyền tài khoản dịch vụ công", "Trực được cả việc này."),
]
PERCENTS = [(str(n), "Đủ phần" if n == 100 else f"{n}% một phần") for n in (100, 75, 50, 25)]
LIMITS = [("", "Không giới hạn"), *((str(n), f"{n} buổi") for n in range(1, 31))]
_LIMIT = AnyOf([code for code, _ in LIMITS], "Anh/chị chọn trong danh sách.")


class MemberForm(Form):
    """Who they are, what they can do, when and where."""

    name = StringField(
        "Họ và tên",
        [
            DataRequired("Anh/chị nhập họ và tên."),
            Length(max=200, message="Họ và tên chỉ dài tối đa 200 ký tự."),
            no_real_data,
        ],
        filters=[clean],
    )
    organisation = StringField("Đơn vị, tổ chức")
    new_organisation = StringField(
        "Tên tổ chức mới",
        [Length(max=150, message="Tên tổ chức chỉ dài tối đa 150 ký tự."), no_real_data],
        filters=[clean],
    )
    account = StringField("Tài khoản trên Bàn tập")
    skill = StringField(
        "Hỗ trợ công dân", [AnyOf([c for c, _, _ in SKILLS], "Anh/chị chọn một mức.")]
    )
    traits = SelectMultipleField("Thêm về người này", validate_choice=False)
    percent = StringField(
        "Phần trực", [AnyOf([code for code, _ in PERCENTS], "Anh/chị chọn một mức.")]
    )
    venues = SelectMultipleField("Trực được ở đâu", validate_choice=False)
    available = SelectMultipleField("Trực được buổi nào", validate_choice=False)
    per_day = StringField("Nhiều nhất trong một ngày", [_LIMIT])
    per_week = StringField("Nhiều nhất trong một tuần", [_LIMIT])
    per_period = StringField("Nhiều nhất trong cả kỳ", [_LIMIT])
    starts = StringField("Trực từ ngày", [is_a_day], filters=[clean])
    ends = StringField("Trực đến hết ngày", [is_a_day], filters=[clean])

    homes: Mapping[str, Organisation] = {}
    accounts: Collection[int] = ()
    places: Collection[str] = ()

    def validate_organisation(self, field: Field) -> None:
        """One of the list, or a new one."""
        if field.data not in self.homes and not self.new_organisation.data:
            raise ValidationError("Anh/chị chọn đơn vị, tổ chức hoặc nhập tên tổ chức mới.")

    def validate_account(self, field: Field) -> None:
        """One of the unit, that nobody else on the list has, or none."""
        if field.data and field.data not in map(str, self.accounts):
            raise ValidationError("Tài khoản này không có, hoặc đã gắn với người khác.")

    def validate_venues(self, field: Field) -> None:
        """Places of the unit."""
        if self.places and not set(field.data or ()) & set(self.places):
            raise ValidationError("Anh/chị chọn ít nhất một địa điểm.")

    def validate_available(self, field: Field) -> None:
        """Half-days of a week."""
        if not field.data or not sessions_chosen.known(field.data):
            raise ValidationError("Anh/chị chọn ít nhất một buổi.")

    def validate_ends(self, field: Field) -> None:
        """Not before the start."""
        first, last = read_day(self.starts.data), read_day(field.data)
        if first and last and last < first:
            raise ValidationError("Ngày cuối phải từ ngày đầu trở đi.")


def form_for(member: Member, places: Collection[str]) -> MemberForm:
    """The form as it stands for a member."""
    able = SUPPORTER in member.competent
    traits = {
        "experienced": member.experienced,
        "phone": member.capable_phone,
        "propaganda": PROPAGANDA in member.competent,
    }
    return MemberForm(
        name=member.name,
        organisation=member.organisation.id,
        account=str(member.person_id or ""),
        skill="able" if able else "learning" if SUPPORTER in member.learning else "no",
        traits=[name for name, value in traits.items() if value],
        percent=str(member.percent),
        venues=list(places if member.venues is None else member.venues),
        available=sessions_chosen.codes(member.available),
        per_day=str(member.per_day or ""),
        per_week=str(member.per_week or ""),
        per_period=str(member.per_period or ""),
        starts=written(member.starts),
        ends=written(member.ends),
    )


def read(
    form: MemberForm, member_id: str, unit_id: int, home: Organisation, active: bool
) -> Member:  # a column like the others
    """The member a valid form speaks of."""
    traits, skill = form.traits.data or [], form.skill.data
    places, hours = set(form.venues.data or ()), sessions_chosen.read(form.available.data)
    propaganda = {PROPAGANDA} if "propaganda" in traits else set()
    return Member(
        id=member_id,
        unit_id=unit_id,
        organisation=home,
        person_id=_number(form.account.data),
        name=form.name.data or "",
        competent=frozenset(propaganda | ({SUPPORTER} if skill == "able" else set())),
        learning=frozenset({SUPPORTER} if skill == "learning" else ()),
        capable_phone="phone" in traits,
        experienced="experienced" in traits,
        percent=int(form.percent.data or 100),
        venues=None if set(form.places) <= places else frozenset(places & set(form.places)),
        available=None if len(hours) == len(sessions_chosen.HALF_DAYS) else hours,
        per_day=_number(form.per_day.data),
        per_week=_number(form.per_week.data),
        per_period=_number(form.per_period.data),
        starts=read_day(form.starts.data),
        ends=read_day(form.ends.data),
        active=active,
    )


def _number(text: str | None) -> int | None:
    return int(text) if text else None
