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
from training.careful_clerk.action import Action, ActionFor, Detour, Seat, saying

GOOD_SCAN = ScanOrder(Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_GREY, "citizen")
PATIENCE_S = 40  # how long a message is waited for before a new code is sent
A_MOMENT_S = 5  # and the portal, before a button is pressed again

_EMAIL_FIRST = Detour(
    "Hỏi thư điện tử",
    "Biểu mẫu có ô Email, không bắt buộc. Anh/chị hỏi công dân có dùng thư điện tử không.",
)
_NEW_CODE = Detour(
    "Mời công dân đọc mã mới",
    "Mã mới đang đến điện thoại công dân, mã cũ không còn giá trị. "
    "Anh/chị mời công dân đọc lại mã trong tin nhắn mới nhất.",
)
_EXPIRED = Detour(
    "Gửi mã mới",
    "Mã vừa rồi đã hết hiệu lực. Anh/chị gửi mã mới rồi mời công dân đọc lại.",
)
_LOCKED = Detour(
    "Gửi mã mới",
    "Mã vừa rồi đã bị khóa vì nhập sai nhiều lần. "
    "Anh/chị gửi mã mới rồi mời công dân đọc chậm lại.",
)
_NEW_PAPER = Detour(
    "Tải lại giấy đề nghị",
    "Giấy đề nghị đang có không còn đúng. Anh/chị sửa trên biểu mẫu rồi tải giấy mới.",
)
_NEW_FORM = Detour(
    "Mở lại biểu mẫu",
    "Biểu mẫu trước đã hủy. Anh/chị bấm “THÊM MỚI” để mở biểu mẫu khác.",
)
_LOOK_UP_AGAIN = Detour(
    "Tra cứu trên biểu mẫu mới",
    "Biểu mẫu này chưa tra cứu. Anh/chị nhập số trên thẻ của công dân rồi tra cứu.",
)

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
        return Action(Say("ask_email"), detour=_EMAIL_FIRST)
    if not seat.world.desk.scans:
        return Action(Scan(GOOD_SCAN))
    return replace(download(seat), serves="fill_in")  # the file goes along with what is typed


def download(seat: Seat) -> Action:
    """All that is known by now, with the scanned file."""
    return Action(Download(_form(seat).number, _typed(seat), _file(seat)))


def check_form(seat: Seat) -> Action:
    """The paper into the citizen's hand; not one in which they have found a slip already."""
    desk, form = seat.world.desk, _form(seat)
    if desk.checked and desk.checked == form.downloaded and not desk.check_passed:
        return replace(download(seat), detour=_NEW_PAPER)
    return Action(Say("check_form"))


def send_code(seat: Seat) -> Action:
    """The paper is confirmed: a code to the number that stands on it."""
    form = _form(seat)
    if form.downloaded != form.details:
        return replace(download(seat), detour=_NEW_PAPER)
    return Action(SendCode(form.number, _typed(seat)))


def resend(seat: Seat) -> Action:
    """Not at once: messages take their time."""
    return replace(send_code(seat), wait_s=PATIENCE_S)


def ask_code(seat: Seat) -> Action:
    """With several messages on the phone it must be the newest."""
    several = len(_form(seat).codes) > 1
    return Action(Say("ask_newest_code"), detour=_NEW_CODE) if several else Action(Say("ask_code"))


def create(seat: Seat) -> Action:
    """The code as the citizen read it, unless a newer one was sent, or it is too old or locked."""
    codes = _form(seat).codes
    if codes and _form(seat).misses >= seat.world.era.code_attempts:
        return replace(send_code(seat), detour=_LOCKED)
    if codes and seat.now > codes[-1].expires_at:
        return replace(send_code(seat), detour=_EXPIRED)
    if codes and _heard_code(seat) != codes[-1].digits:
        return ask_code(seat)
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


def on_form(action: ActionFor) -> ActionFor:
    """The action on an open form: one that was given up is begun anew first."""

    def act(seat: Seat) -> Action:
        form = _form(seat)
        if form.cancelled:
            return Action(OpenForm(), detour=_NEW_FORM)
        if form.number > 1 and not form.looked_up:
            return replace(look_up(seat), detour=_LOOK_UP_AGAIN)
        return action(seat)

    return act


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
    return Attachment(people.scan_name(seat.world, order.holder, number, order.fmt), truth)


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
    "attach": on_form(attach),
    "fill_in": on_form(download),
    "download": on_form(download),
    "invite_check": saying("check_form"),
    "correct": on_form(download),
    "check_form": on_form(check_form),
    "send_code": on_form(send_code),
    "ask_sms": saying("ask_sms"),
    "tell_wait": saying("tell_wait"),
    "resend": on_form(resend),
    "ask_code": ask_code,
    "press_again": on_form(press_again),
    "create": on_form(create),
    "tell_created": saying("tell_created"),
    "decline_password": saying("decline_password"),
    "cancel": cancel,
    "close": close,
}
