"""How a visit stands when it ends: the furthest it has brought the citizen."""

from sandbox.citizens import EidState
from sandbox.mock_vneid.values import Device, Vneid, at_start
from sandbox.state import World

# With VNeID, from the least to the most; who has come further has also done what comes before.
LADDER = (
    "handed_over",
    "referred",
    "registered",
    "activated",
    "access_restored",
    "papers_integrated",
    "online",
)


CLASS_OVER = "class_over"
"""Said of a visit that its class cut short: nobody's doing, and no measure of anybody."""


def outcome(world: World) -> str:
    """What the visit achieved.

    With an account form: account_created, left_open or account_exists. Else
    child_registered, or the highest of LADDER. Else declined, citizen_left, received or not_done.
    """
    return _of_account(world) or _of_vneid(world) or _of_neither(world)


def reaches(wanted: str, achieved: str) -> bool:
    """Whether a visit with that outcome did what was wanted, or more of the same kind."""
    if wanted in LADDER and achieved in LADDER:
        return LADDER.index(achieved) >= LADDER.index(wanted)
    return wanted == achieved


def _of_account(world: World) -> str:
    forms = world.portal.forms
    if world.portal.accounts:
        return "account_created"
    if any(form.is_open and not form.found for form in forms):
        return "left_open"
    return "account_exists" if any(form.found for form in forms) else ""


def _of_vneid(world: World) -> str:
    if world.vneid.child_until:
        return "child_registered"
    before = at_start(world.seed, world.citizen, world.setup.vneid)
    reached = {
        "online": world.public.on_account_page,
        "papers_integrated": len(world.vneid.papers) > len(before.papers),
        "access_restored": _access_restored(world.vneid, before),
        "activated": _activated(world.vneid, before),
        "registered": any(result.level is EidState.LEVEL1 for result in world.vneid.results),
        "referred": bool(world.arrival.referred_to),
        "handed_over": bool(world.arrival.supporter),
    }
    return next((step for step in reversed(LADDER) if reached[step]), "")


def _access_restored(now: Vneid, before: Vneid) -> bool:
    """Back in an account that was out of reach: on this phone, or with a new secret."""
    had_account = before.level in (EidState.LEVEL1, EidState.LEVEL2_ACTIVE)
    renewed = (now.password, now.passcode) != (before.password, before.passcode)
    return had_account and now.device is Device.HANDSET and (renewed or now.device != before.device)


def _activated(now: Vneid, before: Vneid) -> bool:
    return now.level is EidState.LEVEL2_ACTIVE and before.level is not EidState.LEVEL2_ACTIVE


def _of_neither(world: World) -> str:
    if world.arrival.choice == "declined":
        return "declined"
    if world.desk.left:
        return "citizen_left"
    return "received" if world.arrival.received else "not_done"
