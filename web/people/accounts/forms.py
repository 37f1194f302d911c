"""Forms about one's own account."""

from wtforms import Form, PasswordField, StringField
from wtforms.validators import InputRequired

from web.shell.forms import no_real_data


class SignInForm(Form):
    """Name and password."""

    username = StringField(
        "Tên đăng nhập", [InputRequired("Anh/chị nhập tên đăng nhập."), no_real_data]
    )
    password = PasswordField("Mật khẩu", [InputRequired("Anh/chị nhập mật khẩu.")])


class ChangePasswordForm(Form):
    """The present password and the new one, typed once: it can be shown and pasted."""

    present = PasswordField("Mật khẩu hiện nay", [InputRequired("Anh/chị nhập mật khẩu hiện nay.")])
    wanted = PasswordField("Mật khẩu mới", [InputRequired("Anh/chị nhập mật khẩu mới.")])
