"""A careful clerk for visits about VNeID: asks, guides, and keeps off the citizen's telephone."""

from sandbox.arrival import ChooseBranch, HandOver, NoteArrival, Receive, Refer, SendNumber
from sandbox.citizens import EidState
from sandbox.guiding import account_status
from sandbox.mock_vneid.values import Device
from sandbox.people import PAPERS
from sandbox.triage import Branch
from tests.core.training.guiding_clerk import GuidingClerk
from training import truth


class VneidClerk(GuidingClerk):
    """Serves one visit about VNeID without a mistake; mistaken clerks override a step or two."""

    scenario = "vn-01-kich-hoat-tai-quay"

    def serve(self) -> None:
        self.welcome()
        self.check_arrival()
        self.offer()
        if self.world.arrival.choice == "declined":
            self.respect()
        elif self.asked_for("hand_over"):
            self.sort()
            self.hand_over()
        else:
            self.sort()
            self.help()
        self.receive()
        self.leave()

    def help(self) -> None:
        """What the citizen's branch asks for."""
        {
            Branch.B1: self.refer,
            Branch.B2: self.register_and_refer,
            Branch.B3: self.activate_and_more,
            Branch.B4: self.serve_active,
        }[self.branch]()

    # --- the check at arrival ----------------------------------------------------------

    def welcome(self) -> None:
        super().welcome()
        if truth.has_priority(self.world):
            self.say("give_priority")

    def check_arrival(self) -> None:
        self.ask_vneid()
        self.note()

    def ask_vneid(self) -> None:
        self.say("ask_vneid")
        if self.asked_for("check_app"):
            self.say("check_app")

    def note(self) -> None:
        self.do(NoteArrival(account_status(self.world, self.now)))

    def offer(self) -> None:
        self.say("offer_help")

    def respect(self) -> None:
        self.say("respect_choice")

    def sort(self) -> None:
        self.do(ChooseBranch(self.branch))

    def hand_over(self) -> None:
        self.do(HandOver(self.world.era.vneid.supporters[0].code))
        self.say("introduce_supporter")

    def receive(self) -> None:
        self.do(Receive())

    # --- branches 1 and 2 ------------------------------------------------------------------

    def refer(self) -> None:
        self.do(Refer(self.right_office()))
        self.tell_referral()
        if truth.number_wanted(self.world, self.now):
            self.send_number()

    def right_office(self) -> str:
        return truth.right_offices(self.world, self.now)[-1]

    def tell_referral(self) -> None:
        self.say("tell_referral")

    def send_number(self) -> None:
        self.do(SendNumber())

    def register_and_refer(self) -> None:
        if self.eid.level is EidState.NONE:
            self.register()
        self.refer()

    def register(self) -> None:
        self.ask_whose_phone()
        self.guide("guide_register")
        self.read_card()
        self.guide("invite_face")
        self.guide("invite_send")

    def ask_whose_phone(self) -> None:
        self.say("ask_phone_owner")

    def read_card(self) -> None:
        if self.failed("invite_chip") and self.failed("invite_chip"):
            self.guide("invite_qr")

    # --- branch 3 ----------------------------------------------------------------------------

    def activate_and_more(self) -> None:
        self.activate()
        if self.world.citizen.has_smartphone:
            self.guide("guide_sign_in")
            self.integrate()

    def activate(self) -> None:
        smart = self.world.citizen.has_smartphone
        self.guide("guide_activation" if smart else "guide_activation_computer")
        self.enter_code()
        self.set_password()
        self.guide("invite_passcode")
        self.guide("invite_questions")

    def enter_code(self) -> None:
        while self.failed("invite_code"):
            if self.eid.code and self.eid.code.misses == 2:
                self.guide("invite_resend")

    def set_password(self) -> None:
        self.guide("invite_password")

    def integrate(self) -> None:
        self.guide("guide_papers")

    # --- branch 4 ----------------------------------------------------------------------------

    def serve_active(self) -> None:
        if self.asked_for("register_child"):
            self.guide("guide_child")
        elif self.asked_for("integrate_paper"):
            self.tidy_wallet()
        elif self.eid.device is Device.HANDSET:
            self.open_portal()
        else:
            self.come_back()

    def tidy_wallet(self) -> None:
        self.say("ask_papers")
        for _ in PAPERS.keys() - set(self.eid.papers):
            self.integrate()
        self.say("tell_paper_there")

    def open_portal(self) -> None:
        if self.eid.passcode_misses:
            self.renew_passcode()
        self.enter_portal()
        if self.failed("invite_passcode"):
            self.renew_passcode()
            self.enter_portal()
            self.guide("invite_passcode")

    def enter_portal(self) -> None:
        self.guide("guide_portal_qr")
        self.guide("invite_consent")

    def renew_passcode(self) -> None:
        self.guide("guide_forgot_passcode")
        self.enter_code()
        self.guide("invite_passcode")

    def come_back(self) -> None:
        """Into the account again, on the phone in hand."""
        if self.world.setup.vneid.forgets == "password":
            self.renew_password()
        if self.eid.device is Device.LOST:
            self.lock()
        self.guide("guide_sign_in")
        if self.eid.hotline:
            self.read_card()
        if self.eid.task:
            self.enter_code()

    def renew_password(self) -> None:
        self.guide("guide_forgot_password")
        self.enter_code()
        self.set_password()

    def lock(self) -> None:
        self.guide("guide_hotline")
