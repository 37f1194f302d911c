"""What the scripted citizen does with telephone and portal when guided: phrase by phrase.

Each move looks at the world and gives the command, or None where the screen in front has no
place for it. The same moves in the clerk's hand are "doing it for them" (S1-05).
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from sandbox import people, sms
from sandbox.log import Actor
from sandbox.mock_vneid import commands as vneid
from sandbox.mock_vneid.codes import OLD_SCREEN
from sandbox.mock_vneid.values import Device, Wanted
from sandbox.own_hands import ByHand
from sandbox.own_secrets import fits, passcode, password, portal_password
from sandbox.public_portal import commands as public
from sandbox.state import World

Move = Callable[[World, datetime, Actor], ByHand | None]

OWN_PORTAL_PASSWORD = 2  # the edition a citizen chooses for the portal
_CODE = re.compile(r"\b[0-9]{6}\b")
_PASSWORD = re.compile(r"Mat khau: (\S+)\. ")


def _always(make: Callable[..., ByHand]) -> Move:
    return lambda _world, _now, hand: make(hand=hand)


def _with_number(make: Callable[..., ByHand]) -> Move:
    """A command that takes the personal number and the password in mind."""

    def move(world: World, _now: datetime, hand: Actor) -> ByHand:
        return make(world.citizen.personal_id, remembered_password(world), hand=hand)

    return move


def _activation(device: Device) -> Move:
    def move(world: World, _now: datetime, hand: Actor) -> ByHand:
        phone = people.registered_phone(world.citizen)
        return vneid.RequestActivation(world.citizen.personal_id, phone, device, hand=hand)

    return move


def _register(world: World, _now: datetime, hand: Actor) -> ByHand:
    """With the number named first, which may be a relative's until somebody asks whose it is."""
    citizen = world.citizen
    numbers = (people.others_phone(citizen), people.own_phone(citizen))
    order = numbers[::-1] if "ask_phone_owner" in world.desk.phrases_said else numbers
    phone = next(filter(None, order))
    return vneid.BeginRegistration(citizen.personal_id, phone, hand=hand)


def _enter_code(world: World, now: datetime, hand: Actor) -> ByHand | None:
    code = _code_at_hand(world, now)
    if not code:
        return None
    mistyped = world.vneid.slips < world.setup.vneid.mistypes
    typed = code[:-1] + str((int(code[-1]) + 1) % 10) if mistyped else code
    return vneid.EnterCode(typed, hand=hand)


def _code_at_hand(world: World, now: datetime) -> str:
    """What the newest message says, or the old phone's screen where that phone is at hand."""
    sent = world.vneid.code
    if sent and sent.to == OLD_SCREEN:
        return sent.digits if world.vneid.device is Device.OLD else ""
    arrived = sms.inbox(world, people.registered_phone(world.citizen), now)
    codes = [message for message in arrived if message.what == "vneid_otp"]
    newest = max(codes, key=lambda message: message.number, default=None)
    found = _CODE.search(newest.body) if newest else None
    return found.group() if found else ""


def _set_password(world: World, _now: datetime, hand: Actor) -> ByHand:
    chosen = new_password(world)
    return vneid.SetPassword(chosen, chosen, hand=hand)


def _passcode(world: World, _now: datetime, hand: Actor) -> ByHand | None:
    """Chosen where the screen asks for a new one, else typed as remembered."""
    screen = world.vneid.task.wanted if world.vneid.task else None
    if screen is Wanted.PASSCODE:
        chosen = new_passcode(world)
        return vneid.SetPasscode(chosen, chosen, hand=hand)
    if screen is Wanted.CONFIRM:
        return public.ConfirmPasscode(remembered_passcode(world), hand=hand)
    return None


def _questions(_world: World, _now: datetime, hand: Actor) -> ByHand:
    return vneid.SetQuestions(
        "first_school", "Trường Mẫu", "favourite_dish", "Canh chua", hand=hand
    )


def _forgot_password(world: World, _now: datetime, hand: Actor) -> ByHand:
    citizen = world.citizen
    return vneid.ForgetPassword(
        citizen.personal_id,
        people.registered_phone(citizen),
        citizen.full_name,
        f"{citizen.birth_date:%d/%m/%Y}",
        hand=hand,
    )


def _paper(world: World, _now: datetime, hand: Actor) -> ByHand:
    """The next paper that is not in the wallet yet; the first again when all are."""
    missing = [paper for paper in people.PAPERS if paper not in world.vneid.papers]
    paper = next(iter(missing or people.PAPERS))
    number = people.paper_number(world.citizen, paper)
    return vneid.IntegratePaper(paper, number, remembered_passcode(world), hand=hand)


def _child(world: World, _now: datetime, hand: Actor) -> ByHand | None:
    if not world.setup.vneid.with_child:
        return None
    number = people.child(world).personal_id
    return vneid.RegisterChild(number, remembered_passcode(world), hand=hand)


def _consent(_world: World, _now: datetime, hand: Actor) -> ByHand:
    return public.ShareConsent(ticked=True, hand=hand)


def _account(world: World, now: datetime, hand: Actor) -> ByHand | None:
    known = account_password(world, now)
    return public.SignInWithAccount(world.citizen.id_number, known, hand=hand) if known else None


def account_password(world: World, now: datetime) -> str:
    """The citizen's own where they have chosen one, else the one from the message."""
    if world.public.password:
        return password(world.seed, OWN_PORTAL_PASSWORD)
    arrived = sms.inbox(world, people.own_phone(world.citizen), now)
    sent = [message.body for message in arrived if message.what == "password"]
    found = _PASSWORD.search(sent[-1]) if sent else None
    before = portal_password(world.seed) if world.citizen.has_account else ""
    return found.group(1) if found else before


def _change_password(world: World, _now: datetime, hand: Actor) -> ByHand:
    chosen = password(world.seed, OWN_PORTAL_PASSWORD)
    return public.ChangePassword(chosen, chosen, hand=hand)


def remembered_password(world: World) -> str:
    """The VNeID password the citizen believes to be right; a forgotten one is not."""
    return _remembered(world, "password", password, world.vneid.password)


def remembered_passcode(world: World) -> str:
    """The passcode the citizen believes to be right; a forgotten one is not."""
    return _remembered(world, "passcode", passcode, world.vneid.passcode)


def _remembered(world: World, what: str, draw: Callable[[int, int], str], sealed: str) -> str:
    """The edition that fits, unless it is the very one that was forgotten."""
    forgotten = world.setup.vneid.forgets == what
    old = fits(sealed, world.seed, what, draw(world.seed, 0))
    return draw(world.seed, 1 if forgotten or not old else 0)


def new_password(world: World) -> str:
    """The VNeID password the citizen would choose next."""
    return password(world.seed, _new_edition(world, "password", world.vneid.password))


def new_passcode(world: World) -> str:
    """The passcode the citizen would choose next."""
    return passcode(world.seed, _new_edition(world, "passcode", world.vneid.passcode))


def _new_edition(world: World, what: str, sealed: str) -> int:
    return 1 if sealed or world.setup.vneid.forgets == what else 0


MOVES: Mapping[str, Move] = {
    "guide_register": _register,
    "invite_chip": _always(vneid.ReadChip),
    "invite_qr": _always(vneid.ReadQr),
    "invite_face": _always(vneid.TakeFace),
    "invite_send": _always(vneid.SubmitRegistration),
    "guide_activation": _activation(Device.HANDSET),
    "guide_activation_computer": _activation(Device.COMPUTER),
    "invite_code": _enter_code,
    "invite_resend": _always(vneid.ResendCode),
    "invite_password": _set_password,
    "invite_passcode": _passcode,
    "invite_questions": _questions,
    "guide_sign_in": _with_number(vneid.SignIn),
    "guide_hotline": _always(vneid.CallHotline),
    "guide_forgot_password": _forgot_password,
    "guide_forgot_passcode": _always(vneid.ForgetPasscode),
    "guide_papers": _paper,
    "guide_child": _child,
    "guide_portal_qr": _always(public.ScanQr),
    "guide_portal_number": _with_number(public.GiveNumber),
    "invite_consent": _consent,
    "guide_account_sign_in": _account,
    "guide_change_password": _change_password,
}
