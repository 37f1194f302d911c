"""More ways to go wrong at a visit about VNeID, a line each."""

from sandbox.mock_vneid.commands import EnterCode
from tests.core.training.mistakes.slips import (
    Act,
    after,
    before,
    ends,
    instead,
    says,
    slips_of,
    without,
)
from tests.core.training.mistakes.vneid_played import Played
from tests.core.training.robot_vneid import VneidClerk

PORTAL = "vn-02-vao-cong-bang-vneid"
LEVEL_1 = "vn-04-chua-thu-nhan"
SIMPLE_PHONE = "vn-06-dien-thoai-nut-bam"
REGISTERS = "vn-07-dang-ky-so-dien-thoai"
LOCKED = "vn-09-mat-ma-bi-khoa"
LOST = "vn-12-mat-dien-thoai"
NEW_PHONE = "vn-13-doi-may"
NFC = "vn-14-quet-the-khong-duoc"
WALLET = "vn-15-giay-to-trong-vi"
FIFTEEN = "vn-17-muoi-lam-tuoi"
OUTAGE = "vn-19-bao-tri"
PARENT = "vn-22-dang-ky-cho-con"
CROWDED = "vn-23-ban-ho-tro"
NOT_TODAY, WEAK_SIGNAL = "vn-16-hom-nay-chua-muon", "vn-24-song-yeu"
NO_OUTAGE = "vn.outage_told_wrongly"


def types(code: str) -> Act:
    return lambda clerk: clerk.guide_by_own_way("invite_code", EnterCode(code))


slip = slips_of(VneidClerk)
STOPS = (
    slip(
        "OffersNothingToWhoWouldDecline",
        "vn.help_not_offered",
        without("offer"),
        NOT_TODAY,
        sort=lambda _clerk: None,
        help=lambda _clerk: None,
    ),
    slip("RefersWithoutRegistering", "vn.gave_up", without("register"), REGISTERS),
    slip("RenewsThePasscodeAndStops", "vn.gave_up", ends("enter_portal"), LOCKED),
    slip("LeavesTheParentAlone", "vn.gave_up", without("serve_active"), PARENT),
    slip(
        "ShowsTheParentThePortal",
        "vn.gave_up",
        instead("serve_active", VneidClerk.open_portal),
        PARENT,
    ),
    slip(
        "LocksTheLostPhoneAndStops",
        "vn.gave_up",
        ends("lock", lambda clerk: clerk.guide("guide_hotline")),
        LOST,
    ),
    slip("LeavesTheWalletAlone", "vn.gave_up", without("serve_active"), WALLET),
    slip("ReceivesAndStopsWhenCrowded", "vn.gave_up", without("hand_over"), CROWDED),
    slip(
        "StopsAtTheFace",
        "vn.left_half_done",
        instead(
            "register",
            lambda clerk: (
                clerk.ask_whose_phone(),
                clerk.guide("guide_register"),
                clerk.read_card(),
            ),
        ),
        REGISTERS,
    ),
    slip(
        "StopsAtTheNewPasscode",
        "vn.left_half_done",
        ends("enter_code", lambda clerk: clerk.failed("invite_code")),
        LOCKED,
    ),
    slip("StopsAtTheCode", "vn.left_half_done", ends("enter_code")),
    slip("StopsWithTheOldPhonesCode", "vn.left_half_done", ends("enter_code"), NEW_PHONE),
    slip(
        "StopsWhileTheCodeIsLate",
        "vn.gave_up_in_trouble",
        ends("await_code", says("tell_wait")),
        WEAK_SIGNAL,
    ),
)
ASTRAY = (
    slip(
        "NeverAsksWhosePhoneAFifteenYearOldHas",
        "vn.phone_owner_not_asked",
        without("ask_whose_phone"),
        FIFTEEN,
    ),
    slip(
        "NeverAsksWhosePhoneItIsAtTheCard",
        "vn.phone_owner_not_asked",
        without("ask_whose_phone"),
        NFC,
    ),
    slip(
        "ActivatesOnThePhoneAtThePortal",
        "vn.activated_twice",
        before("serve_active", says("guide_activation")),
        PORTAL,
    ),
    slip(
        "GuidesPapersBeforeActivation",
        "vn.level2_not_there",
        before("activate", says("guide_papers")),
    ),
    slip(
        "GuidesToThePortalBeforeActivation",
        "vn.level2_not_there",
        before("activate", says("guide_portal_qr")),
    ),
    slip(
        "GuidesPapersWithLevel1",
        "vn.level2_not_there",
        before("refer", says("guide_papers")),
        LEVEL_1,
    ),
    slip(
        "RegistersWhoIsActive",
        "vn.registered_again",
        before("serve_active", says("guide_register")),
        PORTAL,
    ),
    slip("RegistersWhoWaits", "vn.registered_again", before("activate", says("guide_register"))),
    slip(
        "GuidesASignInOnASimplePhone",
        "vn.handset_tried",
        before("activate", says("guide_sign_in")),
        SIMPLE_PHONE,
    ),
    slip(
        "TypesAnExpiredCodeForThePasscode",
        "vn.code_expired",
        before(
            "enter_code", lambda clerk: clerk.wait(181), says("invite_code"), says("invite_resend")
        ),
        LOCKED,
    ),
    slips_of(Played)(
        "LetsAPasscodeCodeBeLocked",
        "vn.code_locked",
        before("enter_code", *[types("999999")] * 5, says("invite_resend")),
        LOCKED,
    ),
    slip("ForgetsThePapersAfterTheOutage", "vn.papers_forgotten", without("integrate"), OUTAGE),
    slip(
        "ForgetsSignInAndPapers",
        "vn.papers_forgotten",
        instead("activate_and_more", VneidClerk.activate),
    ),
    slip(
        "NeverLooksIntoTheWallet",
        "step.ask_papers",
        instead("tidy_wallet", lambda clerk: (clerk.integrate(), clerk.say("tell_paper_there"))),
        WALLET,
    ),
    slip(
        "NeverSaysThePapersAreThere",
        "step.tell_paper_there",
        instead("tidy_wallet", lambda clerk: (clerk.say("ask_papers"), clerk.integrate())),
        WALLET,
    ),
    slip("LocksTheNewPhone", "vn.locked_out", after("help", says("guide_hotline")), NEW_PHONE),
    slip(
        "LocksItASecondTime",
        "vn.locked_out",
        after("help", says("guide_hotline")),
        LOST,
        line="vneid.hotline_called#1",
    ),
    slip("SpeaksOfAnOutageThatIsNone", NO_OUTAGE, after("sort", says("tell_outage"))),
    slip("SendsHomeForAnOutage", NO_OUTAGE, instead("help", says("tell_outage"))),
    slip(
        "SaysNothingOfTheWaitAtThePasscode",
        "vn.wait_untold",
        instead("await_code", lambda clerk: clerk.wait(80)),
        WEAK_SIGNAL,
    ),
)
SLIPS = (*STOPS, *ASTRAY)
