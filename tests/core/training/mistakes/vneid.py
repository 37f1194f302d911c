"""Clerks who lead the citizen down the wrong way in VNeID or on the portal."""

from tests.core.training.careful import FirstSignIn
from tests.core.training.robot_vneid import VneidClerk

NO_SMARTPHONE = "vn-06-dien-thoai-nut-bam"
PORTAL = "vn-02-vao-cong-bang-vneid"


class NeverAsksWhosePhoneItIs(VneidClerk):
    scenario = "vn-07-dang-ky-so-dien-thoai"
    finding = "vn.relative_phone_tried"

    def register(self) -> None:
        self.failed("guide_register")
        super().register()


class LetsTheCitizenGuess(VneidClerk):
    scenario = "vn-08-nhap-ma-nham"
    finding = "vn.code_guessed"

    def enter_code(self) -> None:
        while self.failed("invite_code"):
            pass


class WaitsTooLongWithTheCode(VneidClerk):
    finding = "vn.code_expired"

    def enter_code(self) -> None:
        self.wait(181)
        self.failed("invite_code")
        self.guide("invite_resend")
        self.guide("invite_code")


class GuidesAppOnASimplePhone(VneidClerk):
    scenario = NO_SMARTPHONE
    finding = "vn.handset_tried"

    def activate(self) -> None:
        self.failed("guide_activation")
        super().activate()


class ActivatesWhatIsActive(VneidClerk):
    scenario = "vn-20-tuong-la-chua"
    finding = "vn.activated_twice"

    def serve_active(self) -> None:
        self.failed("guide_activation")
        super().serve_active()


class ActivatesBeforeItIsIssued(VneidClerk):
    scenario = "vn-04-chua-thu-nhan"
    finding = "vn.level2_not_there"

    def refer(self) -> None:
        self.failed("guide_activation")
        super().refer()


class SignsInBeforeActivation(VneidClerk):
    finding = "vn.level2_not_there"

    def activate(self) -> None:
        self.failed("guide_sign_in")
        super().activate()


class RegistersAnAccountThatIsThere(VneidClerk):
    scenario = "vn-04-chua-thu-nhan"
    finding = "vn.registered_again"

    def refer(self) -> None:
        self.failed("guide_register")
        super().refer()


class ScansACardWithoutAChip(VneidClerk):
    scenario = "vn-03-the-cu"
    finding = "vn.no_chip_tried"

    def refer(self) -> None:
        self.guide("guide_register")
        self.failed("invite_chip")
        super().refer()


class LetsThePasscodeBeTried(VneidClerk):
    scenario = "vn-10-khong-nho-mat-ma"
    finding = "vn.secret_guessed"

    def renew_passcode(self) -> None:
        self.failed("invite_passcode")
        super().renew_passcode()


class LetsThePasswordBeTried(VneidClerk):
    scenario = "vn-11-khong-nho-mat-khau"
    finding = "vn.secret_guessed"

    def renew_password(self) -> None:
        self.failed("guide_sign_in")
        self.failed("guide_sign_in")
        super().renew_password()


class LeavesTheLostPhoneOpen(VneidClerk):
    scenario = "vn-12-mat-dien-thoai"
    finding = "vn.lost_phone_not_locked"

    def come_back(self) -> None:
        self.guide("guide_sign_in")
        self.read_card()
        self.enter_code()


class SignsInBeforeItIsLocked(VneidClerk):
    scenario = "vn-12-mat-dien-thoai"
    finding = "vn.lost_phone_locked_late"

    def come_back(self) -> None:
        self.guide("guide_sign_in")
        self.lock()
        self.guide("guide_sign_in")
        self.read_card()
        self.enter_code()


class LocksAPhoneThatIsAtHand(VneidClerk):
    scenario = "vn-13-doi-may"
    finding = "vn.hotline_needless"

    def come_back(self) -> None:
        self.lock()
        super().come_back()


class AsksForAPaperTwice(VneidClerk):
    scenario = "vn-15-giay-to-trong-vi"
    finding = "vn.paper_twice"

    def integrate(self) -> None:
        super().integrate()
        self.failed("guide_papers")


class ForgetsThePapers(VneidClerk):
    finding = "vn.papers_forgotten"

    def integrate(self) -> None:
        pass


class WaitsForTheCodeInSilence(VneidClerk):
    scenario = "vn-24-song-yeu"
    finding = "vn.wait_untold"

    def await_code(self) -> None:
        self.wait(40)


class SaysNothingOfTheOutage(VneidClerk):
    scenario = "vn-19-bao-tri"
    finding = "vn.outage_untold"

    def bear_outage(self) -> None:
        self.wait(30)


class EndsWithTheAccountMade(FirstSignIn):
    finding = "vn.first_sign_in_skipped"

    def first_sign_in(self) -> None:
        pass


class LeavesThePasswordOfTheMessage(FirstSignIn):
    finding = "vn.password_not_changed"

    def change_password(self) -> None:
        pass
