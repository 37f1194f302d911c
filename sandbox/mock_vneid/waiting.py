"""How long a result takes (Decree 59/2022 article 17; B3), and the message that brings it."""

from datetime import datetime, timedelta

from sandbox import people, sms
from sandbox.citizens import EidState
from sandbox.events import SmsSent
from sandbox.log import Fact
from sandbox.state import World
from sandbox.vietnamese import fold

NOTICE = "vneid_notice"


def after_working_days(now: datetime, days: int) -> datetime:
    """The same time of day, that many working days later; holidays are not known here."""
    day = now
    while days:
        day += timedelta(days=1)
        days -= people.local_day(day).weekday() < 5
    return day


def send_result(world: World, level: int, ready_at: datetime) -> tuple[Fact, ...]:
    """The message that arrives with the result."""
    phone = people.registered_phone(world.citizen)
    return sms.send(world, phone, NOTICE, _approval(world, level), ready_at)


def brought_along(world: World) -> tuple[SmsSent, ...]:
    """The approval on the telephone of somebody who comes with level 2 issued; else ().

    It came the day before and was never sent in this world: its number is 0.
    """
    if "vneid" not in world.setup.topics or world.citizen.eid is not EidState.LEVEL2_ISSUED:
        return ()
    phone, yesterday = people.registered_phone(world.citizen), world.started_at - timedelta(days=1)
    return (SmsSent(0, phone, NOTICE, yesterday, "delivered", _approval(world, level=2)),)


def _approval(world: World, level: int) -> str:
    """Worded like the real one but without its link."""
    name = fold(world.era.vneid.levels[level - 1])
    after = " Moi mo ung dung VNeID de kich hoat." if level == 2 else ""
    return f"[DIEN TAP] Ho so dang ky tai khoan dinh danh dien tu {name} da duoc phe duyet.{after}"
