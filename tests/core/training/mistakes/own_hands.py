"""Clerks whose hands go where only the citizen's belong."""

from sandbox import people
from sandbox.log import Actor
from sandbox.mock_vneid.commands import EnterCode, RequestActivation, SetPassword
from sandbox.own_hands import ByHand
from sandbox.public_portal.commands import ShareConsent
from tests.core.training.robot_vneid import VneidClerk

HANDED_OVER = "vn-18-lam-giup-toi"


class WithBusyHands(VneidClerk):
    """Base of those who take a step themselves."""

    def by_clerk(self, kind: type[ByHand], *typed: str) -> None:
        self.do(kind(*typed, hand=Actor.CLERK))


class TypesTheCodeThemselves(WithBusyHands):
    finding = "tk.did_it_for_citizen"
    line = "vneid.code_accepted"

    def enter_code(self) -> None:
        assert self.eid.code
        self.by_clerk(EnterCode, self.eid.code.digits)


class TriesACodeThemselves(WithBusyHands):
    """It was wrong, and the citizen typed the right one; the try stays in the log."""

    finding = "tk.did_it_for_citizen"
    line = "step.refused"

    def enter_code(self) -> None:
        self.by_clerk(EnterCode, "999999")
        super().enter_code()


class ChoosesThePassword(WithBusyHands):
    finding = "tk.did_it_for_citizen"
    line = "vneid.password_set"

    def activate(self) -> None:
        self.chosen = "Mau#2468"
        super().activate()

    def set_password(self) -> None:
        self.by_clerk(SetPassword, self.chosen, self.chosen)

    def activate_and_more(self) -> None:
        self.activate()
        self.guide_with_new_password()

    def guide_with_new_password(self) -> None:
        """The citizen does not know it, so the password has to be renewed before anything else."""
        self.renew_password_again()
        self.guide("guide_sign_in")
        self.integrate()

    def renew_password_again(self) -> None:
        self.guide("guide_forgot_password")
        self.enter_code()
        VneidClerk.set_password(self)


class AgreesForTheCitizen(WithBusyHands):
    scenario = "vn-02-vao-cong-bang-vneid"
    finding = "tk.did_it_for_citizen"
    line = "public.consent_given"

    def enter_portal(self) -> None:
        self.guide("guide_portal_qr")
        self.do(ShareConsent(ticked=True, hand=Actor.CLERK))


class DoesEverythingThemselves(VneidClerk):
    finding = "tk.did_it_for_citizen"
    line = "vneid.code_accepted"

    def activate(self) -> None:
        for _ in range(5):
            self.say("do_it_for_you")


class TakesTheOfferedPhoneForEverything(VneidClerk):
    scenario = HANDED_OVER
    finding = "tk.did_it_for_citizen"
    line = "vneid.code_accepted"

    def answer_offer(self) -> None:
        for _ in range(2):
            self.say("do_it_for_you")
        super().answer_offer()

    def activate(self) -> None:
        self.say("guide_activation")
        self.answer_offer()
        self.set_password()
        self.guide("invite_passcode")
        self.guide("invite_questions")


class OpensTheActivation(WithBusyHands):
    """Types the number and presses the button; no secret is touched."""

    finding = "vn.touched_for_citizen"
    line = "vneid.activation_asked"

    def activate(self) -> None:
        number = self.world.citizen.personal_id
        self.by_clerk(RequestActivation, number, people.own_phone(self.world.citizen))
        super().activate()


class OffersToDoIt(VneidClerk):
    finding = "vn.touched_for_citizen"

    def activate(self) -> None:
        self.say("do_it_for_you")
        super().activate()


class TakesTheOfferedPhone(VneidClerk):
    scenario = HANDED_OVER
    finding = "vn.took_offered_phone"

    def answer_offer(self) -> None:
        self.say("do_it_for_you")
        super().answer_offer()


class RepeatsInsteadOfAnswering(VneidClerk):
    scenario = HANDED_OVER
    finding = "vn.offer_not_declined"

    def answer_offer(self) -> None:
        self.say("guide_activation")
        super().answer_offer()


class AsksForThePassword(VneidClerk):
    finding = "vn.asked_secret"

    def set_password(self) -> None:
        super().set_password()
        self.say("ask_password_aloud")


class OffersTheirOwnPhone(VneidClerk):
    scenario = "vn-06-dien-thoai-nut-bam"
    finding = "vn.officers_phone"

    def activate(self) -> None:
        self.say("use_officers_phone")
        super().activate()


class OffersToKeepTheVneidPassword(VneidClerk):
    finding = "tk.kept_password"

    def set_password(self) -> None:
        super().set_password()
        self.say("keep_password")
