"""Clerks who take the steps out of order: look-up, request form, confirmation."""

from dataclasses import replace

from sandbox.mock_dvc import LookUp, SendCode
from tests.core.training.robot import Clerk


class SkipsTheLookUp(Clerk):
    finding = "tk.look_up_skipped"

    def look_up(self) -> None:
        pass

    def download(self) -> None:
        self.read_the_card()
        super().download()
        self.do(LookUp(self.form.number, self.typed.id_number))
        super().download()


class GoesOnDespiteAnAccount(Clerk):
    scenario = "tk-02-da-co-tai-khoan"
    finding = "tk.went_on_despite_account"

    def tell_exists(self) -> None:
        self.attach()
        self.download()
        super().tell_exists()


class KeepsTheAccountToItself(Clerk):
    scenario = "tk-02-da-co-tai-khoan"
    finding = "tk.exists_not_told"

    def tell_exists(self) -> None:
        pass


class SpeaksOfAnAccountThatIsNone(Clerk):
    finding = "tk.told_exists_wrongly"

    def ask(self) -> None:
        self.say("tell_exists")
        super().ask()


class NeverAsksForACheck(Clerk):
    finding = "tk.check_skipped"

    def have_it_checked(self) -> None:
        pass


class AsksForACheckOfTheAccount(NeverAsksForACheck):
    """When it is made, and nothing can be changed any more."""

    def tell_created(self) -> None:
        super().tell_created()
        self.check()


class ChangesDetailsAfterTheCheck(Clerk):
    """Puts in the e-mail once the citizen has read the paper, and asks for no second reading."""

    finding = "tk.changed_after_check"

    def have_it_checked(self) -> None:
        complete = self.typed
        assert complete.email, "the seed draws a citizen with an e-mail"
        self.typed = replace(complete, email="")
        self.download()
        super().have_it_checked()
        self.typed = complete
        self.download()


class CorrectsWithoutASecondReading(Clerk):
    scenario = "tk-09-cong-dan-thay-sai"
    finding = "tk.changed_after_check"

    def have_it_checked(self) -> None:
        self.correct(self.check())
        self.download()


class ChangesDetailsAtTheLastMoment(Clerk):
    finding = "tk.changed_after_check"
    line = "account.created"

    def create(self, code: str) -> None:
        assert self.typed.email, "the seed draws a citizen with an e-mail"
        self.typed = replace(self.typed, email="")
        super().create(code)


class IgnoresAWrongNumber(Clerk):
    """The citizen says the ID number is wrong; the code is sent all the same."""

    finding = "tk.ignored_citizen"

    def look_up(self) -> None:
        super().look_up()
        self.typed = replace(self.typed, id_number="000099900001")
        self.do(LookUp(self.form.number, self.typed.id_number))

    def have_it_checked(self) -> None:
        assert self.check() == ("id_number",)


class IgnoresAMisheardPhone(Clerk):
    scenario = "tk-09-cong-dan-thay-sai"
    finding = "tk.ignored_citizen"

    def have_it_checked(self) -> None:
        self.check()
        self.send_code()
        super().have_it_checked()


class SendsTheCodeBeforeThePaper(Clerk):
    finding = "tk.code_before_download"

    def attach(self) -> None:
        super().attach()
        self.do(SendCode(self.form.number, self.typed, self.file))


class OpensASecondForm(Clerk):
    """Presses THÊM MỚI after the portal's error instead of the same button again."""

    scenario = "tk-13-he-thong-bao-loi"
    finding = "tk.second_form"

    def create(self, code: str) -> None:
        failed = self.form.number
        self.do(self.creation(code))
        self.start_again()
        self.do(self.creation(self.hear_code()))
        self.cancel(failed)

    def start_again(self) -> None:
        self.open_form()
        self.look_up_again()
        self.attach()
        self.download()
        self.have_it_checked()
        self.send_code()


class CancelsForNothing(Clerk):
    observed = "tk.cancelled_needlessly"

    def have_it_checked(self) -> None:
        super().have_it_checked()
        self.cancel(self.form.number)
        self.open_form()
        self.look_up_again()
        self.download()
        super().have_it_checked()


class LeavesANumberOpen(Clerk):
    """THÊM MỚI and a look-up, and once more: the first form holds the number and no more."""

    observed = "tk.number_left_open"

    def look_up(self) -> None:
        super().look_up()
        self.open_form()
        self.look_up_again()


class LeavesTheFormOpen(Clerk):
    scenario = "tk-14-cong-dan-bo-ve"
    finding = "tk.form_left_open"

    def cancel(self, form: int) -> None:
        pass
