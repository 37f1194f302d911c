"""Whose hand it was: guided, the citizen does it; done for them, they never learn to (S1-05)."""

from collections.abc import Sequence
from math import inf

from sandbox import events
from sandbox.log import Actor, Fact, HandFact
from training.rubric.detector import detector, vneid_detector
from training.story import Moment, Story

SECRET_FACTS = (
    events.FaceTaken,
    events.CodeAccepted,
    events.PasswordSet,
    events.PasscodeSet,
    events.QuestionsSet,
    events.DeviceQuestioned,
    events.DeviceLinked,
    events.PaperRequested,
    events.ChildRegistered,
    events.ConsentGiven,
    events.PublicSignedIn,
    events.PublicPasswordChanged,
)
SECRET_STEPS = frozenset(
    {
        "take_face",
        "enter_code",
        "set_password",
        "set_passcode",
        "set_questions",
        "vneid_sign_in",
        "integrate_paper",
        "register_child",
        "give_number",
        "share_consent",
        "confirm_passcode",
        "account_sign_in",
        "change_password",
    }
)


@detector
def did_it_for_citizen(story: Story) -> Sequence[Moment[Fact]]:
    """S1-05: took the phone to read the code, or gave a secret, face or consent in their place."""
    secret = [each for each in touches(story) if _secret(each.fact)]
    return _in_order(*story.said("take_phone"), *secret)


@vneid_detector
def touched_for_citizen(story: Story) -> Sequence[Moment[Fact]]:
    """S1-05: took the phone to do something that is no secret."""
    plain = [each for each in touches(story) if not _secret(each.fact)]
    return _in_order(*story.said("do_it_for_you"), *plain)


@vneid_detector
def took_offered_phone(story: Story) -> Sequence[Moment[Fact]]:
    """S1-05: the citizen held out the phone, and the clerk took it."""
    offered = story.of(events.PhoneOffered)
    done = _in_order(*story.said("do_it_for_you"), *touches(story))
    return [each for each in done if offered and each.seq > offered[0].seq]


@vneid_detector
def offer_not_declined(story: Story) -> Sequence[Moment[events.PhoneOffered]]:
    """S1-05: the citizen had to hold out the phone twice, or to the end, without an answer."""
    offers, ends = story.of(events.PhoneOffered), story.of(events.VisitClosed)
    declined = min((each.seq for each in story.said("decline_doing")), default=inf)
    again = [each for each in offers[1:] if each.seq < declined]
    unanswered = [each for each in offers[:1] if any(end.seq < declined for end in ends)]
    return again or [each for each in unanswered if not _left_at_once(story, each)]


def _left_at_once(story: Story, offer: Moment[events.PhoneOffered]) -> bool:
    """Whether the citizen was up and gone before a word could be said."""
    left = min((each.seq for each in story.of(events.CitizenLeft)), default=-inf)
    return offer.seq < left and not any(
        offer.seq < each.seq < left for each in story.of(events.Said)
    )


@vneid_detector
def asked_secret(story: Story) -> Sequence[Moment[events.SecretTold]]:
    """S1-07: had a secret told aloud."""
    return story.of(events.SecretTold)


@vneid_detector
def officers_phone(story: Story) -> Sequence[Moment[Fact]]:
    """S1-07: offered the officer's own phone for the citizen's account."""
    return story.said("use_officers_phone")


def touches(story: Story) -> list[Moment[Fact]]:
    """What the clerk's hand did, or tried, on the citizen's side, in order."""
    return [each for each in story.moments if _hand(each.fact) is Actor.CLERK]


def _hand(fact: Fact) -> Actor | None:
    return fact.hand if isinstance(fact, HandFact | events.StepRefused) else None


def _secret(fact: Fact) -> bool:
    if isinstance(fact, events.StepRefused):
        return fact.step in SECRET_STEPS
    if isinstance(fact, events.PublicSignInBegun):
        return fact.way == "vneid_number"
    return isinstance(fact, SECRET_FACTS)


def _in_order(*moments: Moment[Fact]) -> list[Moment[Fact]]:
    return sorted(moments, key=lambda each: each.seq)
