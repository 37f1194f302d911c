"""Clerks who say too little, too much or the wrong thing, or send the citizen home."""

from sandbox.desk import CloseVisit
from sandbox.events import CodeSent
from tests.core.training.robot import Clerk


class NeverGreets(Clerk):
    finding = "tk.no_greeting"

    def welcome(self) -> None:
        pass


class LeavesWithoutAWord(Clerk):
    scenario = "tk-11-nguoi-cao-tuoi"
    finding = "tk.no_goodbye"

    def leave(self) -> None:
        self.do(CloseVisit())


class KeepsTalkingFast(Clerk):
    scenario = "tk-11-nguoi-cao-tuoi"
    finding = "tk.not_spoken_slowly"

    def welcome(self) -> None:
        self.say("greet")
        self.say("ask_phone")
        self.say("ask_phone")
        super().welcome()


class KeepsThePassword(Clerk):
    scenario = "tk-12-nho-giu-mat-khau"
    finding = "tk.kept_password"

    def tell_created(self) -> None:
        self.say("tell_created")
        self.say("keep_password")


class LeavesTheRequestUnanswered(Clerk):
    scenario = "tk-12-nho-giu-mat-khau"
    finding = "tk.password_request_unanswered"

    def tell_created(self) -> None:
        self.say("tell_created")


class NeverTellsOfTheAccount(Clerk):
    finding = "tk.created_not_told"

    def tell_created(self) -> None:
        pass


class TellsOfTheAccountTooEarly(Clerk):
    finding = "tk.told_created_early"

    def ask(self) -> None:
        super().ask()
        self.say("tell_created")


class InsistsOnVneid(Clerk):
    finding = "tk.required_vneid"

    def serve(self) -> None:
        self.welcome()
        self.say("require_vneid")
        self.leave()


class SendsTheCitizenHome(Clerk):
    finding = "tk.gave_up"

    def make_account(self) -> None:
        self.ask()
        self.cancel(self.form.number)


class GivesUpWhenNoMessageComes(Clerk):
    scenario = "tk-03-tin-nhan-khong-toi"
    finding = "tk.gave_up_in_trouble"

    def make_account(self) -> None:
        self.ask()
        self.attach()
        self.download()
        self.have_it_checked()
        self.send_code()
        self.cancel(self.form.number)


class TriesForSomebodyWhoLeft(Clerk):
    scenario = "tk-14-cong-dan-bo-ve"
    finding = "tk.created_without_citizen"
    line = "step.refused"

    def cancel(self, form: int) -> None:
        self.create("999991")
        super().cancel(form)


class CreatesForSomebodyWhoLeft(Clerk):
    scenario = "tk-14-cong-dan-bo-ve"
    finding = "tk.created_without_citizen"

    def cancel(self, form: int) -> None:
        codes = [entry.fact for entry in self.log if isinstance(entry.fact, CodeSent)]
        assert codes[-1].form == form
        self.create(codes[-1].digits)
