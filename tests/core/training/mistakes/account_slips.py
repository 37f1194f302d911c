"""More ways to go wrong with an account, one line each."""

from dataclasses import replace
from unicodedata import normalize

from sandbox import people
from sandbox.mock_dvc import Download, SendCode
from tests.core.training.mistakes.code import ReadsTheHandsetItself
from tests.core.training.mistakes.form_data import Unchecked
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
from tests.core.training.robot import GOOD_SCAN, Clerk

HAS_ACCOUNT, TWO_PEOPLE = "tk-02-da-co-tai-khoan", "tk-06-so-cua-nguoi-nha"
OLD_CARD, ELDERLY = "tk-10-cmnd-cu", "tk-11-nguoi-cao-tuoi"
NO_CODE = "tk.code_blank"
LATE_SMS, FAILS = "tk-04-tin-nhan-toi-cham", "tk-13-he-thong-bao-loi"


def types(**fields: str) -> Act:
    """Have that stand in the form from now on."""

    def act(clerk: Clerk) -> None:
        clerk.typed = replace(clerk.typed, **fields)

    return act


def typed_number(clerk: Clerk) -> None:
    """The relative's number, looked up like the citizen's own."""
    clerk.typed = replace(clerk.typed, id_number=people.relative(clerk.world).personal_id)
    clerk.look_up_again()


def swapped_number(clerk: Clerk) -> None:
    number = clerk.typed.id_number
    last = str((int(number[-1]) + 1) % 10)
    clerk.typed = replace(clerk.typed, id_number=number[:-1] + last)
    clerk.look_up_again()


def relatives_name(clerk: Clerk) -> None:
    clerk.typed = replace(clerk.typed, full_name=people.relative(clerk.world).full_name)


def one_mark_less(clerk: Clerk) -> None:
    """The first letter that carries a mark loses it."""
    name = clerk.typed.full_name
    place = next(i for i, letter in enumerate(name) if len(normalize("NFD", letter)) > 1)
    bare = name[:place] + normalize("NFD", name[place])[0] + name[place + 1 :]
    clerk.typed = replace(clerk.typed, full_name=bare)


def other_year(clerk: Clerk) -> None:
    day, month, year = clerk.typed.birth_date.split("/")
    clerk.typed = replace(clerk.typed, birth_date=f"{day}/{month}/{int(year) - 1}")


def mail_of_a_stranger(clerk: Clerk) -> None:
    assert clerk.typed.email, "the seed draws a citizen with an e-mail"
    clerk.typed = replace(clerk.typed, email="x" + clerk.typed.email)


def relatives_card(clerk: Clerk) -> None:
    clerk.file = clerk.scan(replace(GOOD_SCAN, holder="relative"))


def other_number_on_the_form(clerk: Clerk) -> None:
    """A number that was not looked up; noticed at once."""
    typed = replace(clerk.typed, id_number="000099900001")
    clerk.do(Download(clerk.form.number, typed, clerk.file))


def forged_unit(clerk: Clerk) -> None:
    clerk.do(Download(clerk.form.number, replace(clerk.typed, unit="H00.99.99"), clerk.file))


def tries(code: str) -> Act:
    return lambda clerk: clerk.do(clerk.creation(code))


def changed_phone(clerk: Clerk) -> None:
    """Another number at the last moment, to which no code was sent."""
    command = clerk.creation("123456")
    clerk.do(replace(command, typed=replace(command.typed, phone="0400000007")))


def sends(clerk: Clerk) -> None:
    clerk.do(SendCode(clerk.form.number, clerk.typed))


def starts_again(clerk: Clerk) -> None:
    """HỦY and THÊM MỚI, with everything typed once more."""
    clerk.cancel(clerk.form.number)
    clerk.open_form()
    clerk.look_up_again()


def cancels(clerk: Clerk) -> None:
    clerk.cancel(clerk.form.number)


class MakesTheAccountTwice(Clerk):
    """Both forms were looked up before either made the account."""

    finding = "tk.went_on_despite_account"

    def create(self, code: str) -> None:
        creation = self.creation(code)
        self.open_form()
        self.look_up_again()
        self.do(creation)
        self.download()
        self.cancel(self.form.number)


class MakesTheAccountUnderAnotherNumber(Unchecked):
    """The citizen has an account; a number that is not theirs gets one all the same."""

    scenario = HAS_ACCOUNT
    finding = "tk.created_despite_account"
    beside = ("tk.wrong_id",)

    def tell_exists(self) -> None:
        super().tell_exists()
        typed_number(self)
        self.make_account()


class NeverAsksForThePhone(Clerk):
    finding = "step.ask_phone"

    def ask_phone(self) -> str:
        self.say("ask_phone_owner")
        return people.own_phone(self.world.citizen)


class HandsThePaperOverAfterTheCode(Clerk):
    finding = "tk.checked_late"

    def have_it_checked(self) -> None:
        pass

    def send_code(self) -> None:
        super().send_code()
        super().have_it_checked()


CENTRE = types(unit="H00.00.00")
slip, unchecked, reader = slips_of(Clerk), slips_of(Unchecked), slips_of(ReadsTheHandsetItself)
SLIPS = (
    unchecked("TypesTheRelativesNumber", "tk.wrong_id", after("look_up", typed_number)),
    unchecked("TypesALastDigitWrong", "tk.wrong_id", after("look_up", swapped_number)),
    unchecked("TypesAnOldNumberWrong", "tk.wrong_id", after("look_up", swapped_number), OLD_CARD),
    unchecked("TypesTheRelativesName", "tk.wrong_name", after("ask", relatives_name), TWO_PEOPLE),
    unchecked("LeavesOneMarkOut", "tk.name_without_marks", after("ask", one_mark_less)),
    unchecked("TypesAnotherYear", "tk.wrong_birth_date", after("ask", other_year)),
    unchecked(
        "TypesAnOldCardsYearWrong", "tk.wrong_birth_date", after("ask", other_year), OLD_CARD
    ),
    unchecked("AddsALetterToTheMail", "tk.wrong_email", after("ask", mail_of_a_stranger)),
    slip("ChoosesTheCentre", "tk.wrong_unit", after("ask", CENTRE)),
    slip("ChoosesTheCentreForTheElderly", "tk.wrong_unit", after("ask", CENTRE), ELDERLY),
    slip("ForgesAUnit", "", before("download", forged_unit), observed="tk.unit_foreign"),
    slip("KeepsTheRelativesCard", "tk.wrong_card", instead("attach", relatives_card), TWO_PEOPLE),
    slip(
        "TypesANumberNotLookedUp",
        "tk.look_up_skipped",
        before("download", other_number_on_the_form),
    ),
    slip(
        "GuessesThreeTimes",
        "tk.code_guessed",
        before("create", tries("999991"), tries("999992"), tries("999993")),
    ),
    slip("PressesTwiceWithoutACode", "", before("create", tries(""), tries("")), observed=NO_CODE),
    slip("SendsThreeCodesInHaste", "tk.resent_in_haste", before("send_code", sends, sends)),
    slip("CreatesForAPhoneWithoutACode", "tk.create_before_code", before("create", changed_phone)),
    reader("ReadsTheHandsetOfAnOldMan", "tk.code_not_read", before("leave"), ELDERLY),
    reader(
        "TakesTheElderlysPhone",
        "tk.did_it_for_citizen",
        before("hear_code", says("take_phone")),
        ELDERLY,
    ),
    slip(
        "TakesThePhoneAndAsksToo", "tk.did_it_for_citizen", before("hear_code", says("take_phone"))
    ),
    slip(
        "StartsAgainAfterTheCheck",
        "",
        after("have_it_checked", starts_again, Clerk.attach, Clerk.download, Clerk.check),
        observed="tk.cancelled_needlessly",
    ),
    slip(
        "StartsAgainAfterTheScan",
        "",
        after("download", starts_again, Clerk.attach, Clerk.download),
        observed="tk.cancelled_needlessly",
    ),
    slip("NeverGreetsWhoHasAnAccount", "tk.no_greeting", without("welcome"), HAS_ACCOUNT),
    slip("KeepsAPasswordUnasked", "tk.kept_password", after("tell_created", says("keep_password"))),
    slip(
        "TellsOfTheAccountAfterTheCode",
        "tk.told_created_early",
        after("send_code", says("tell_created")),
    ),
    slip(
        "TellsOfAnAccountAfterTheScan",
        "tk.told_exists_wrongly",
        after("attach", says("tell_exists")),
    ),
    slip("InsistsOnVneidAndServes", "tk.required_vneid", after("welcome", says("require_vneid"))),
    slip(
        "InsistsOnVneidAtTheEnd",
        "tk.required_vneid",
        before("leave", says("require_vneid")),
        ELDERLY,
    ),
    slip("SendsHomeBeforeTheForm", "tk.gave_up", ends("open_form")),
    slip("SendsHomeAfterTheLookUp", "tk.gave_up", ends("ask", cancels)),
    slip("StopsAfterTheCheck", "tk.gave_up", ends("send_code", cancels)),
    slip(
        "StopsAtThePortalsError",
        "tk.gave_up_in_trouble",
        ends("create", tries("000001"), cancels),
        FAILS,
    ),
    slip(
        "StopsWhileTheMessageIsLate",
        "tk.gave_up_in_trouble",
        ends("wait_for_message", says("ask_sms"), cancels),
        LATE_SMS,
    ),
    slip(
        "AgreesAfterAsking",
        "tk.relative_phone_agreed",
        after("ask", says("use_relatives_phone")),
        TWO_PEOPLE,
    ),
)
