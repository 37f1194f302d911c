"""Ways through a visit that the plans leave free; each was once held against somebody."""

from dataclasses import replace

from sandbox.clock import Advance
from sandbox.faults import OrderFault
from sandbox.mock_dvc import LookUp, OpenForm, SendCode
from sandbox.mock_vneid.commands import Enrol
from tests.core.training.mistakes.slips import (
    Act,
    after,
    all_of,
    before,
    does,
    instead,
    says,
    slips_of,
)
from tests.core.training.robot import GOOD_SCAN, Clerk
from tests.core.training.robot_vneid import VneidClerk

TWO, ELDERLY = "tk-06-so-cua-nguoi-nha", "tk-11-nguoi-cao-tuoi"
FAILS, OLD_CARD = "tk-13-he-thong-bao-loi", "vn-03-the-cu"
NO_MESSAGE = "tk-03-tin-nhan-khong-toi"
NEW_PHONE, UNSURE = "vn-13-doi-may", "vn-20-tuong-la-chua"


def trouble(channel: str, action: str, times: int = 1, seconds: int = 0, what: str = "") -> Act:
    """From now on chance puts that in the way."""
    return does(OrderFault(channel, action, times=times, seconds=seconds, what=what))


def sends(clerk: Clerk) -> None:
    clerk.do(SendCode(clerk.form.number, clerk.typed))


def asks_again_after_each_try(clerk: Clerk) -> None:
    for wrong in ("999991", "999992"):
        clerk.do(clerk.creation(wrong))
        clerk.say("ask_code")


def sits_out_the_outage(clerk: VneidClerk) -> None:
    """Three tries, told each time; the code is gone by then, and a new one is asked for."""
    for _ in range(3):
        clerk.say("invite_code")
        clerk.say("tell_outage")
        clerk.wait(75)
    clerk.say("invite_code")
    clerk.say("invite_resend")


def waits_for_the_message(clerk: VneidClerk) -> None:
    """It comes when its code is no good any more."""
    clerk.say("tell_wait")
    clerk.wait(190)
    clerk.say("invite_code")
    clerk.say("invite_resend")


def waits_for_three_messages(clerk: Clerk) -> None:
    clerk.say("ask_sms")
    clerk.say("tell_wait")
    for _ in range(3):
        clerk.wait(75)
        clerk.say("ask_sms")
        clerk.send_code()


def posts_the_relatives_card(clerk: Clerk) -> None:
    """Seen, and put right, before anything is printed."""
    card = clerk.scan(replace(GOOD_SCAN, holder="relative"))
    clerk.do(LookUp(clerk.form.number, clerk.typed.id_number, clerk.typed, card))
    Clerk.attach(clerk)


def starts_over(clerk: Clerk) -> str:
    """HỦY after the portal's error, and all of it once more."""
    clerk.do(clerk.creation("000001"))
    clerk.cancel(clerk.form.number)
    clerk.do(OpenForm())
    clerk.look_up_again()
    for step in (Clerk.attach, Clerk.download, Clerk.check, Clerk.send_code):
        step(clerk)
    return Clerk.hear_code(clerk)


def serves_who_comes_back(clerk: VneidClerk) -> None:
    """Enrolled, and back two weeks later with the card: activated as well."""
    clerk.do(Enrol())
    clerk.do(Advance(15 * 86400))
    clerk.now = clerk.world.last_at
    clerk.activate()
    clerk.guide("guide_sign_in")


account, vneid = slips_of(Clerk), slips_of(VneidClerk)
DOWN = trouble("vneid", "maintenance", times=3, what="enter_code")
FREE = (
    account("PutsTheRelativesCardRight", "", instead("attach", posts_the_relatives_card), TWO),
    account("SaysItOnceMore", "", before("welcome", says("greet")), ELDERLY),
    account("StartsOverAfterTheError", "", instead("hear_code", starts_over), FAILS),
    vneid("ServesWhoComesBack", "", after("refer", serves_who_comes_back), OLD_CARD),
    vneid("ReadsTheLevelOffTheScreen", "", instead("ask_vneid", says("check_app"))),
    vneid("ReadsItOffWithoutAsking", "", instead("ask_vneid", says("check_app")), UNSURE),
    account(
        "HasTheSamePaperConfirmedTwice",
        "",
        after("send_code", Clerk.download, Clerk.check, sends),
    ),
    account("HearsTheCodeTwice", "", before("create", asks_again_after_each_try)),
    account(
        "PromisesANewCodeOnce",
        "",
        instead("wait_for_message", waits_for_three_messages),
        NO_MESSAGE,
        welcome=all_of(trouble("sms", "lost", 2, what="otp"), Clerk.welcome),
    ),
    vneid("SitsOutAnOutage", "", before("enter_code", DOWN, sits_out_the_outage)),
    vneid(
        "SitsOutAnOutageOnANewPhone", "", before("enter_code", DOWN, sits_out_the_outage), NEW_PHONE
    ),
    vneid(
        "WaitsForAMessageThatIsTooLate",
        "",
        before("activate", trouble("sms", "late", seconds=190, what="vneid_otp")),
        enter_code=all_of(waits_for_the_message, VneidClerk.enter_code),
    ),
)
