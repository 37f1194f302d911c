"""Whether the tests would notice a refusal that changes something after all."""

import pytest
from flask import Flask, abort
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from tests.app.browsing import Browser
from web.shell.access import public
from web.shell.database import db

OWN_APP = True


@pytest.mark.parametrize("undone", [False, True])
def test_a_refusal_that_writes_is_noticed_unless_it_is_undone(app: Flask, undone: bool) -> None:
    @public
    def refuse_too_late() -> ResponseReturnValue:
        db.connection.execute(text("UPDATE unit SET name = 'Khác'"))
        if undone:
            db.session.rollback()
        abort(422)

    app.add_url_rule("/muon", view_func=refuse_too_late, methods=["POST"])
    client = app.test_client()
    assert isinstance(client, Browser)
    client.get("/dang-nhap")
    if undone:
        assert client.send("/muon").status_code == 422
    else:
        with pytest.raises(AssertionError, match="POST /muon was refused"):
            client.send("/muon")
