"""One-time codes: sent with patience, read by the citizen, typed as heard."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from sandbox.answers import code_messages
from sandbox.events import (
    AccountCreated,
    CodeRead,
    CodeSent,
    FormChecked,
    RequestFormDownloaded,
    Said,
    StepRefused,
)
from sandbox.log import Fact
from sandbox.rules import Rule
from training.rubric.detector import detector
from training.story import F, Moment, Story

READING = frozenset({"ask_code", "ask_newest_code"})
ASKING = READING | {"ask_sms"}
HASTE = timedelta(seconds=30)  # an assumption: time enough to ask and to look

Resend = tuple[Moment[CodeSent], Moment[CodeSent]]  # the code before, and the new one


@detector
def code_slip(story: Story) -> Sequence[Moment[StepRefused]]:
    """S4-23: the first wrong try at a code, or one at what the citizen has just read again."""
    return [each for each in story.refused({Rule.CODE_WRONG}) if not _guessed(story, each)]


@detector
def code_guessed(story: Story) -> Sequence[Moment[StepRefused]]:
    """S4-23: a wrong try at a code that was missed before, and not asked for again."""
    return [each for each in story.refused({Rule.CODE_WRONG}) if _guessed(story, each)]


@detector
def older_code(story: Story) -> Sequence[Moment[StepRefused]]:
    """S4-23: typed a code that a newer one had replaced, and could have known."""
    return [
        each
        for each in story.refused({Rule.CODE_SUPERSEDED})
        if not _delivered_out_of_order(story, each) and not _asked_for_the_newest(story, each)
    ]


@detector
def code_not_read(story: Story) -> Sequence[Moment[AccountCreated]]:
    """S4-23: the code that made the account was never read out by the citizen."""
    return [each for each in story.of(AccountCreated) if not _was_read(story, each)]


@detector
def resent_in_haste(story: Story) -> Sequence[Moment[CodeSent]]:
    """S4-22: a new code although the one before had just arrived, or was to be waited for."""
    return [
        new
        for old, new in _resends(story)
        if _still_good(old, new)
        and new.at - old.at < HASTE
        and (_arrived(old, new) or _asked_to_wait(story, old, new))
    ]


@detector
def expired_code(story: Story) -> Sequence[Moment[StepRefused]]:
    """S4-21: typed a code that had run out, though nobody kept the clerk waiting for it."""
    return [
        each
        for each in story.refused({Rule.CODE_EXPIRED})
        if not _typed_as_soon_as_told(story, each)
    ]


@detector
def resent_without_asking(story: Story) -> Sequence[Moment[CodeSent]]:
    """S4-22: a new code although nobody asked about the one before, which was still good."""
    return [
        new
        for old, new in _resends(story)
        if _still_good(old, new)
        and not any(moment.fact.phrase in ASKING for moment in _between(story, old, new))
    ]


@detector
def not_told_to_wait(story: Story) -> Sequence[Moment[CodeSent]]:
    """S0-16: the citizen saw no message and was sent a new one without a word.

    One word does for all that follow: it says that the code will be sent again.
    """
    first = story.of(CodeSent)[:1]
    told = [each.seq for each in story.said("tell_wait") for sent in first if each.seq > sent.seq]
    return [
        new
        for old, new in _resends(story)
        if any(_answered_none(moment) for moment in _between(story, old, new))
        and not any(seq < new.seq for seq in told)
    ]


def _asked_to_wait(story: Story, old: Moment[CodeSent], new: Moment[CodeSent]) -> bool:
    return any(each.fact.phrase == "tell_wait" for each in _between(story, old, new))


def _typed_as_soon_as_told(story: Story, refusal: Moment[StepRefused]) -> bool:
    """Whether the citizen, asked in time, took that long to find the code and read it out."""
    sent = _last_before(refusal, story.of(CodeSent))
    read = _last_before(refusal, story.of(CodeRead))
    asked = _last_before(read, story.of(Said)) if read else None
    return (
        sent is not None
        and read is not None
        and asked is not None
        and sent.at < asked.at <= sent.fact.expires_at
        and asked.at < read.at
        and refusal.at - read.at < HASTE
    )


def _guessed(story: Story, refusal: Moment[StepRefused]) -> bool:
    form = refusal.before.form(refusal.fact.form)
    missed = _last_before(refusal, story.refused({Rule.CODE_WRONG}))
    asked = _last_before(refusal, [each for each in story.of(Said) if each.fact.phrase in READING])
    heard_again = missed is not None and asked is not None and asked.seq > missed.seq
    return bool(form and form.misses) and not heard_again


def _delivered_out_of_order(story: Story, refusal: Moment[StepRefused]) -> bool:
    """Whether the citizen read an older code that came late, with none yet seen to be newer.

    Telephones show arrivals to the second: in the same one, nobody can tell which came first.
    """
    read = _last_before(refusal, story.of(CodeRead))
    sent = _last_before(refusal, story.of(CodeSent))
    if not read or not sent or read.seq < sent.seq:
        return False
    arrived = {each.number: each.deliver_at for each in code_messages(read.before, read.at)}
    heard = arrived.get(read.fact.sms)
    if not heard or heard <= sent.at:
        return False
    newer = (at for number, at in arrived.items() if number > read.fact.sms)
    return not any(at and at.replace(microsecond=0) > heard for at in newer)


def _asked_for_the_newest(story: Story, refusal: Moment[StepRefused]) -> bool:
    """Whether the citizen read it out when asked for the newest, once that had been sent.

    That the newest has not arrived, only the citizen could see.
    """
    read = _last_before(refusal, story.of(CodeRead))
    sent = _last_before(refusal, story.of(CodeSent))
    asked = _last_before(read, story.of(Said)) if read else None
    newest = asked is not None and asked.fact.phrase == "ask_newest_code"
    return newest and sent is not None and asked is not None and asked.seq > sent.seq


def _last_before(moment: Moment[Fact], moments: Sequence[Moment[F]]) -> Moment[F] | None:
    return next((each for each in reversed(moments) if each.seq < moment.seq), None)


def _was_read(story: Story, created: Moment[AccountCreated]) -> bool:
    """A person opposite may simply say it when asked, without a press on the telephone."""
    if created.before.desk.played and asked_since_sent(story, created):
        return True
    form = created.before.form(created.fact.form)
    digits = form.codes[-1].digits if form and form.codes else ""
    read = {each.fact.sms for each in story.of(CodeRead) if each.seq < created.seq}
    return any(
        message.number in read and digits in message.body for message in created.before.network.sms
    )


def asked_since_sent(story: Story, created: Moment[AccountCreated]) -> bool:
    """Whether the citizen was asked to read the newest code out."""
    sent = _last_before(created, story.of(CodeSent))
    asked = [*story.said("ask_code"), *story.said("ask_newest_code")]
    return sent is not None and any(sent.seq < each.seq < created.seq for each in asked)


def _resends(story: Story) -> list[Resend]:
    """Each code sent again for the same form, phone and paper, with the code before it.

    A paper printed and confirmed once more is a new one: a code is due (S4-19).
    """
    return [
        (old, new)
        for old, new in pairwise(story.of(CodeSent))
        if old.fact.form == new.fact.form
        and old.fact.phone == new.fact.phone
        and _paper(old) == _paper(new)
        and not all(
            any(old.seq < each.seq < new.seq for each in story.of(kind))
            for kind in (RequestFormDownloaded, FormChecked)
        )
    ]


def _paper(sent: Moment[CodeSent]) -> object:
    form = sent.after.form(sent.fact.form)
    return form.downloaded if form else None


def _still_good(old: Moment[CodeSent], new: Moment[CodeSent]) -> bool:
    form = new.before.form(new.fact.form)
    misses = form.misses if form else 0
    return new.at <= old.fact.expires_at and misses < new.before.era.code_attempts


def _arrived(old: Moment[CodeSent], new: Moment[CodeSent]) -> bool:
    """Whether the older code was on the citizen's phone when the new one was sent."""
    messages = code_messages(new.before, new.at)
    return any(old.fact.digits in message.body for message in messages)


def _between(story: Story, old: Moment[CodeSent], new: Moment[CodeSent]) -> list[Moment[Said]]:
    return [moment for moment in story.of(Said) if old.seq < moment.seq < new.seq]


def _answered_none(moment: Moment[Said]) -> bool:
    """Asked for a message, the citizen had none on the phone."""
    return moment.fact.phrase in ASKING and not code_messages(moment.before, moment.at)
