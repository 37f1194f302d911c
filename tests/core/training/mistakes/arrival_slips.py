"""More ways to go wrong when somebody arrives, a line each."""

from sandbox.arrival import ChooseBranch, HandOver, NoteArrival, Refer, SendNumber
from tests.core.training.mistakes.slips import (
    Act,
    after,
    before,
    does,
    instead,
    says,
    slips_of,
    takes,
    without,
)
from tests.core.training.robot_vneid import VneidClerk

PORTAL = "vn-02-vao-cong-bang-vneid"
OLD_CARD = "vn-03-the-cu"
LEVEL_1 = "vn-04-chua-thu-nhan"
OLD_CARD_2025 = "vn-05-the-cu-nam-2025"
SIMPLE_PHONE = "vn-06-dien-thoai-nut-bam"
DECLINES = "vn-16-hom-nay-chua-muon"
FIFTEEN = "vn-17-muoi-lam-tuoi"
THINKS_NOT = "vn-20-tuong-la-chua"
CROWDED = "vn-23-ban-ho-tro"


def hands_over(clerk: VneidClerk) -> None:
    clerk.do(HandOver(clerk.world.era.vneid.supporters[0].code))
    clerk.say("introduce_supporter")


def notes(result: str) -> Act:
    return does(NoteArrival(result))


def in_branch(branch: str) -> Act:
    return does(ChooseBranch(branch))


NOTED = "vn.noted_wrongly"
slip = slips_of(VneidClerk)
SLIPS = (
    slip("NotesAnOldCardAsLevel1", NOTED, instead("note", notes("level1")), OLD_CARD),
    slip("NotesLevel1AsNothing", NOTED, instead("note", notes("no_account")), LEVEL_1),
    slip("NotesAnActiveOneAsWaiting", NOTED, instead("note", notes("level2_not_active")), PORTAL),
    slip("CorrectsANoteThatWasRight", NOTED, after("note", notes("level1"))),
    slip(
        "NotesRightlyByLuck", "step.check_app", instead("ask_vneid", says("ask_vneid")), THINKS_NOT
    ),
    slip("NeverAsksAboutAnOldCard", "vn.not_asked", without("ask_vneid"), OLD_CARD),
    slip("NotesNothingOfOneWhoDeclines", "vn.not_noted", without("note"), DECLINES),
    slip("NeverOffersTheReferredHelp", "vn.help_not_offered", without("offer"), LEVEL_1),
    slip("ChoosesNoBranch", "vn.branch_not_chosen", without("sort")),
    slip("ChoosesNoBranchForAnOldCard", "vn.branch_not_chosen", without("sort"), OLD_CARD),
    slip("ChoosesNoBranchWhenCrowded", "vn.branch_not_chosen", without("sort"), CROWDED),
    slip("TakesWaitingForActive", "vn.wrong_branch", instead("sort", in_branch("b4"))),
    slip("TakesActiveForWaiting", "vn.wrong_branch", instead("sort", in_branch("b3")), PORTAL),
    slip(
        "ThinksBetterOfTheRightBranch", "vn.wrong_branch", after("sort", in_branch("b1")), LEVEL_1
    ),
    slip("KeepsThePlaceOfTheCardToItself", "vn.not_referred", without("refer"), OLD_CARD),
    slip("KeepsThePlaceFromAFifteenYearOld", "vn.not_referred", without("refer"), FIFTEEN),
    slip("RefersLevel1InSilence", "vn.referral_untold", without("tell_referral"), LEVEL_1),
    slip("RefersIn2025InSilence", "vn.referral_untold", without("tell_referral"), OLD_CARD_2025),
    slip(
        "SendsLevel1ToTheDistrictIn2025",
        "vn.wrong_office",
        instead("right_office", lambda _: "district_police"),
        LEVEL_1,
        era="2025",
    ),
    slip(
        "SendsAFifteenYearOldToTheDistrict",
        "vn.wrong_office",
        instead("right_office", lambda _: "district_police"),
        FIFTEEN,
        era="2025",
    ),
    slip(
        "RefersASecondTimeWrongly",
        "vn.wrong_office",
        before("tell_referral", does(Refer("commune_police"))),
        OLD_CARD,
    ),
    slip(
        "SendsTheNumberOfOneActivated",
        "vn.insurance_needless",
        after("sort", does(SendNumber())),
        PORTAL,
    ),
    slip("SendsTheNumberInBranchThree", "vn.insurance_needless", after("sort", does(SendNumber()))),
    slip(
        "SendsAwayAfterActivating",
        "vn.referred_needlessly",
        after("help", does(Refer("commune_police"))),
    ),
    slip(
        "SpeaksOfThePoliceForNothing",
        "vn.referred_needlessly",
        after("sort", says("tell_referral")),
        line="desk.said:tell_referral",
    ),
    slip("SendsToNobody", "vn.introduced_nobody", after("sort", says("introduce_supporter"))),
    slip(
        "ArrangesAReturnForNothing",
        "tk.return_arranged_needlessly",
        after("receive", says("arrange_return")),
    ),
    slip(
        "DoesItForWhoDeclined",
        "vn.pressed",
        after("respect", takes("guide_activation")),
        DECLINES,
        line="vneid.activation_asked",
    ),
    slip(
        "PassesOnWhoDeclined",
        "vn.pressed",
        after("respect", does(HandOver("youth_union"))),
        DECLINES,
        line="arrival.handed_over",
    ),
    slip(
        "HandsOverInSilence",
        "vn.supporter_not_introduced",
        instead("hand_over", does(HandOver("youth_union"))),
        CROWDED,
    ),
    slip(
        "OffersThreeTimes",
        "vn.pressed",
        before("respect", says("offer_help"), says("offer_help")),
        DECLINES,
        line="desk.said:offer_help#2",
    ),
    slip(
        "UrgesToThePortal",
        "vn.pressed",
        before("receive", says("guide_portal_qr")),
        DECLINES,
        line="desk.said:guide_portal_qr",
    ),
    slip("ForgetsTheDossierOfAnOldCard", "vn.not_received", without("receive"), OLD_CARD),
    slip("ForgetsTheDossierWhenCrowded", "vn.not_received", without("receive"), CROWDED),
    slip(
        "LetsOneWithoutASmartphoneWait",
        "vn.priority_ignored",
        instead(
            "welcome",
            lambda clerk: [clerk.say(each) for each in ("greet", "speak_slowly", "greet")],
        ),
        SIMPLE_PHONE,
    ),
    slip("NeverGreetsAtTheCheck", "tk.no_greeting", without("welcome")),
    slip(
        "InsistsOnVneidAndReceives",
        "tk.required_vneid",
        after("check_arrival", says("require_vneid")),
    ),
)
