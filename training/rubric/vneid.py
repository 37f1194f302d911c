"""VNeID itself: codes, forgotten secrets, lost phones, papers."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from sandbox import scripted_moves
from sandbox.events import (
    AccountCreated,
    Activated,
    DeviceQuestioned,
    HotlineCalled,
    PasscodeSet,
    PasswordSet,
    PublicSignedIn,
    RegistrationBegun,
    Said,
    StepRefused,
    VisitClosed,
)
from sandbox.log import Actor, Fact
from sandbox.mock_vneid.values import Device
from sandbox.rules import Rule
from training import guided, truth
from training.guided import answered_for, refused, told_done
from training.obstacles import blocked
from training.rubric.detector import vneid_detector
from training.story import Moment, Story

Closing = Sequence[Moment[VisitClosed]]
Refusals = Sequence[Moment[StepRefused]]

IN_TIME = timedelta(seconds=30)  # an assumption: enough to open the message and type its code
TRIES = 2  # an assumption: somebody who missed twice is better off with a new code


@vneid_detector
def phone_owner_not_asked(story: Story) -> Sequence[Moment[RegistrationBegun]]:
    """S4-12: registering, by guidance or the clerk's hand, before anybody asked whose number."""
    if "ask_phone_owner" not in story.task.steps:
        return []
    return [
        each
        for each in story.of(RegistrationBegun)[:1]
        if "ask_phone_owner" not in each.before.desk.phrases_said
        and (each.fact.hand is Actor.CLERK or "guide_register" in each.before.desk.phrases_said)
    ]


@vneid_detector
def relative_phone_tried(story: Story) -> Refusals:
    """S4-12: a relative's number typed; a citizen who was asked whose it is knows better."""
    return [
        each
        for each in refused(story, {Rule.VNEID_PHONE_NOT_OWNER})
        if each.fact.hand is not Actor.CITIZEN
        or "ask_phone_owner" not in each.before.desk.phrases_said
    ]


@vneid_detector
def code_guessed(story: Story) -> Refusals:
    """S1-05: let the citizen go on trying the same code."""
    return [
        each
        for each in refused(story, {Rule.VNEID_CODE_WRONG})
        if each.before.vneid.code
        and each.before.vneid.code.misses >= TRIES
        and not _new_one_advised(story, each)
    ]


@vneid_detector
def secret_guessed(story: Story) -> Refusals:
    """S1-05: let the citizen go on trying a password or passcode that does not open."""
    password = refused(story, {Rule.VNEID_SIGN_IN, Rule.VNEID_PASSWORD_LOCKED})
    passcode = refused(story, {Rule.VNEID_PASSCODE_WRONG, Rule.VNEID_PASSCODE_LOCKED})
    renewed = [*story.of(PasswordSet), *story.said("guide_forgot_password")]
    again = _after_the_first(password, renewed)
    renewed_passcode = [*story.of(PasscodeSet), *story.said("guide_forgot_passcode")]
    return _in_order([*again, *_after_the_first(passcode, renewed_passcode)])


@vneid_detector
def code_expired(story: Story) -> Refusals:
    """S0-16: had the citizen type a code that had run out by the time they were asked to.

    Where trouble ate the time up it is nobody's fault.
    """
    guidance = guided.guidance(story)
    late = refused(story, {Rule.VNEID_CODE_EXPIRED})
    return [
        each
        for each in late
        if _had_run_out(each, guidance.get(each.seq)) and not _troubled(story, each)
    ]


@vneid_detector
def lost_phone_not_locked(story: Story) -> Closing:
    """S1-07: the phone is lost, and the account on it was not locked by the hotline."""
    return [
        each
        for each in story.of(VisitClosed)
        if truth.still_helping(each.before)
        and each.before.setup.vneid.signed_in_on == Device.LOST
        and not story.of(HotlineCalled)
        and not told_done(story, "guide_hotline")
    ]


@vneid_detector
def lost_phone_locked_late(story: Story) -> Sequence[Moment[DeviceQuestioned]]:
    """S1-07: signing in on another phone asks the lost one, which was still open."""
    return [
        each
        for each in answered_for(story, story.of(DeviceQuestioned))[:1]
        if each.before.setup.vneid.signed_in_on == Device.LOST
        and "guide_hotline" not in each.before.desk.phrases_said
        and not any(locked.seq < each.seq for locked in story.of(HotlineCalled))
    ]


@vneid_detector
def hotline_needless(story: Story) -> Sequence[Moment[HotlineCalled]]:
    """S0-16: the account locked although no phone is lost."""
    return [
        each
        for each in answered_for(story, story.of(HotlineCalled))
        if each.before.setup.vneid.signed_in_on != Device.LOST or each.before.vneid.linked_here
    ]


@vneid_detector
def locked_out(story: Story) -> Sequence[Moment[HotlineCalled]]:
    """S1-07: an account was locked for nothing, and opens nowhere when the citizen goes."""
    out = any(each.before.vneid.hotline for each in story.of(VisitClosed))
    return hotline_needless(story) if out else []


@vneid_detector
def papers_forgotten(story: Story) -> Closing:
    """S2-10: activated at the desk, and no paper integrated afterwards.

    Whoever activates where nobody asks for that has done more than was asked, not less.
    """
    asked = not story.task.steps or "integrate_paper" in story.task.steps or not story.reached
    return [
        each
        for each in story.of(VisitClosed)
        if asked
        and story.of(Activated)
        and truth.still_helping(each.before)
        and each.before.citizen.has_smartphone
        and not each.before.vneid.requests
        and not told_done(story, "guide_papers")
        and not blocked(story)
    ]


@vneid_detector
def first_sign_in_skipped(story: Story) -> Closing:
    """S4-25: the account was made, and its owner not shown how to come in."""
    return [
        each
        for each in story.of(VisitClosed)
        if "vneid" in each.before.setup.topics
        and story.of(AccountCreated)
        and truth.still_helping(each.before)
        and not story.of(PublicSignedIn)
        and not told_done(story, "guide_account_sign_in")
        and scripted_moves.account_password(each.before, each.at)
    ]


@vneid_detector
def password_not_changed(story: Story) -> Closing:
    """S4-25: signed in with the password of the message, and left it at that."""
    return [
        each
        for each in story.of(VisitClosed)
        if each.before.public.came_fresh
        and not each.before.public.password
        and not told_done(story, "guide_change_password")
        and truth.still_helping(each.before)
    ]


def _new_one_advised(story: Story, refusal: Moment[StepRefused]) -> bool:
    """Whether the clerk had asked for a new code since the try before."""
    wrong = story.refused({Rule.VNEID_CODE_WRONG})
    before = max((each.seq for each in wrong if each.seq < refusal.seq), default=0)
    return any(before < each.seq < refusal.seq for each in story.said("invite_resend"))


def _after_the_first(tries: Refusals, renewed: Sequence[Moment[Fact]]) -> list[Moment[StepRefused]]:
    """All tries but the first at each secret; a new one, or one asked for, has a first try."""
    editions = [sum(change.seq < each.seq for change in renewed) for each in tries]
    return [each for place, each in enumerate(tries) if editions[place] in editions[:place]]


def _had_run_out(refusal: Moment[StepRefused], words: Moment[Said] | None) -> bool:
    code = refusal.before.vneid.code
    asked_at = words.at if words else refusal.at
    return code is None or asked_at > code.expires_at


def _same_code(one: Moment[Fact], other: Moment[Fact]) -> bool:
    code, second = one.before.vneid.code, other.before.vneid.code
    return code is not None and second is not None and code.digits == second.digits


def _troubled(story: Story, refusal: Moment[StepRefused]) -> bool:
    """Whether VNeID was down under that code, or its message left no time to type it."""
    code = refusal.before.vneid.code
    too_late = any(
        code and code.digits in each.body and code.expires_at - each.deliver_at < IN_TIME
        for each in refusal.before.network.sms
        if each.deliver_at
    )
    return too_late or any(
        each.seq < refusal.seq and _same_code(each, refusal)
        for each in story.refused({Rule.VNEID_DOWN})
    )


def _in_order(moments: Iterable[Moment[StepRefused]]) -> list[Moment[StepRefused]]:
    return sorted(moments, key=lambda each: each.seq)
