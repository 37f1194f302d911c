"""What the page of scenarios sends."""

from collections.abc import Collection

from wtforms import Form, StringField
from wtforms.validators import AnyOf, ValidationError

from web.practice.runs.runs import Mode


class DeclarationForm(Form):
    """What an officer says of VNeID on their own phone; the button fills it in."""

    installed = StringField(
        validators=[AnyOf(["co", "chua"], "Anh/chị bấm một trong hai nút để khai lại.")]
    )


class StartForm(Form):
    """Which scenario, and how; the buttons fill both in."""

    scenario = StringField()
    mode = StringField(validators=[AnyOf(list(Mode), "Anh/chị chọn lại cách luyện rồi bắt đầu.")])
    offered: Collection[str] = ()

    def validate_scenario(self, field: StringField) -> None:
        """A scenario on offer; one of yesterday's page may be gone."""
        if field.data not in self.offered:
            raise ValidationError(
                "Tình huống này không còn. Anh/chị chọn một tình huống trong danh sách."
            )
