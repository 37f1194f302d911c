"""Clerks who get the data wrong: number, name, date, phone, mail, unit."""

from dataclasses import replace

from sandbox import people
from sandbox.mock_dvc import LookUp
from sandbox.vietnamese import fold
from tests.core.training.robot import Clerk


class Unchecked(Clerk):
    """Who never shows the request form, so nobody can catch the slip."""

    def have_it_checked(self) -> None:
        pass


class TypesAnotherNumber(Unchecked):
    finding = "tk.wrong_id"

    def look_up(self) -> None:
        super().look_up()
        self.typed = replace(self.typed, id_number="000099900001")
        self.do(LookUp(self.form.number, self.typed.id_number))


class MisspellsTheName(Unchecked):
    finding = "tk.wrong_name"

    def ask(self) -> None:
        super().ask()
        self.typed = replace(self.typed, full_name=self.typed.full_name + "h")


class LeavesTheMarksOut(Unchecked):
    finding = "tk.name_without_marks"

    def ask(self) -> None:
        super().ask()
        self.typed = replace(self.typed, full_name=fold(self.typed.full_name).title())


class TypesAnotherBirthDate(Unchecked):
    finding = "tk.wrong_birth_date"

    def ask(self) -> None:
        super().ask()
        self.typed = replace(self.typed, birth_date="01/02/1990")


class TypesAnotherMail(Unchecked):
    finding = "tk.wrong_email"

    def ask(self) -> None:
        super().ask()
        assert self.typed.email, "the seed draws a citizen with an e-mail"
        self.typed = replace(self.typed, email="ai.do@congdan.test")


class InventsAMail(Unchecked):
    scenario = "tk-11-nguoi-cao-tuoi"
    finding = "tk.invented_email"

    def ask(self) -> None:
        super().ask()
        self.typed = replace(self.typed, email="cu.gia@congdan.test")


class SendsTheCodeToAStranger(Clerk):
    finding = "tk.wrong_phone"

    def have_it_checked(self) -> None:
        own = self.typed
        self.typed = replace(own, phone="0400000007")
        self.download()
        self.send_code()
        self.typed = own
        self.download()
        super().have_it_checked()


class TrustsAMisheardNumber(Clerk):
    """The citizen named a wrong number; nobody showed them the paper before the code went out."""

    scenario = "tk-09-cong-dan-thay-sai"
    finding = "tk.wrong_phone"

    def have_it_checked(self) -> None:
        self.send_code()
        super().have_it_checked()


class NeverAsksWhoseNumberItIs(Clerk):
    finding = "tk.phone_owner_not_asked"

    def ask_phone(self) -> str:
        self.say("ask_phone")
        return people.own_phone(self.world.citizen)


class TriesARelativesNumber(Clerk):
    scenario = "tk-06-so-cua-nguoi-nha"
    finding = "tk.relative_phone_tried"

    def ask_phone(self) -> str:
        super().ask_phone()
        return people.others_phone(self.world.citizen)

    def have_it_checked(self) -> None:
        self.send_code()
        super().have_it_checked()


class TriesARelativesNumberUnasked(TriesARelativesNumber):
    """Not asking led to the refusal: one finding, not two."""

    def ask_phone(self) -> str:
        self.say("ask_phone")
        return people.others_phone(self.world.citizen)


class AgreesToARelativesNumber(Clerk):
    scenario = "tk-06-so-cua-nguoi-nha"
    finding = "tk.relative_phone_agreed"

    def ask_phone(self) -> str:
        self.say("use_relatives_phone")
        return super().ask_phone()


class LeavesTheUnitBlank(Clerk):
    observed = "tk.unit_blank"

    def download(self) -> None:
        complete = self.typed
        self.typed = replace(complete, unit="")
        super().download()
        self.typed = complete
        super().download()
