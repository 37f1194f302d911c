"""Two mistakes that have nothing to do with each other: the graver one hides none of the other."""

from sandbox import people
from sandbox.log import Actor
from sandbox.mock_vneid.commands import BeginRegistration
from tests.core.training.mistakes.slips import Act, after, instead, says, slips_of, takes
from tests.core.training.robot import Clerk
from tests.core.training.robot_vneid import VneidClerk

WALLET, UNSURE = "vn-15-giay-to-trong-vi", "vn-20-tuong-la-chua"
REGISTERS, NFC, FIFTEEN = (
    "vn-07-dang-ky-so-dien-thoai",
    "vn-14-quet-the-khong-duoc",
    "vn-17-muoi-lam-tuoi",
)


def never_asks(clerk: Clerk) -> str:
    """The clerk knows the number already, and asks only whose it is."""
    return people.own_phone(clerk.world.citizen) if clerk.say("ask_phone_owner") else ""


def never_looks(clerk: Clerk) -> None:
    clerk.say("ask_vneid")


def agrees(clerk: VneidClerk) -> None:
    clerk.guide("guide_portal_qr")
    takes("invite_consent")(clerk)


def scans(clerk: VneidClerk) -> None:
    takes("guide_portal_qr")(clerk)
    clerk.guide("invite_consent")


def sends_the_paper(*words: str) -> Act:
    """By their own hand, with only these words."""
    return lambda clerk: (*(clerk.say(each) for each in words), takes("guide_papers")(clerk))


def registers(clerk: VneidClerk) -> None:
    """Nobody has asked whose number it is; the clerk types the citizen's own."""
    citizen = clerk.world.citizen
    number = people.own_phone(citizen)
    clerk.do(BeginRegistration(citizen.personal_id, number, hand=Actor.CLERK))
    clerk.read_card()
    clerk.guide("invite_face")
    clerk.guide("invite_send")


account, vneid = slips_of(Clerk), slips_of(VneidClerk)
SECRET, TOUCHED = "tk.did_it_for_citizen", "vn.touched_for_citizen"  # a finding
NO_PHONE = {"beside": ("step.ask_phone",), "ask_phone": never_asks}
NO_LOOK = {"beside": ("step.check_app",), "ask_vneid": never_looks}
NO_OWNER = {"beside": ("vn.phone_owner_not_asked",), "line": "vneid.registration_begun"}
PAPER = {"line": "vneid.paper_requested"}
SLIPS = (
    account("TakesPhoneUnasked", SECRET, after("send_code", says("take_phone")), **NO_PHONE),
    account(
        "InsistsUnasked", "tk.required_vneid", after("welcome", says("require_vneid")), **NO_PHONE
    ),
    vneid(
        "AgreesUnseen",
        SECRET,
        instead("enter_portal", agrees),
        UNSURE,
        line="public.consent_given",
        **NO_LOOK,
    ),
    vneid(
        "ScansUnseen",
        TOUCHED,
        instead("enter_portal", scans),
        UNSURE,
        line="public.sign_in_begun",
        **NO_LOOK,
    ),
    vneid(
        "SendsThePaperInSilence",
        SECRET,
        instead("tidy_wallet", sends_the_paper("ask_papers")),
        WALLET,
        beside=("step.tell_paper_there",),
        **PAPER,
    ),
    vneid(
        "SendsThePaperUnseen",
        SECRET,
        instead("tidy_wallet", sends_the_paper("tell_paper_there")),
        WALLET,
        beside=("step.ask_papers",),
        **PAPER,
    ),
    vneid("RegistersUnasked", TOUCHED, instead("register", registers), REGISTERS, **NO_OWNER),
    vneid("RegistersAtTheCardUnasked", TOUCHED, instead("register", registers), NFC, **NO_OWNER),
    vneid("RegistersAChildUnasked", TOUCHED, instead("register", registers), FIFTEEN, **NO_OWNER),
)
