"""Clerks who mislead a person that plays the citizen: the script would not have gone along."""

from sandbox import people
from sandbox.mock_vneid.commands import BeginRegistration, EnterCode, IntegratePaper
from sandbox.own_secrets import passcode
from sandbox.public_portal.commands import SignInWithAccount
from tests.core.training.colleague import opposite
from tests.core.training.robot_vneid import VneidClerk


class Played(VneidClerk):
    """Serves a colleague who plays the citizen."""

    def serve(self) -> None:
        opposite(self)
        super().serve()


class LetsTheCodeBeLocked(Played):
    finding = "vn.code_locked"

    def enter_code(self) -> None:
        self.mistype(self.world.era.vneid.code_attempts)
        self.guide("invite_resend")
        self.guide("invite_code")

    def mistype(self, times: int) -> None:
        for _ in range(times):
            self.guide_by_own_way("invite_code", EnterCode("999999"))


class RegistersTheChildAlone(Played):
    scenario = "vn-22-dang-ky-cho-con"
    finding = "vn.child_alone"

    def serve_active(self) -> None:
        child, phone = people.child(self.world), people.own_phone(self.world.citizen)
        command = BeginRegistration(child.personal_id, phone)
        self.guide_by_own_way("guide_register", command)
        super().serve_active()


class AsksForAPaperAllDay(Played):
    """Three requests with a mistyped number, and then the right one."""

    finding = "vn.paper_twice"

    def integrate(self) -> None:
        code = passcode(self.world.seed)
        for _ in range(4):
            mistyped = IntegratePaper("driving_licence", "THLX999999", code)
            self.guide_by_own_way("guide_papers", mistyped)
        super().integrate()


class UsesThePortalsOwnAccountIn2025(Played):
    scenario = "vn-13-doi-may"
    finding = "vn.account_way_ended"

    def come_back(self) -> None:
        super().come_back()
        command = SignInWithAccount(self.world.citizen.id_number, "Mau#1357")
        self.guide_by_own_way("guide_account_sign_in", command)
