"""What the world allowed: whether something stood in the way that no patience gets past.

Nobody gave up who stopped where nothing was left to do: only a relative's SIM (S4-12), a system
that stayed down, messages that never came. Three tries in vain are patience enough; trouble ordered
for three or more cannot be outlasted, so whoever met it is not to blame for leaving it at that.
"""

from collections.abc import Iterable
from datetime import timedelta
from math import inf

from sandbox import people
from sandbox.events import CodeRead, FaultSpent, SmsSent, StepRefused
from sandbox.log import Fact
from sandbox.mock_vneid.values import Purpose
from sandbox.rules import Rule
from sandbox.state import Fault, World
from training.guided import step_of
from training.story import Moment, Story

PATIENCE = 3  # tries: an assumption, as many as somebody who waits opposite will bear
LASTING = {Rule.PORTAL_FAILED: "portal", Rule.VNEID_DOWN: "vneid"}


def blocked(story: Story) -> bool:
    """Whether what was wanted could not be done at this visit, as far as the log goes."""
    return _only_others_sim(story) or _stays_down(story) or _no_message_comes(story)


def in_trouble(story: Story, until: float = inf) -> bool:
    """Whether trouble has struck before that line, and no step since shows that it is over."""
    struck = [each.seq for each in story.of(FaultSpent) if each.seq < until]
    return bool(struck) and not any(
        struck[-1] < each.seq < until and _goes_on(each) for each in story.moments
    )


def _goes_on(moment: Moment[Fact]) -> bool:
    step = step_of(moment.fact)
    taken = step not in {"", "resend_code"} and not isinstance(moment.fact, StepRefused)
    return taken or isinstance(moment.fact, CodeRead)


def put_off(story: Story) -> bool:
    """Whether what could not be done at this visit was put off to a day that was named."""
    return blocked(story) and bool(story.said("arrange_return"))


def _only_others_sim(story: Story) -> bool:
    """The citizen holds no number of their own, and the clerk has found that out."""
    world = story.end
    wants_number = "account" in world.setup.topics and not people.own_phone(world.citizen)
    told = "ask_phone_owner" in world.desk.phrases_said
    return wants_number and (told or bool(story.refused({Rule.PHONE_NOT_OWNER})))


def _stays_down(story: Story) -> bool:
    """The last try at a step found its system down, and so would the next ones."""
    rules = {**LASTING, **_only_by_chip(story.end)}
    failures = story.refused(rules)
    if not failures:
        return False
    step = failures[-1].fact.step
    since = _last_taken(story, step)
    tries = [each for each in failures if each.fact.step == step and each.seq > since]
    channels = {rules[reason.rule] for reason in failures[-1].fact.reasons if reason.rule in rules}
    to_come = (each for each in story.end.faults if each.channel in channels)
    return bool(tries) and len(tries) + _left(to_come, step) >= PATIENCE


def _only_by_chip(world: World) -> dict[Rule, str]:
    """A new phone wants the chip; a registration takes the QR code as well."""
    task = world.vneid.task
    return {Rule.VNEID_NFC_FAILED: "nfc"} if task and task.purpose is Purpose.DEVICE else {}


def _last_taken(story: Story, step: str) -> int:
    return max((each.seq for each in story.moments if _takes(each, step)), default=0)


def _takes(moment: Moment[Fact], step: str) -> bool:
    return not isinstance(moment.fact, StepRefused) and step_of(moment.fact) == step


def _no_message_comes(story: Story) -> bool:
    """No code that was sent last for one purpose came in time, nor would the next ones."""
    codes = [each for each in story.of(SmsSent) if each.fact.what in ("otp", "vneid_otp")]
    if not codes:
        return False
    what = codes[-1].fact.what
    in_vain = [each for each in codes if each.fact.what == what]
    faults = (each for each in story.end.faults if each.channel == "sms" and _swallows(each, story))
    lost = all(_came_to_nothing(each, story) for each in in_vain)
    return lost and len(in_vain) + _left(faults, what) >= PATIENCE


def _came_to_nothing(sent: Moment[SmsSent], story: Story) -> bool:
    late = sent.fact.deliver_at and sent.fact.deliver_at - sent.at > _valid(story.end, sent.fact)
    return sent.fact.fate in ("lost", "diverted") or bool(late)


def _valid(world: World, message: SmsSent) -> timedelta:
    own = message.what == "vneid_otp"
    return timedelta(seconds=world.era.vneid.code_seconds if own else world.era.code_seconds)


def _swallows(fault: Fault, story: Story) -> bool:
    too_late = fault.action == "late" and fault.seconds > story.end.era.code_seconds
    return fault.action in ("lost", "divert") or too_late


def _left(faults: Iterable[Fault], what: str) -> int:
    """How often they would still strike that step or message."""
    return sum(each.left for each in faults if not each.withdrawn and each.what in ("", what))
