"""The portal's text messages to the citizen's phone (S4-19, S4-25)."""

import re
from datetime import datetime

from sandbox import people, sms
from sandbox.details import Details
from sandbox.log import Fact
from sandbox.state import Code, World

_SENDING = re.compile(r"Gui lan (\d+)")


def code_message(world: World, code: Code, now: datetime) -> tuple[Fact, ...]:
    """The one-time code, on its way to the phone it was made for."""
    minutes = world.era.code_seconds // 60
    body = (
        f"[DIEN TAP] Ma OTP tao tai khoan: {code.digits}. "
        f"Gui lan {code.number}, luc {people.local_time(now)}. Hieu luc {minutes} phut."
    )
    return sms.send(world, code.phone, "otp", body, now)


def sending(body: str) -> str:
    """Which sending of a form's codes that message brings, from "1"; "" where it does not say."""
    found = _SENDING.search(body)
    return found.group(1) if found else ""


def password_message(
    world: World, details: Details, password: str, now: datetime
) -> tuple[Fact, ...]:
    """The new account's password, on its way to the citizen and to nobody else."""
    body = (
        f"[DIEN TAP] Tai khoan {details.id_number} da duoc tao. "
        f"Mat khau: {password}. Hay doi mat khau va khong dua cho bat ky ai."
    )
    return sms.send(world, details.phone, "password", body, now)
