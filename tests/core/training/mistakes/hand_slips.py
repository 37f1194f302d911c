"""More ways to take from citizens what is theirs to do (S1-05)."""

from tests.core.training.mistakes.slips import (
    after,
    before,
    instead,
    says,
    slips_of,
    takes,
)
from tests.core.training.robot_vneid import VneidClerk

PORTAL = "vn-02-vao-cong-bang-vneid"
REGISTERS = "vn-07-dang-ky-so-dien-thoai"
LOCKED = "vn-09-mat-ma-bi-khoa"
LOST = "vn-12-mat-dien-thoai"
NEW_PHONE = "vn-13-doi-may"
FIFTEEN = "vn-17-muoi-lam-tuoi"
PARENT = "vn-22-dang-ky-cho-con"


slip = slips_of(VneidClerk)
SLIPS = (
    slip(
        "OpensTheRegistration",
        "vn.touched_for_citizen",
        instead("read_card", takes("invite_chip")),
        REGISTERS,
        line="vneid.card_read",
    ),
    slip(
        "TakesTheFace",
        "tk.did_it_for_citizen",
        after("read_card", takes("invite_face")),
        FIFTEEN,
        register=lambda clerk: (
            clerk.ask_whose_phone(),
            clerk.guide("guide_register"),
            clerk.read_card(),
            clerk.guide("invite_send"),
        ),
        line="vneid.face_taken",
    ),
    slip(
        "ScansTheQrThemselves",
        "vn.touched_for_citizen",
        instead(
            "enter_portal",
            lambda clerk: (takes("guide_portal_qr")(clerk), clerk.guide("invite_consent")),
        ),
        PORTAL,
        line="public.sign_in_begun",
    ),
    slip(
        "AgreesAndConfirms",
        "tk.did_it_for_citizen",
        instead(
            "open_portal",
            lambda clerk: (
                clerk.guide("guide_portal_qr"),
                takes("invite_consent")(clerk),
                takes("invite_passcode")(clerk),
            ),
        ),
        PORTAL,
        line="public.consent_given",
    ),
    slip(
        "TypesTheNewPasscode",
        "tk.did_it_for_citizen",
        instead(
            "renew_passcode",
            lambda clerk: (
                clerk.guide("guide_forgot_passcode"),
                clerk.enter_code(),
                takes("invite_passcode")(clerk),
            ),
        ),
        LOCKED,
        line="vneid.passcode_set",
    ),
    slip(
        "SignsInForTheCitizen",
        "tk.did_it_for_citizen",
        instead("come_back", lambda clerk: (takes("guide_sign_in")(clerk), clerk.enter_code())),
        NEW_PHONE,
        line="vneid.device_questioned",
    ),
    slip(
        "RegistersTheChildThemselves",
        "tk.did_it_for_citizen",
        instead("serve_active", takes("guide_child")),
        PARENT,
        line="vneid.child_registered",
    ),
    slip(
        "SendsThePaperThemselves",
        "tk.did_it_for_citizen",
        instead("integrate", takes("guide_papers")),
        line="vneid.paper_requested",
    ),
    slip(
        "AsksForANewCodeThemselves",
        "vn.touched_for_citizen",
        before("enter_code", takes("invite_resend")),
        line="vneid.code_asked_again",
    ),
    slip(
        "CallsTheHotlineThemselves",
        "vn.touched_for_citizen",
        instead("lock", takes("guide_hotline")),
        LOST,
        line="vneid.device_unlinked",
    ),
    slip(
        "AsksForThePasswordAtThePortal",
        "vn.asked_secret",
        before("enter_portal", says("ask_password_aloud")),
        PORTAL,
    ),
    slip(
        "LendsAPhoneToOneWhoHasOne",
        "vn.officers_phone",
        before("activate", says("use_officers_phone")),
    ),
)
