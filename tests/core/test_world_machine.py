"""Whatever is done at the desk, in any order, the promises of a world hold."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sandbox import people
from sandbox.citizens import PhoneOwnership, Traits
from sandbox.desk import CloseVisit, Say
from sandbox.events import AccountCreated, CodeSent, SmsSent
from sandbox.faults import SMS_ACTIONS, OrderFault
from sandbox.mock_dvc import Cancel, Create, Download, LookUp, OpenForm, SendCode, SignIn, SignOut
from sandbox.phrases import phrase_book
from sandbox.setup import CitizenPart, Setup
from sandbox.world import fold_log
from tests.core.play import GOOD_SCAN, Play

WAITS = st.sampled_from([0, 1, 59, 120, 121, 4000])
CODES = st.sampled_from(["", "000001", "000002", "000003", "999999", "abc"])
FAULTS = st.builds(
    OrderFault, st.just("sms"), st.sampled_from(SMS_ACTIONS), seconds=st.just(30)
) | st.just(OrderFault("portal", "error"))


class DeskMachine(RuleBasedStateMachine):
    """A clerk who does anything at all."""

    @initialize(
        account=st.booleans(),
        phone=st.sampled_from(PhoneOwnership),
        leaves=st.booleans(),
        seed=st.integers(0, 50),
    )
    def begin(self, account: bool, phone: PhoneOwnership, leaves: bool, seed: int) -> None:
        """A citizen of any kind sits down."""
        setup = Setup(
            traits=Traits(account=account, phone=phone),
            part=CitizenPart(leaves_after_code=leaves),
        )
        self.play = Play(setup, seed)

    @rule(right=st.booleans())
    def sign_in(self, right: bool) -> None:
        name, password = people.officer_sign_in(self.play.seed)
        self.play.do(SignIn(name, password if right else "sai"))

    @rule()
    def sign_out(self) -> None:
        self.play.do(SignOut())

    @rule()
    def open_form(self) -> None:
        self.play.do(OpenForm())

    @rule(form=st.integers(0, 3))
    def look_up(self, form: int) -> None:
        self.play.do(LookUp(form, self.play.world.citizen.id_number))

    @rule(form=st.integers(0, 3), with_file=st.booleans(), slip=st.booleans())
    def download(self, form: int, with_file: bool, slip: bool) -> None:
        typed = self.play.typed(phone="0400999999") if slip else self.play.typed()
        self.play.do(Download(form, typed, GOOD_SCAN if with_file else None))

    @rule(form=st.integers(0, 3))
    def send_code(self, form: int) -> None:
        self.play.do(SendCode(form, self.play.typed()))

    @rule(form=st.integers(0, 3), otp=CODES)
    def create(self, form: int, otp: str) -> None:
        self.play.do(Create(form, self.play.typed(), otp=otp))

    @rule(form=st.integers(0, 3))
    def cancel(self, form: int) -> None:
        self.play.do(Cancel(form))

    @rule(phrase=st.sampled_from(sorted(phrase_book())))
    def say(self, phrase: str) -> None:
        self.play.do(Say(phrase))

    @rule(fault=FAULTS)
    def order_fault(self, fault: OrderFault) -> None:
        self.play.do(fault)

    @rule(seconds=WAITS)
    def wait(self, seconds: int) -> None:
        self.play.wait(seconds)

    @rule()
    def close(self) -> None:
        self.play.do(CloseVisit())

    @invariant()
    def replaying_the_log_gives_the_same_world(self) -> None:
        assert fold_log(self.play.log) == self.play.world

    @invariant()
    def lines_are_numbered_without_gaps(self) -> None:
        assert [entry.seq for entry in self.play.log] == list(range(1, len(self.play.log) + 1))

    @invariant()
    def at_most_one_account_a_form_and_each_after_a_living_code(self) -> None:
        made = [entry for entry in self.play.log if isinstance(entry.fact, AccountCreated)]
        forms = [entry.fact.form for entry in made if isinstance(entry.fact, AccountCreated)]
        assert len(forms) == len(set(forms))
        for entry in made:
            sent = [
                line.fact
                for line in self.play.log[: entry.seq - 1]
                if isinstance(line.fact, CodeSent)
                and isinstance(entry.fact, AccountCreated)
                and line.fact.form == entry.fact.form
            ]
            assert sent
            assert entry.at <= sent[-1].expires_at

    @invariant()
    def nobody_with_an_account_gets_a_second_one(self) -> None:
        if self.play.world.citizen.has_account:
            assert self.play.world.portal.accounts == ()

    @invariant()
    def as_many_codes_as_messages_about_them(self) -> None:
        facts = [entry.fact for entry in self.play.log]
        codes = [fact for fact in facts if isinstance(fact, CodeSent)]
        doubles = [f for f in facts if isinstance(f, SmsSent) and f.fate == "duplicate"]
        messages = [fact for fact in facts if isinstance(fact, SmsSent) and fact.what == "otp"]
        extra = [double for double in doubles if double.what == "otp"]
        assert len(messages) - len(extra) == len(codes)

    @invariant()
    def a_form_never_holds_more_misses_than_tries(self) -> None:
        world = self.play.world
        assert all(form.misses <= world.era.code_attempts for form in world.portal.forms)


TestDesk = DeskMachine.TestCase
TestDesk.settings = settings(max_examples=60, stateful_step_count=30)
