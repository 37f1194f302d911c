"""Whether the citizen read and confirmed what the account is made from (S4-18)."""

from collections.abc import Sequence

from sandbox.details import same_to_a_reader
from sandbox.events import AccountCreated, CodeSent, FormChecked
from sandbox.log import Fact
from training.rubric.detector import detector
from training.story import Moment, Story

Sent = Sequence[Moment[CodeSent]]


@detector
def check_skipped(story: Story) -> Sent:
    """A code was sent before the citizen had read any paper of that form."""
    return [each for each in story.of(CodeSent) if _last_check(story, each) is None]


@detector
def ignored_citizen(story: Story) -> Sent:
    """The citizen found something wrong, and the code was sent for just that paper."""
    return [
        each
        for each in story.of(CodeSent)
        if (check := _last_check(story, each)) and check.wrong and not _changed(check, each)
    ]


@detector
def changed_after_check(story: Story) -> Sequence[Moment[Fact]]:
    """The code, or the account, is for details the citizen has not read."""
    sent = [
        each
        for each in story.of(CodeSent)
        if (check := _last_check(story, each)) and _changed(check, each)
    ]
    return [*sent, *_changed_at_creation(story)]


def _changed_at_creation(story: Story) -> list[Moment[AccountCreated]]:
    return [
        each
        for each in story.of(AccountCreated)
        if (form := each.before.form(each.fact.form))
        and form.downloaded
        and not same_to_a_reader(form.downloaded, each.fact.details)
    ]


def _last_check(story: Story, sent: Moment[CodeSent]) -> FormChecked | None:
    checks = [
        each.fact
        for each in story.of(FormChecked)
        if each.seq < sent.seq and each.fact.form == sent.fact.form
    ]
    return checks[-1] if checks else None


def _changed(check: FormChecked, sent: Moment[CodeSent]) -> bool:
    form = sent.before.form(sent.fact.form)
    return form is None or not same_to_a_reader(form.details, check.details)
