"""How long a result takes (Decree 59/2022 article 17; B3), and the message that brings it."""

from datetime import datetime, timedelta

from sandbox import people, sms
from sandbox.log import Fact
from sandbox.state import World
from sandbox.vietnamese import fold


def after_working_days(now: datetime, days: int) -> datetime:
    """The same time of day, that many working days later; holidays are not known here."""
    day = now
    while days:
        day += timedelta(days=1)
        days -= people.local_day(day).weekday() < 5
    return day


def send_result(world: World, level: int, ready_at: datetime) -> tuple[Fact, ...]:
    """The message that arrives with the result, worded like the real one but without its link."""
    name = fold(world.era.vneid.levels[level - 1])
    after = " Moi mo ung dung VNeID de kich hoat." if level == 2 else ""
    body = f"[DIEN TAP] Ho so dang ky tai khoan dinh danh dien tu {name} da duoc phe duyet.{after}"
    return sms.send(world, people.registered_phone(world.citizen), "vneid_notice", body, ready_at)
