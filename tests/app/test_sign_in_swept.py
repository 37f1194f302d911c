"""What signing in leaves behind is swept by those who sign in later."""

from datetime import datetime, timedelta

from sqlalchemy import select

from tests.app.browsing import Browser, sign_in
from tests.app.effects import FixedEffects
from web.shell.database import transaction
from web.shell.runtime import Runtime
from web.shell.session_models import AttemptRow, SessionRow


def _sessions(runtime: Runtime) -> list[datetime]:
    with transaction(runtime.engine) as connection:
        return list(connection.execute(select(SessionRow.expires_at)).scalars())


def _attempts(runtime: Runtime) -> int:
    with transaction(runtime.engine) as connection:
        return len(connection.execute(select(AttemptRow.source)).all())


def test_sessions_go_a_week_after_their_end_when_somebody_signs_in(
    client: Browser, runtime: Runtime, effects: FixedEffects
) -> None:
    sign_in(client, "canbo1")
    effects.advance(hours=11, minutes=59)
    sign_in(client, "canbo2")
    assert len(_sessions(runtime)) == 2
    effects.advance(days=7, minutes=1)
    sign_in(client, "giangvien")
    left = _sessions(runtime)
    assert len(left) == 2
    assert min(left) > effects.now() - timedelta(days=7)
    assert client.get("/").status_code == 200


def test_counted_attempts_go_once_their_time_is_over(
    client: Browser, runtime: Runtime, effects: FixedEffects
) -> None:
    for name in ("khongcoai", "cung-khong"):
        client.get("/dang-nhap")
        client.send("/dang-nhap", {"username": name, "password": "khong-phai-day"})
    assert _attempts(runtime) == 5  # each name here and anywhere, and the network they came from
    effects.advance(days=1)
    sign_in(client, "canbo1")
    assert _attempts(runtime) == 1  # the network, counted anew
