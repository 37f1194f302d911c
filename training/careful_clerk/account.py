"""The actions of the account creation, by the step of the procedure they get done (plan S4)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from sandbox import people
from sandbox.desk import CloseVisit, Say, Scan
from sandbox.events import Answered, CodeRead
from sandbox.mock_dvc import Cancel, Create, Download, LookUp, OpenForm, SendCode, SignIn
from sandbox.portal.form_reading import Attachment, Typed
from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides, SpecimenTruth
from sandbox.state import Form
from training.careful_clerk.action import Action, ActionFor, Seat, saying

GOOD_SCAN = ScanOrder(Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_GREY, "citizen")
PATIENCE_S = 40  # how long a message is waited for before a new code is sent
A_MOMENT_S = 5  # and the portal, before a button is pressed again
_PHONE = re.compile(r"0400\d{6}")
_EMAIL = re.compile(r"\S+@congdan\.test")
_CODE = re.compile(r"\b\d{6}\b")


def sign_in(seat: Seat) -> Action:
    """With the card that lies on the desk."""
    return Action(SignIn(*people.officer_sign_in(seat.world.seed)))


def look_up(seat: Seat) -> Action:
    """The number as it stands on the citizen's card."""
    return Action(LookUp(_form(seat).number, seat.world.citizen.id_number))


def attach(seat: Seat) -> Action:
    """Ask for the e-mail that the form has room for, scan both sides, take the file along."""
    if not seat.has_said("ask_email"):
        return Action(Say("ask_email"))
    return download(seat) if seat.world.desk.scans else Action(Scan(GOOD_SCAN))


def download(seat: Seat) -> Action:
    """All that is known by now, with the scanned file."""
    return Action(Download(_form(seat).number, _typed(seat), _file(seat)))


def send_code(seat: Seat) -> Action:
    """The paper is confirmed: a code to the number that stands on it."""
    return Action(SendCode(_form(seat).number, _typed(seat)))


def resend(seat: Seat) -> Action:
    """Not at once: messages take their time."""
    return replace(send_code(seat), wait_s=PATIENCE_S)


def ask_code(seat: Seat) -> Action:
    """With several messages on the phone it must be the newest."""
    several = len(_form(seat).codes) > 1
    return Action(Say("ask_newest_code" if several else "ask_code"))


def create(seat: Seat) -> Action:
    """The code as the citizen read it."""
    return Action(Create(_form(seat).number, _typed(seat), otp=_heard_code(seat)))


def press_again(seat: Seat) -> Action:
    """After a moment, the same button on the same form."""
    return replace(create(seat), wait_s=A_MOMENT_S)


def cancel(seat: Seat) -> Action:
    """Nothing is left hanging."""
    return Action(Cancel(_form(seat).number))


def close(seat: Seat) -> Action:
    """A word of goodbye to whoever is still there."""
    silent = not seat.world.desk.left and not seat.has_said("goodbye")
    return Action(Say("goodbye") if silent else CloseVisit())


def _form(seat: Seat) -> Form:
    return seat.world.portal.forms[-1]


def _typed(seat: Seat) -> Typed:
    """What stands on the card and what the citizen said."""
    citizen = seat.world.citizen
    return Typed(
        id_number=citizen.id_number,
        full_name=citizen.full_name,
        birth_date=f"{citizen.birth_date:%d/%m/%Y}",
        phone=_phone(seat),
        email=_last_heard(seat, _EMAIL),
        unit=seat.world.era.officer_unit,
    )


def _phone(seat: Seat) -> str:
    """As named last; the right one once the citizen has found a slip in it."""
    desk = seat.world.desk
    corrected = desk.checked is not None and not desk.check_passed
    own = people.own_phone(seat.world.citizen)
    settled = desk.checked.phone if desk.checked and desk.check_passed else ""
    return own if corrected else settled or _last_heard(seat, _PHONE)


def _last_heard(seat: Seat, what: re.Pattern[str]) -> str:
    answers = (fact.words for fact in seat.facts if isinstance(fact, Answered))
    found = (what.findall(words) for words in answers)
    return next((str(each[-1]) for each in found if each), "")


def _file(seat: Seat) -> Attachment:
    order, number = GOOD_SCAN, seat.world.desk.scans
    truth = SpecimenTruth(seat.world_id, number, order.holder, order.sides, order.fmt, order.size)
    return Attachment(f"CCCD-{number}.{order.fmt}", truth)


def _heard_code(seat: Seat) -> str:
    read = next((fact.sms for fact in seat.facts if isinstance(fact, CodeRead)), 0)
    bodies = (sms.body for sms in seat.world.network.sms if sms.number == read)
    return next((code for body in bodies for code in _CODE.findall(body)), "")


ACTIONS: Mapping[str, ActionFor] = {
    "greet": saying("greet"),
    "speak_slowly": saying("speak_slowly"),
    "sign_in": sign_in,
    "open_form": lambda _seat: Action(OpenForm()),
    "look_up": look_up,
    "tell_exists": saying("tell_exists"),
    "ask_phone": saying("ask_phone"),
    "ask_phone_owner": saying("ask_phone_owner"),
    "attach": attach,
    "download": download,
    "invite_check": saying("check_form"),
    "correct": download,
    "check_form": saying("check_form"),
    "send_code": send_code,
    "ask_sms": saying("ask_sms"),
    "tell_wait": saying("tell_wait"),
    "resend": resend,
    "ask_code": ask_code,
    "press_again": press_again,
    "create": create,
    "tell_created": saying("tell_created"),
    "decline_password": saying("decline_password"),
    "cancel": cancel,
    "close": close,
}
