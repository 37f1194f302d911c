"""A careful clerk made of code: serves any scenario the way the plan asks for."""

import re
from dataclasses import replace
from datetime import timedelta

from sandbox import people
from sandbox.answers import code_messages
from sandbox.desk import CloseVisit, Say, Scan
from sandbox.events import Answered, CodeRead, FormChecked
from sandbox.log import Actor, Entry, Fact
from sandbox.mock_dvc import Cancel, Create, Download, LookUp, OpenForm, SendCode, SignIn
from sandbox.portal.form_reading import Attachment, Typed
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides, SpecimenTruth
from sandbox.state import Form
from sandbox.world import carry_on, fold_log, handle, record
from tests.core.play import MORNING, KnownChance
from training.scenario import Scenario, catalogue, opening
from training.scorecard import Scorecard
from training.scoring import score

GOOD_SCAN = ScanOrder(Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_COLOUR, "citizen")
A_STEP = 3  # seconds each step takes
PATIENCE = 40  # seconds a careful clerk waits for a message


class Clerk:
    """Serves one visit without a mistake; mistaken clerks override a step or two.

    A mistaken clerk names the scenario it works in, its era where it is another one, and the
    finding it deserves. Where the plans say it otherwise in general: the citizen's branch as far as
    the clause depends on it, the line that shows it, and what else is found ``beside`` it. A slip
    that costs nothing has no finding; it is ``observed``.
    """

    scenario = "tk-01-thuan-loi"
    era = ""
    finding = ""
    observed = ""
    of_branch = ""
    line = ""
    beside: tuple[str, ...] = ()

    def __init__(self, scenario: Scenario | None = None, seed: int = 7) -> None:
        self.task = scenario or catalogue()[self.scenario]
        self.task = replace(self.task, era=self.era or self.task.era)
        self.now = MORNING
        self.chance = KnownChance()
        self.log: list[Entry] = record(None, opening(self.task, seed), Actor.SYSTEM, self.now)
        self.world = fold_log(self.log)
        self.typed = Typed()
        self.file: Attachment | Problem | None = None

    def serve(self) -> None:
        """The whole visit."""
        self.welcome()
        self.open_form()
        self.look_up()
        if self.form.found:
            self.tell_exists()
        else:
            self.make_account()
        self.leave()

    def make_account(self) -> None:
        """From the first question to the account, or to the citizen's leaving."""
        self.ask()
        self.attach()
        self.download()
        self.have_it_checked()
        self.send_code()
        if self.world.desk.left:
            self.cancel(self.form.number)
            return
        self.wait_for_message()
        self.create(self.hear_code())
        self.tell_created()

    # --- the steps, in the order of the plan ---------------------------------------

    def welcome(self) -> None:
        self.say("greet")
        if self.world.setup.part.hard_of_hearing:
            self.say("speak_slowly")
            self.say("greet")

    def open_form(self) -> None:
        self.do(SignIn(*people.officer_sign_in(self.world.seed)))
        self.do(OpenForm())

    def look_up(self) -> None:
        self.read_the_card()
        self.look_up_again()

    def read_the_card(self) -> None:
        citizen = self.world.citizen
        self.typed = replace(
            self.typed,
            id_number=citizen.id_number,
            full_name=citizen.full_name,
            birth_date=f"{citizen.birth_date:%d/%m/%Y}",
            unit=self.world.era.officer_unit,
        )

    def look_up_again(self) -> None:
        self.do(LookUp(self.form.number, self.typed.id_number))

    def ask(self) -> None:
        self.typed = replace(self.typed, phone=self.ask_phone(), email=self.ask_email())

    def ask_phone(self) -> str:
        named = self.say("ask_phone")
        own = self.say("ask_phone_owner")
        *_, number = re.findall(r"0400\d{6}", named + own)
        return str(number)

    def ask_email(self) -> str:
        return "".join(re.findall(r"\S+@congdan\.test", self.say("ask_email")))

    def attach(self) -> None:
        self.file = self.scan(GOOD_SCAN)

    def download(self) -> None:
        self.do(Download(self.form.number, self.typed, self.file))

    def have_it_checked(self) -> None:
        while wrong := self.check():
            self.correct(wrong)
            self.download()

    def correct(self, wrong: tuple[str, ...]) -> None:
        assert wrong == ("phone",), "a careful clerk only ever mishears a number"
        self.typed = replace(self.typed, phone=people.own_phone(self.world.citizen))

    def send_code(self) -> None:
        self.do(SendCode(self.form.number, self.typed))

    def wait_for_message(self) -> None:
        self.say("ask_sms")
        if not code_messages(self.world, self.now):
            self.say("tell_wait")
            self.wait(PATIENCE)
            self.send_code()

    def hear_code(self) -> str:
        """What the citizen reads from the newest message."""
        several = len(self.form.codes) > 1
        return self.read_out("ask_newest_code" if several else "ask_code")

    def create(self, code: str) -> None:
        while Rule.PORTAL_FAILED in self.rules_of(self.creation(code)):
            self.wait(5)

    def tell_created(self) -> None:
        self.say("tell_created")
        if self.world.setup.part.asks_to_keep_password:
            self.say("decline_password")

    def tell_exists(self) -> None:
        self.say("tell_exists")

    def cancel(self, form: int) -> None:
        self.do(Cancel(form))

    def leave(self) -> None:
        if not self.world.desk.left:
            self.say("goodbye")
        self.do(CloseVisit())

    # --- hands, mouth and ears -------------------------------------------------------

    @property
    def form(self) -> Form:
        return self.world.portal.forms[-1]

    def do(self, command: object) -> list[Fact]:
        """Take one step; what happened."""
        decision = handle(self.world, command, self.now, self.chance)
        entries = record(self.world, decision.facts, Actor.CLERK, self.now)
        self.log += entries
        self.world = carry_on(self.world, entries)
        self.wait(A_STEP)
        return [entry.fact for entry in entries]

    def rules_of(self, command: object) -> set[Rule]:
        """Take one step; what it was refused for."""
        return {reason.rule for fact in self.do(command) for reason in getattr(fact, "reasons", ())}

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def say(self, phrase: str) -> str:
        """Say something; the citizen's words."""
        return "".join(fact.words for fact in self.do(Say(phrase)) if isinstance(fact, Answered))

    def scan(self, order: ScanOrder) -> Attachment:
        self.do(Scan(order))
        truth = SpecimenTruth(
            "w", self.world.desk.scans, order.holder, order.sides, order.fmt, order.size
        )
        return Attachment(f"CCCD.{order.fmt}", truth)

    def check(self) -> tuple[str, ...]:
        """Hand over the request form; what the citizen finds wrong in it."""
        facts = self.do(Say("check_form"))
        return next((fact.wrong for fact in facts if isinstance(fact, FormChecked)), ())

    def read_out(self, phrase: str) -> str:
        """Ask for a code that way; the digits the citizen reads."""
        heard = [fact.sms for fact in self.do(Say(phrase)) if isinstance(fact, CodeRead)]
        bodies = [sms.body for sms in self.world.network.sms if sms.number in heard]
        return re.findall(r"\d{6}", bodies[0])[0] if bodies else ""

    def creation(self, code: str) -> Create:
        return Create(self.form.number, self.typed, otp=code)


def marks_of(clerk: Clerk) -> Scorecard:
    """Let the clerk serve the visit and mark it."""
    clerk.serve()
    return score(clerk.task, clerk.log)
