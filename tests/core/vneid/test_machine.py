"""Whatever is done with VNeID, by whoever's hand and in any order, its promises hold."""

from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sandbox import people
from sandbox.arrival import Refer
from sandbox.citizens import EidState, PhoneOwnership
from sandbox.codec import decode, encode
from sandbox.desk import Say
from sandbox.era import era_names
from sandbox.events import (
    Activated,
    ActivationAsked,
    CodeAccepted,
    CodeIssued,
    DeviceLinked,
    DeviceUnlinked,
    PaperRequested,
    PublicSignedIn,
    StepRefused,
)
from sandbox.faults import SMS_ACTIONS, VNEID_ACTIONS, OrderFault
from sandbox.guiding import next_move
from sandbox.log import Actor, HandFact
from sandbox.mock_vneid import commands as vneid
from sandbox.mock_vneid.values import Device
from sandbox.phrases import phrase_book
from sandbox.public_portal import commands as public
from sandbox.scripted_moves import MOVES, remembered_passcode, remembered_password
from sandbox.setup import VneidPart
from sandbox.triage import Office
from sandbox.world import fold_log
from tests.core.vneid.phone import ANSWERED, CODE, GOOD, phone

HANDS = st.sampled_from([Actor.CITIZEN, Actor.CLERK])
PASSWORDS = st.sampled_from([GOOD, "Mau#9999", "yếu", ""])
PASSCODES = st.sampled_from([CODE, "135791", "12"])
TOLD = st.sampled_from([name for name, each in phrase_book().items() if each.topic == "vneid"])
FAULTS = st.builds(
    OrderFault,
    st.just("sms"),
    st.sampled_from(SMS_ACTIONS),
    what=st.just("vneid_otp"),
    seconds=st.just(200),
) | st.builds(OrderFault, st.sampled_from(["vneid", "nfc"]), st.sampled_from(VNEID_ACTIONS))
SIMPLE = st.sampled_from(
    [
        vneid.ReadChip,
        vneid.ReadQr,
        vneid.TakeFace,
        vneid.SubmitRegistration,
        vneid.Enrol,
        vneid.ResendCode,
        vneid.SignOut,
        vneid.CallHotline,
        vneid.ForgetPasscode,
        public.ScanQr,
        public.SignOut,
    ]
)
PARTS = st.builds(
    VneidPart,
    signed_in_on=st.sampled_from(["handset", "old", "lost", ""]),
    forgets=st.sampled_from(["", "password", "passcode"]),
    mistypes=st.integers(0, 3),
    with_child=st.booleans(),
    hands_over_phone=st.booleans(),
)


class VneidMachine(RuleBasedStateMachine):
    """A citizen and a clerk who do anything at all."""

    @initialize(
        level=st.sampled_from(EidState),
        part=PARTS,
        era=st.sampled_from(era_names()),
        owner=st.sampled_from(PhoneOwnership),
        ahead=st.integers(0, 15),
    )
    def begin(
        self, level: EidState, part: VneidPart, era: str, owner: PhoneOwnership, ahead: int
    ) -> None:
        """Somebody sits down and is helped for a while, so that every screen is reached."""
        self.play = phone(era, part, eid=level, phone=owner)
        self.registered = people.registered_phone(self.play.world.citizen)
        self.go_on(ahead, Actor.CITIZEN)

    @rule(command=SIMPLE, hand=HANDS)
    def do_simply(self, command: type, hand: Actor) -> None:
        self.play.do(command(hand=hand))

    @rule(times=st.integers(1, 6), hand=HANDS)
    def go_on(self, times: int, hand: Actor) -> None:
        """Do what comes next, as a guided citizen would."""
        for _ in range(times):
            world, now = self.play.world, self.play.now
            command = MOVES[next_move(world, now)](world, now, hand)
            if command:
                self.play.do(command)

    @rule(phrase=TOLD)
    def say(self, phrase: str) -> None:
        self.play.do(Say(phrase))

    @rule(office=st.sampled_from(Office))
    def refer(self, office: Office) -> None:
        self.play.do(Refer(office))

    @rule(fault=FAULTS)
    def order(self, fault: OrderFault) -> None:
        self.play.do(fault, Actor.TESTER)

    @rule(seconds=st.sampled_from([0, 1, 180, 181, 300, 86_400, 864_000]))
    def wait(self, seconds: int) -> None:
        self.play.wait(seconds)

    @rule(hand=HANDS, device=st.sampled_from([Device.HANDSET, Device.COMPUTER]))
    def ask_activation(self, hand: Actor, device: Device) -> None:
        self.play.do(vneid.RequestActivation(self.play.number, self.registered, device, hand=hand))

    @rule(hand=HANDS, right=st.booleans())
    def enter_code(self, hand: Actor, right: bool) -> None:
        sent = self.play.world.vneid.code
        self.play.do(vneid.EnterCode(sent.digits if sent and right else "999999", hand=hand))

    @rule(hand=HANDS, password=PASSWORDS)
    def choose_password(self, hand: Actor, password: str) -> None:
        self.play.do(vneid.SetPassword(password, password, hand=hand))

    @rule(hand=HANDS, passcode=PASSCODES)
    def choose_passcode(self, hand: Actor, passcode: str) -> None:
        self.play.do(vneid.SetPasscode(passcode, passcode, hand=hand))

    @rule()
    def answer_questions(self) -> None:
        self.play.do(ANSWERED)

    @rule(right=st.booleans(), portal=st.booleans())
    def sign_in(self, right: bool, portal: bool) -> None:
        command = public.GiveNumber if portal else vneid.SignIn
        typed = remembered_password(self.play.world) if right else GOOD
        self.play.do(command(self.play.number, typed))

    @rule(paper=st.sampled_from([*people.PAPERS, "passport"]), times=st.integers(1, 4))
    def integrate(self, paper: str, times: int) -> None:
        for _ in range(times):
            typed = remembered_passcode(self.play.world)
            self.play.do(vneid.IntegratePaper(paper, "THXX000000", typed))

    @rule(passcode=PASSCODES, ticked=st.booleans())
    def consent_and_confirm(self, passcode: str, ticked: bool) -> None:
        self.play.do(public.ShareConsent(ticked))
        self.play.do(public.ConfirmPasscode(passcode))

    @invariant()
    def replaying_the_log_gives_the_same_world(self) -> None:
        assert fold_log(self.play.log) == self.play.world

    @invariant()
    def every_line_survives_its_json(self) -> None:
        for entry in self.play.log[-3:]:
            assert decode(entry.fact.kind, encode(entry.fact)) == entry.fact

    @invariant()
    def never_two_devices(self) -> None:
        first = fold_log(self.play.log[:1]).vneid.device
        linked = {str(first)} - {""}
        for entry in self.play.log:
            if isinstance(entry.fact, DeviceUnlinked):
                linked.remove(entry.fact.device)
            if isinstance(entry.fact, DeviceLinked):
                linked |= {entry.fact.device}
            assert len(linked) <= 1

    @invariant()
    def never_activated_without_a_code_typed_for_it(self) -> None:
        proven = False
        for entry in self.play.log:
            if isinstance(entry.fact, ActivationAsked):
                proven = False
            if isinstance(entry.fact, CodeAccepted):
                proven = entry.fact.purpose == "activate"
            assert proven or not isinstance(entry.fact, Activated)

    @invariant()
    def a_code_is_accepted_only_in_time(self) -> None:
        issued: CodeIssued | None = None
        for entry in self.play.log:
            if isinstance(entry.fact, CodeIssued):
                issued = entry.fact
            if isinstance(entry.fact, CodeAccepted):
                assert issued
                assert entry.at <= issued.expires_at
                issued = None

    @invariant()
    def locks_hold(self) -> None:
        eid, rules = self.play.world.vneid, self.play.world.era.vneid
        assert eid.password_misses <= rules.password_attempts
        assert eid.passcode_misses <= rules.passcode_attempts
        assert eid.code is None or eid.code.misses <= rules.code_attempts

    @invariant()
    def three_requests_a_day_for_a_paper(self) -> None:
        asked = Counter(
            (entry.fact.paper, people.local_day(entry.at))
            for entry in self.play.log
            if isinstance(entry.fact, PaperRequested)
        )
        assert max(asked.values(), default=0) <= self.play.world.era.vneid.papers_a_day

    @invariant()
    def the_portal_opens_to_active_accounts_alone(self) -> None:
        opened = [entry for entry in self.play.log if isinstance(entry.fact, PublicSignedIn)]
        assert not opened or self.play.eid.level is EidState.LEVEL2_ACTIVE

    @invariant()
    def every_step_of_the_citizens_side_knows_its_hand(self) -> None:
        for entry in self.play.log:
            if isinstance(entry.fact, HandFact):
                assert entry.actor is entry.fact.hand
            if isinstance(entry.fact, StepRefused) and entry.fact.hand:
                assert entry.actor is entry.fact.hand


TestVneid = VneidMachine.TestCase
TestVneid.settings = settings(max_examples=100, stateful_step_count=40)
