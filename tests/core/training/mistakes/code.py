"""Clerks who are careless with the one-time code."""

from sandbox.events import CodeSent
from tests.core.training.robot import Clerk


class CreatesBeforeTheCodeIsSent(Clerk):
    finding = "tk.create_before_code"

    def send_code(self) -> None:
        self.do(self.creation("123456"))
        super().send_code()


class LeavesTheCodeBlank(Clerk):
    observed = "tk.code_blank"

    def create(self, code: str) -> None:
        super().create("")
        super().create(code)


class GuessesTheCode(Clerk):
    finding = "tk.code_guessed"

    def create(self, code: str) -> None:
        super().create("999991")
        super().create("999992")
        super().create(code)


class GuessesUntilTheCodeIsLocked(Clerk):
    finding = "tk.code_locked"

    def hear_code(self) -> str:
        for _ in range(self.world.era.code_attempts):
            self.create("999990")
        self.send_code()
        return super().hear_code()


class TypesTheOlderCode(Clerk):
    """Asks for "the code", and the citizen reads the older one of two messages."""

    scenario = "tk-05-doc-nham-ma-cu"
    finding = "tk.older_code"

    def create(self, code: str) -> None:
        older = self.read_out("ask_code")
        assert older != code
        super().create(older)
        super().create(self.hear_code())


class TypesAnExpiredCode(Clerk):
    finding = "tk.expired_code"

    def create(self, code: str) -> None:
        self.wait(121)
        super().create(code)
        self.send_code()
        super().create(self.hear_code())


class WaitsForALateCode(Clerk):
    """Waits until the late message comes, and types its code two and a half minutes later."""

    scenario = "tk-04-tin-nhan-toi-cham"
    finding = "tk.expired_code"

    def wait_for_message(self) -> None:
        self.say("ask_sms")
        self.say("tell_wait")
        self.wait(150)
        super().create(self.read_out("ask_code"))
        self.send_code()


class SendsAgainInHaste(Clerk):
    finding = "tk.resent_in_haste"

    def send_code(self) -> None:
        super().send_code()
        super().send_code()


class AsksForPatienceAndHasNone(Clerk):
    scenario = "tk-03-tin-nhan-khong-toi"
    finding = "tk.resent_in_haste"

    def wait_for_message(self) -> None:
        self.say("ask_sms")
        self.say("tell_wait")
        self.send_code()


class SendsAgainWithoutAsking(Clerk):
    scenario = "tk-03-tin-nhan-khong-toi"
    finding = "tk.resent_without_asking"

    def wait_for_message(self) -> None:
        self.wait(60)
        self.send_code()
        self.say("ask_sms")
        self.say("tell_wait")


class SendsAgainWithoutAWord(Clerk):
    scenario = "tk-03-tin-nhan-khong-toi"
    finding = "tk.not_told_to_wait"

    def wait_for_message(self) -> None:
        self.say("ask_sms")
        self.wait(60)
        self.send_code()


class ReadsTheHandsetItself(Clerk):
    finding = "tk.code_not_read"

    def hear_code(self) -> str:
        return [entry.fact.digits for entry in self.log if isinstance(entry.fact, CodeSent)][-1]


class TakesTheCitizensPhone(ReadsTheHandsetItself):
    finding = "tk.did_it_for_citizen"

    def hear_code(self) -> str:
        self.say("take_phone")
        return super().hear_code()
