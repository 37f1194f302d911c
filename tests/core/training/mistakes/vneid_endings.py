"""Clerks who stop in the middle, or before they have begun."""

from tests.core.training.robot_vneid import VneidClerk


class LeavesBranchThreeAlone(VneidClerk):
    finding = "vn.gave_up"

    def activate_and_more(self) -> None:
        pass


class LeavesBranchFourAlone(VneidClerk):
    scenario = "vn-02-vao-cong-bang-vneid"
    finding = "vn.gave_up"

    def serve_active(self) -> None:
        pass


class StopsAtTheOutage(VneidClerk):
    scenario = "vn-19-bao-tri"
    finding = "vn.gave_up_in_trouble"

    def activate_and_more(self) -> None:
        self.say("guide_activation")
        self.say("tell_outage")


class StopsAtTheCardReader(VneidClerk):
    scenario = "vn-14-quet-the-khong-duoc"
    finding = "vn.gave_up_in_trouble"

    def register(self) -> None:
        self.ask_whose_phone()
        self.guide("guide_register")
        self.failed("invite_chip")


class StopsBeforeTheLastScreen(VneidClerk):
    finding = "vn.left_half_done"

    def activate_and_more(self) -> None:
        self.guide("guide_activation")
        self.enter_code()
        self.set_password()


class StopsAtTheConsent(VneidClerk):
    scenario = "vn-02-vao-cong-bang-vneid"
    finding = "vn.left_half_done"

    def serve_active(self) -> None:
        self.guide("guide_portal_qr")


class TurnsAwayForWantOfVneid(VneidClerk):
    finding = "tk.required_vneid"

    def serve(self) -> None:
        self.welcome()
        self.ask_vneid()
        self.say("require_vneid")
        self.leave()


class TalksFastToTheHardOfHearing(VneidClerk):
    scenario = "vn-06-dien-thoai-nut-bam"
    finding = "tk.not_spoken_slowly"

    def welcome(self) -> None:
        self.say("greet")
        self.say("ask_vneid")
        super().welcome()
