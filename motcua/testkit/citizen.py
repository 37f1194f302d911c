"""The citizen at the desk, without a browser: on the telephone, VNeID and the public portal.

Whatever is left out is the citizen's own truth, so ``citizen.request_activation()`` is what this
citizen would do. ``hand="clerk"`` in any of them is the clerk who reaches across the desk.
"""

from pydantic import PrivateAttr

from motcua.testkit.models import Citizen, Event
from motcua.testkit.steps import Steps
from motcua.testkit.vneid_models import Secrets, Vneid

Happened = list[Event]
CITIZEN = "citizen"
NO_CODE = "000000"


class AtTheDesk(Citizen):
    """Who they are, and what they do. A step the world refuses raises StepRefusedError."""

    _steps: Steps = PrivateAttr()

    @classmethod
    def of(cls, citizen: Citizen, steps: Steps) -> "AtTheDesk":
        """That citizen, able to act."""
        acting = cls.model_validate(citizen.model_dump())
        acting._steps = steps
        return acting

    @property
    def vneid(self) -> Vneid:
        """How VNeID stands now."""
        return self._steps.vneid()

    @property
    def secrets(self) -> Secrets:
        """What they have in mind."""
        return self.vneid.secrets

    @property
    def registered_phone(self) -> str:
        """The number VNeID writes to."""
        return self.phone or self.relatives_phone

    @property
    def born(self) -> str:
        """The birth date as it is typed."""
        return f"{self.birth_date:%d/%m/%Y}" if self.birth_date else ""

    def take(self, step: str, *, hand: str = CITIZEN, **fields: object) -> Happened:
        """Any step by its name, every field given."""
        return self._steps.take("citizen", step, hand=hand, **fields)

    def begin_registration(
        self, number: str | None = None, phone: str | None = None, *, hand: str = CITIZEN
    ) -> Happened:
        """Level 1: number and one's own phone."""
        typed = self._number_and_phone(number, phone)
        return self.take("begin_registration", hand=hand, **typed)

    def read_chip(self, *, hand: str = CITIZEN) -> Happened:
        """Hold the card to the telephone."""
        return self.take("read_chip", hand=hand)

    def read_qr(self, *, hand: str = CITIZEN) -> Happened:
        """Take a picture of the card's QR code."""
        return self.take("read_qr", hand=hand)

    def take_face(self, *, hand: str = CITIZEN) -> Happened:
        """Look into the camera."""
        return self.take("take_face", hand=hand)

    def submit_registration(self, *, hand: str = CITIZEN) -> Happened:
        """Send the registration."""
        return self.take("submit_registration", hand=hand)

    def enrol(self, *, hand: str = CITIZEN) -> Happened:
        """Be enrolled for level 2 at the police, after a referral."""
        return self.take("enrol", hand=hand)

    def request_activation(
        self,
        number: str | None = None,
        phone: str | None = None,
        device: str = "handset",
        *,
        hand: str = CITIZEN,
    ) -> Happened:
        """[Gửi yêu cầu], on ``device`` handset or computer."""
        typed = self._number_and_phone(number, phone)
        return self.take("request_activation", device=device, hand=hand, **typed)

    def resend_code(self, *, hand: str = CITIZEN) -> Happened:
        """Ask for a new code."""
        return self.take("resend_code", hand=hand)

    def enter_code(self, code: str | None = None, *, hand: str = CITIZEN) -> Happened:
        """Type a code: the newest, whether or not its message has arrived."""
        if code is None:
            newest = self.vneid.code
            code = newest.digits if newest else NO_CODE
        return self.take("enter_code", code=code, hand=hand)

    def set_password(
        self, password: str | None = None, again: str | None = None, *, hand: str = CITIZEN
    ) -> Happened:
        """Choose a VNeID password."""
        password = self.secrets.new_password if password is None else password
        return self.take("set_password", password=password, again=_or(again, password), hand=hand)

    def set_passcode(
        self, passcode: str | None = None, again: str | None = None, *, hand: str = CITIZEN
    ) -> Happened:
        """Choose the six digits."""
        passcode = self.secrets.new_passcode if passcode is None else passcode
        return self.take("set_passcode", passcode=passcode, again=_or(again, passcode), hand=hand)

    def set_questions(
        self, first: str = "first_school", second: str = "favourite_dish", *, hand: str = CITIZEN
    ) -> Happened:
        """Choose and answer two security questions."""
        answers = {"first_answer": "Trường Mẫu", "second_answer": "Canh chua"}
        return self.take("set_questions", first=first, second=second, hand=hand, **answers)

    def vneid_sign_in(
        self, number: str | None = None, password: str | None = None, *, hand: str = CITIZEN
    ) -> Happened:
        """Sign in to the app on the telephone in hand."""
        return self._with_password("vneid_sign_in", number, password, hand)

    def vneid_sign_out(self, *, hand: str = CITIZEN) -> Happened:
        """Hủy liên kết."""
        return self.take("vneid_sign_out", hand=hand)

    def call_hotline(self, *, hand: str = CITIZEN) -> Happened:
        """Have the account locked on a lost telephone."""
        return self.take("call_hotline", hand=hand)

    def forget_password(
        self,
        number: str | None = None,
        phone: str | None = None,
        full_name: str | None = None,
        birth_date: str | None = None,
        *,
        hand: str = CITIZEN,
    ) -> Happened:
        """[Quên mật khẩu], and who one is."""
        typed = self._number_and_phone(number, phone)
        name, born = _or(full_name, self.full_name), _or(birth_date, self.born)
        return self.take("forget_password", full_name=name, birth_date=born, hand=hand, **typed)

    def forget_passcode(self, *, hand: str = CITIZEN) -> Happened:
        """[Quên passcode]."""
        return self.take("forget_passcode", hand=hand)

    def integrate_paper(
        self,
        paper: str = "health_insurance",
        number: str | None = None,
        passcode: str | None = None,
        *,
        hand: str = CITIZEN,
    ) -> Happened:
        """Ask for a paper to be integrated."""
        numbers = {each.paper: each.number for each in self.vneid.papers}
        number, passcode = _or(number, numbers.get(paper)), self._passcode(passcode)
        return self.take(
            "integrate_paper", paper=paper, number=number, passcode=passcode, hand=hand
        )

    def register_child(
        self, number: str | None = None, passcode: str | None = None, *, hand: str = CITIZEN
    ) -> Happened:
        """Register the child who has come along."""
        number, passcode = _or(number, self.secrets.child_number), self._passcode(passcode)
        return self.take("register_child", number=number, passcode=passcode, hand=hand)

    def scan_qr(self, *, hand: str = CITIZEN) -> Happened:
        """Scan the public portal's QR code with VNeID."""
        return self.take("scan_qr", hand=hand)

    def give_number(
        self, number: str | None = None, password: str | None = None, *, hand: str = CITIZEN
    ) -> Happened:
        """Type number and VNeID password on the public portal."""
        return self._with_password("give_number", number, password, hand)

    def share_consent(self, *, ticked: bool = True, hand: str = CITIZEN) -> Happened:
        """[Xác nhận chia sẻ]."""
        return self.take("share_consent", ticked=ticked, hand=hand)

    def confirm_passcode(self, passcode: str | None = None, *, hand: str = CITIZEN) -> Happened:
        """Type the passcode for the portal."""
        return self.take("confirm_passcode", passcode=self._passcode(passcode), hand=hand)

    def account_sign_in(
        self, number: str | None = None, password: str | None = None, *, hand: str = CITIZEN
    ) -> Happened:
        """Sign in to the public portal with the portal's own account."""
        number, password = (
            _or(number, self.id_number),
            _or(password, self.secrets.portal_password),
        )
        return self.take("account_sign_in", number=number, password=password, hand=hand)

    def change_password(
        self, password: str | None = None, again: str | None = None, *, hand: str = CITIZEN
    ) -> Happened:
        """Choose a password of one's own for the portal."""
        password = self.secrets.new_portal_password if password is None else password
        return self.take(
            "change_password", password=password, again=_or(again, password), hand=hand
        )

    def public_sign_out(self, *, hand: str = CITIZEN) -> Happened:
        """Leave the public portal."""
        return self.take("public_sign_out", hand=hand)

    def _number_and_phone(self, number: str | None, phone: str | None) -> dict[str, str]:
        number, phone = _or(number, self.personal_id), _or(phone, self.registered_phone)
        return {"number": number, "phone": phone}

    def _with_password(
        self, step: str, number: str | None, password: str | None, hand: str
    ) -> Happened:
        number, password = (
            _or(number, self.personal_id),
            _or(password, self.secrets.password),
        )
        return self.take(step, number=number, password=password, hand=hand)

    def _passcode(self, passcode: str | None) -> str:
        return _or(passcode, self.secrets.passcode)


def _or(value: str | None, default: str | None) -> str:
    """What is given, "" included; else the truth, as far as anybody knows it."""
    return (default or "") if value is None else value
