"""A careful clerk who takes his time: does what the plan asks, and odd things beside it.

``Wanderer`` goes before a careful clerk in a class's bases. It takes a detour now and then,
before or after a step, where the detour does no harm; all chance comes from a seed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from unicodedata import normalize

from sandbox import people
from sandbox.answers import code_messages
from sandbox.desk import Say
from sandbox.faults import OrderFault
from sandbox.log import Actor, Fact
from sandbox.mock_dvc import Cancel, OpenForm
from sandbox.mock_vneid.values import Vneid
from sandbox.personas.keyed_random import KeyedRandom
from sandbox.played import PlayCitizen
from sandbox.rules import Rule
from sandbox.state import Form
from sandbox.world import carry_on, handle, record
from tests.core.training.careful import CAREFUL
from tests.core.training.colleague import Colleague
from tests.core.training.robot import Clerk
from training.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Detour:
    """Something legitimate to do beside the procedure, where ``fits`` holds."""

    name: str
    fits: Callable[["Wanderer"], bool]
    go: Callable[["Wanderer"], object]
    once: bool = False


class Wanderer(Clerk):
    """Takes detours between the steps, each with the odds of one in ``rarely``."""

    detours: Sequence[Detour] = ()
    random = KeyedRandom(0)
    rarely = 12
    colleague: Colleague | None = None
    number = 0
    at_rest = True
    finished = False
    gone: set[Detour]

    def do(self, command: object) -> list[Fact]:
        """One step of the procedure, and what else comes to mind."""
        if not self.at_rest:
            return self.step(command)
        self.wander()
        facts = self.step(command)
        if isinstance(command, OpenForm):
            self.number = len(self.world.portal.forms)
        self.wander()
        return facts

    def step(self, command: object) -> list[Fact]:
        """The step alone; a colleague opposite answers it."""
        facts = super().do(command)
        return self.colleague.after(command, facts) if self.colleague else facts

    def wander(self) -> None:
        self.at_rest = False
        for detour in self.detours:
            if self.fits(detour) and self.random.randrange(self.rarely) == 0:
                self.gone.add(detour)
                detour.go(self)
        self.at_rest = True

    def fits(self, detour: Detour) -> bool:
        if self.world.desk.closed or self.in_a_hurry or (detour.once and detour in self.gone):
            return False
        return detour.fits(self)

    @property
    def in_a_hurry(self) -> bool:
        """Whether a code that still has to be typed would run out on the way."""
        sent = [code.expires_at for form in self.world.portal.forms for code in form.codes[-1:]]
        sent += [self.world.vneid.code.expires_at] if self.world.vneid.code else []
        return any(self.now < end < self.now + timedelta(seconds=60) for end in sent)

    def by_own_hand(self, command: object) -> None:
        """The citizen presses something nobody has asked for; the screen may refuse it."""
        decision = handle(self.world, command, self.now, self.chance)
        entries = record(self.world, decision.facts, Actor.CITIZEN, self.now)
        self.log += entries
        self.world = carry_on(self.world, entries)

    def trouble(self, channel: str, action: str, **more: object) -> None:
        """The trainer, or chance, puts something in the way."""
        order = OrderFault(channel, action, **more)  # type: ignore[arg-type]  # plain keywords
        entries = record(
            self.world,
            handle(self.world, order, self.now, self.chance).facts,
            Actor.TRAINER,
            self.now,
        )
        self.log += entries
        self.world = carry_on(self.world, entries)

    # --- the careful clerk's own steps, where they allow for what has been done beside them -----

    @property
    def form(self) -> Form:
        """The form worked on, whatever others lie open beside it."""
        return self.world.portal.forms[self.number - 1]

    def look_up(self) -> None:
        super().look_up()
        if self.random.randrange(4) == 0:
            self.begin_again()

    def begin_again(self) -> None:
        """HỦY, THÊM MỚI: S4-24 sets no condition."""
        self.step(Cancel(self.form.number))
        self.do(OpenForm())
        self.look_up_again()

    def ask(self) -> None:
        """Capitals, blanks and letters taken apart make no other person of anybody."""
        super().ask()
        spelt = self.random.choice((str, str.upper, partial(normalize, "NFD"), "  {}".format))
        self.typed = replace(
            self.typed, full_name=spelt(self.typed.full_name), email=self.typed.email.title()
        )

    def have_it_checked(self) -> None:
        while wrong := self.check():
            if not self.world.desk.check_passed and self.random.randrange(2):
                self.begin_again()
                self.attach()
            self.correct(wrong)
            self.download()
        if self.random.randrange(6) == 0:
            self.begin_again()
            self.attach()
            self.download()
            self.check()

    def correct(self, wrong: tuple[str, ...]) -> None:
        super().correct(tuple(field for field in wrong if field == "phone") or ("phone",))

    def wait_for_message(self) -> None:
        """Asked, waited for, and sent again, as often as it takes."""
        self.say("ask_sms")
        while not code_messages(self.world, self.now):
            self.say("tell_wait")
            self.wait(40)
            self.send_code()
            self.say("ask_sms")

    def hear_code(self) -> str:
        """A code that has run out, or is about to, is sent anew."""
        if self.random.randrange(4) == 0:
            self.wait((self.form.codes[-1].expires_at - self.now).total_seconds() + 1)
        while self.now + timedelta(seconds=40) > self.form.codes[-1].expires_at:
            self.wait(40)
            self.say("ask_sms")
            self.say("tell_wait")
            self.send_code()
            self.wait_for_message()
        return super().hear_code()

    def create(self, code: str) -> None:
        while reasons := self.rules_of(self.creation(code)):
            self.wait(5)
            if Rule.CODE_SUPERSEDED in reasons:  # the newest has not come at all
                self.say("tell_wait")
                self.wait(40)
                self.send_code()
                self.wait_for_message()
            code = self.hear_code()

    def leave(self) -> None:
        self.finished = True
        super().leave()

    @property
    def eid(self) -> Vneid:
        return self.world.vneid.at(self.now)

    def await_code(self) -> None:
        """Of VNeID: patience, a word, and a new code when the message does not come at all."""
        self.say("tell_wait")
        self.wait(60)
        sent = [each for each in self.world.network.sms if each.what == "vneid_otp"]
        if sent and sent[-1].fate in ("lost", "diverted"):
            while Rule.VNEID_DOWN in self.rules_of(Say("invite_resend")):
                self.say("tell_outage")
                self.wait(30)


def wanderer(
    scenario: Scenario, seed: int, detours: Sequence[Detour], *, rarely: int, played: bool
) -> Wanderer:
    """The careful clerk for that scenario, with those detours on the way."""
    careful = CAREFUL[scenario.setup.topics]
    kind = type("Wandering", (Wanderer, careful), {"detours": detours, "rarely": rarely})
    clerk: Wanderer = kind(scenario, seed)
    clerk.gone = set()
    clerk.random = KeyedRandom(seed, scenario.id, len(detours))
    if played:
        clerk.colleague = Colleague(clerk)
        clerk.by_own_hand(PlayCitizen())
    assert people.officer_sign_in(seed)
    return clerk
