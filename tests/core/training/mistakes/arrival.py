"""Clerks who check wrongly at arrival, send people to the wrong place, or do not receive."""

from sandbox.arrival import ChooseBranch, NoteArrival, Refer, SendNumber
from tests.core.training.robot_vneid import VneidClerk

OLD_CARD, OLD_CARD_2025 = "vn-03-the-cu", "vn-05-the-cu-nam-2025"


class NeverAsksAboutVneid(VneidClerk):
    finding = "vn.not_asked"

    def ask_vneid(self) -> None:
        pass


class NotesNothing(VneidClerk):
    finding = "vn.not_noted"

    def note(self) -> None:
        pass


class NotesThatItIsActive(VneidClerk):
    finding = "vn.noted_wrongly"

    def note(self) -> None:
        self.do(NoteArrival("active"))


class BelievesWhatTheCitizenRemembers(VneidClerk):
    scenario = "vn-20-tuong-la-chua"
    finding = "vn.noted_wrongly"

    def note(self) -> None:
        self.do(NoteArrival("level2_not_active"))


class TakesPortalAccountForVneid(VneidClerk):
    scenario = OLD_CARD
    finding = "vn.noted_wrongly"

    def note(self) -> None:
        self.do(NoteArrival("portal_only"))


class ChoosesTheNextBranch(VneidClerk):
    scenario = "vn-04-chua-thu-nhan"
    finding = "vn.wrong_branch"

    def sort(self) -> None:
        self.do(ChooseBranch("b3"))


class TakesAnOldCardForAChipCard(VneidClerk):
    scenario = OLD_CARD
    finding = "vn.wrong_branch"

    def sort(self) -> None:
        self.do(ChooseBranch("b2"))


class SendsToTheDistrictIn2025(VneidClerk):
    scenario = OLD_CARD_2025
    finding = "vn.wrong_office"

    def right_office(self) -> str:
        return "district_police"


class SendsForACardToTheCommuneIn2023(VneidClerk):
    scenario = OLD_CARD
    finding = "vn.wrong_office"

    def right_office(self) -> str:
        return "commune_police"


class SendsAwayWhatCouldBeDoneHere(VneidClerk):
    finding = "vn.referred_needlessly"

    def activate_and_more(self) -> None:
        self.do(Refer("commune_police"))
        self.tell_referral()


class SendsAwayAnActiveAccount(VneidClerk):
    scenario = "vn-02-vao-cong-bang-vneid"
    finding = "vn.referred_needlessly"

    def serve_active(self) -> None:
        self.do(Refer("province_police"))


class KeepsThePlaceToItself(VneidClerk):
    scenario = "vn-04-chua-thu-nhan"
    finding = "vn.not_referred"

    def refer(self) -> None:
        pass


class RegistersAndLeavesItAtThat(VneidClerk):
    scenario = "vn-07-dang-ky-so-dien-thoai"
    finding = "vn.not_referred"

    def refer(self) -> None:
        pass


class WritesDownTheReferralInSilence(VneidClerk):
    scenario = OLD_CARD
    finding = "vn.referral_untold"

    def tell_referral(self) -> None:
        pass


class ForgetsInsurance(VneidClerk):
    scenario = OLD_CARD
    finding = "vn.insurance_forgotten"

    def send_number(self) -> None:
        pass


class SendsTheNumberIn2025(VneidClerk):
    scenario = OLD_CARD_2025
    finding = "vn.insurance_needless"

    def tell_referral(self) -> None:
        super().tell_referral()
        self.do(SendNumber())


class SendsTheNumberInBranchTwo(VneidClerk):
    scenario = "vn-04-chua-thu-nhan"
    finding = "vn.insurance_needless"

    def tell_referral(self) -> None:
        super().tell_referral()
        self.do(SendNumber())


class NeverOffersHelp(VneidClerk):
    finding = "vn.help_not_offered"

    def offer(self) -> None:
        pass


class GuidesSomebodyWhoDeclined(VneidClerk):
    scenario = "vn-16-hom-nay-chua-muon"
    finding = "vn.pressed"
    line = "desk.said:guide_activation"

    def respect(self) -> None:
        self.say("guide_activation")
        super().respect()


class ForgetsTheDossier(VneidClerk):
    finding = "vn.not_received"

    def receive(self) -> None:
        pass


class SendsHomeWhoDeclined(VneidClerk):
    scenario = "vn-16-hom-nay-chua-muon"
    finding = "vn.not_received"

    def receive(self) -> None:
        pass


class LetsTheElderlyWait(VneidClerk):
    scenario = "vn-06-dien-thoai-nut-bam"
    finding = "vn.priority_ignored"

    def say(self, phrase: str) -> str:
        return "" if phrase == "give_priority" else super().say(phrase)
