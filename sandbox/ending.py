"""How a visit stands when it ends: the furthest it has brought the citizen.

What was reached stays reached: who signs out, gives the telephone back or closes a page undoes
nothing.
"""

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


ACHIEVED = frozenset(LADDER) | {
    "account_created",
    "left_open",
    "account_exists",
    "child_registered",
    "declined",
    "citizen_left",
    "received",
    "put_off",
    "not_done",
}
CLASS_OVER = "class_over"
"""Said of a visit that its class cut short: nobody's doing, and no measure of anybody."""


def outcome(world: World) -> str:
    """What the visit achieved.

    With an account form: account_created, left_open or account_exists. Else
    child_registered, or the highest of LADDER. Else declined, citizen_left, received, put_off (to a
    day that was named) or not_done.
    """
    return _of_account(world) or _of_vneid(world) or _of_neither(world)


def reaches(wanted: str, achieved: str) -> bool:
    """Whether a visit with that outcome did what was wanted, or more of the same kind."""
    if wanted in LADDER and achieved in LADDER:
        return LADDER.index(achieved) >= LADDER.index(wanted)
    return wanted == achieved


def fulfils(wanted: str, world: World) -> bool:
    """Whether the visit did what was wanted, whatever else came of it.

    Somebody who declines, or leaves, may still have used their own telephone on the way; and
    whoever says yes after all, or stays, may be helped to the end.
    """
    achieved, choice = outcome(world), world.arrival.choice
    besides = {
        "declined": choice == "declined" or (choice == "accepted" and achieved in LADDER),
        "citizen_left": achieved == "account_created"
        or (world.desk.left and not _of_account(world)),
    }
    return reaches(wanted, achieved) or besides.get(wanted, False)


def _of_account(world: World) -> str:
    if world.portal.accounts:
        return "account_created"
    if any(form.is_pending for form in world.portal.forms):
        return "left_open"
    return "account_exists" if world.portal.own_found else ""


def _of_vneid(world: World) -> str:
    if world.vneid.child_until:
        return "child_registered"
    before = at_start(world.seed, world.citizen, world.setup.vneid)
    reached = {
        "online": world.public.came_in,
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
    moved = now.linked_here and before.device is not Device.HANDSET
    usable = now.linked_here or before.device is Device.HANDSET
    return had_account and (moved or (renewed and usable))


def _activated(now: Vneid, before: Vneid) -> bool:
    return now.level is EidState.LEVEL2_ACTIVE and before.level is not EidState.LEVEL2_ACTIVE


def _of_neither(world: World) -> str:
    if world.arrival.choice == "declined":
        return "declined"
    if world.desk.left:
        return "citizen_left"
    if world.arrival.received:
        return "received"
    return "put_off" if "arrange_return" in world.desk.phrases_said else "not_done"
