"""``motcua reset-password``: for an office in which nobody can sign in any more."""

from argparse import Namespace

import pytest

from tests.app.browsing import PASSWORD, Browser, sign_in, words
from web.office.first_run.commands import reset_password
from web.people.administration import store
from web.shell.database import transaction
from web.shell.runtime import Runtime
from web.start import StartError


def test_the_new_password_is_printed_and_must_be_changed_and_ends_what_was_open(
    client: Browser, runtime: Runtime, capsys: pytest.CaptureFixture[str]
) -> None:
    sign_in(client, "quantri")
    asked = Namespace(username=" QuanTri")
    assert reset_password(asked, runtime.settings, runtime.effects) == 0
    password = capsys.readouterr().out.splitlines()[0].split()[-1]
    assert client.get("/quan-tri").location.startswith("/dang-nhap")
    fields = {"username": "quantri", "password": PASSWORD}
    assert client.send("/dang-nhap", fields).status_code == 422
    assert "Anh/chị đang dùng mật khẩu tạm" in words(sign_in(client, "quantri", password))


def test_somebody_who_is_kept_out_gets_none(runtime: Runtime) -> None:
    with transaction(runtime.engine) as connection:
        account = store.account_named(connection, "canbo1")
        assert account
        store.change_person(connection, account.id, active=False)
    with pytest.raises(StartError, match="tạm ngừng"):
        reset_password(Namespace(username="canbo1"), runtime.settings, runtime.effects)
