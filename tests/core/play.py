"""A world played on paper: a clock set by hand and codes that are known beforehand."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from sandbox import people
from sandbox.citizens import CardKind, PhoneOwnership, Traits
from sandbox.details import Details
from sandbox.log import Actor, Entry
from sandbox.mock_dvc import Create, Download, LookUp, OpenForm, SendCode, SignIn
from sandbox.portal.form_reading import Attachment, Typed
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.scanner import ScanFormat, ScanSize, Sides, SpecimenTruth
from sandbox.setup import Setup
from sandbox.state import Decision, Form, World
from sandbox.world import carry_on, fold_log, handle, record, start

MORNING = datetime(2022, 6, 15, 1, 0, tzinfo=UTC)  # 08:00 in Viet Nam
PLAIN = Traits(account=False, card=CardKind.CHIP, phone=PhoneOwnership.OWN)
GOOD_SCAN = Attachment(
    "CCCD.pdf",
    SpecimenTruth("w", 1, "citizen", Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_GREY),
)


@dataclass
class KnownChance:
    """Codes 000001, 000002 … and one password."""

    drawn: int = 0

    def digits(self, count: int) -> str:
        """The next code; leading zeros stay."""
        self.drawn += 1
        return f"{self.drawn:0{count}d}"

    def password(self) -> str:
        """Always the same one, easy to look for."""
        return "mat-khau-bi-mat"


@dataclass
class Play:
    """One world, its log and its clock."""

    setup: Setup = field(default_factory=lambda: Setup(traits=PLAIN))
    seed: int = 7
    now: datetime = MORNING
    chance: KnownChance = field(default_factory=KnownChance)
    era: str = "2022"
    log: list[Entry] = field(init=False)
    world: World = field(init=False)

    def __post_init__(self) -> None:
        first = start(self.seed, self.era, "play", self.setup)
        self.log = record(None, [first], Actor.SYSTEM, self.now)
        self.world = fold_log(self.log)

    def do(self, command: object, actor: Actor = Actor.CLERK) -> Decision:
        """Handle a command and write down what happened."""
        decision = handle(self.world, command, self.now, self.chance)
        entries = record(self.world, decision.facts, actor, self.now)
        self.log += entries
        self.world = carry_on(self.world, entries)
        return decision

    def wait(self, seconds: float) -> None:
        """Let the world's time pass."""
        self.now += timedelta(seconds=seconds)

    def rules_of(self, command: object) -> tuple[Rule, ...]:
        """Which rules refuse that command; empty when it is taken."""
        refusal = self.do(command).refusal
        return refusal.rules if refusal else ()

    @property
    def form(self) -> Form:
        """The form opened last."""
        return self.world.portal.forms[-1]

    def typed(self, **changes: str) -> Typed:
        """What a careful clerk types, with some fields changed."""
        return replace(as_typed(people.true_details(self.world)), **changes)

    def open_form(self, *, look_up: bool = True) -> int:
        """Sign in, press THÊM MỚI and look the citizen up."""
        self.do(SignIn(*people.officer_sign_in(self.seed)))
        self.do(OpenForm())
        if look_up:
            self.do(LookUp(self.form.number, self.world.citizen.id_number))
        return self.form.number

    def download(self, **changes: str) -> Decision:
        """Press Tải xuống with everything in place."""
        return self.do(Download(self.form.number, self.typed(**changes), GOOD_SCAN))

    def send_code(self, **changes: str) -> Decision:
        """Press Gửi mã OTP."""
        return self.do(SendCode(self.form.number, self.typed(**changes)))

    def ready_for_code(self) -> int:
        """A form with everything done up to the first code."""
        number = self.open_form()
        self.download()
        self.send_code()
        return number

    def creation(self, otp: str, **changes: str) -> Create:
        """The command behind TẠO TÀI KHOẢN."""
        return Create(self.form.number, self.typed(**changes), otp=otp)


def as_typed(details: Details) -> Typed:
    """Details the way they are typed into the form."""
    return Typed(
        id_number=details.id_number,
        full_name=details.full_name,
        birth_date=f"{details.birth_date:%d/%m/%Y}" if details.birth_date else "",
        phone=details.phone,
        email=details.email,
        unit=details.unit,
    )


def refused_file(rule: Rule) -> Problem:
    """An upload the scanner's rules have already refused."""
    return Problem(rule, "attachment")
