"""How forms and the visit end: nothing left open, nobody sent home for nothing."""

from collections.abc import Sequence

from sandbox.events import (
    AccountCreated,
    FaultSpent,
    FormCancelled,
    FormOpened,
    HintShown,
    VisitClosed,
)
from sandbox.log import Fact
from sandbox.state import Form, World
from training.rubric.detector import detector
from training.rubric.manners import own_account_found
from training.story import Moment, Story

Closing = Sequence[Moment[VisitClosed]]


@detector
def second_form(story: Story) -> Sequence[Moment[FormOpened]]:
    """S4-29: a new form beside one that was looked up and could go on."""
    return [
        each
        for each in story.of(FormOpened)
        if any(form.looked_up for form in _unfinished(each.before))
    ]


@detector
def cancelled_needlessly(story: Story) -> Sequence[Moment[FormCancelled]]:
    """S4-24: the only form of a citizen who is still here and has no account."""
    return [
        each
        for each in story.of(FormCancelled)
        if not each.before.desk.left
        and not each.before.portal.accounts
        and [form.looked_up for form in _unfinished(each.before)] == [each.before.citizen.id_number]
    ]


@detector
def form_left_open(story: Story) -> Closing:
    """S4-24: the visit ended with a form that was neither finished nor cancelled."""
    return [each for each in story.of(VisitClosed) if _unfinished(each.before)]


@detector
def gave_up(story: Story) -> Closing:
    """S1-27: the visit ended without an account, and nothing had gone wrong."""
    return [] if story.of(FaultSpent) else _given_up(story)


@detector
def gave_up_in_trouble(story: Story) -> Closing:
    """S4-29: the visit ended without an account after trouble that could be overcome."""
    return _given_up(story) if story.of(FaultSpent) else []


@detector
def created_without_citizen(story: Story) -> Sequence[Moment[AccountCreated]]:
    """S4-02: accounts are made while the citizen is present."""
    return [each for each in story.of(AccountCreated) if each.before.desk.left]


@detector
def over_target(story: Story) -> Sequence[Moment[Fact]]:
    """S0-16: the run took longer than its scenario wishes for."""
    return story.moments[-1:] if story.duration_s > story.target_s else ()


@detector
def hint_used(story: Story) -> Sequence[Moment[HintShown]]:
    """S1-05: a hint was asked for."""
    return story.of(HintShown)


def _unfinished(world: World) -> list[Form]:
    return [form for form in world.portal.forms if form.is_open and not form.found]


def _given_up(story: Story) -> Closing:
    return [
        each
        for each in story.of(VisitClosed)
        if "account" in each.before.setup.topics
        and not each.before.portal.accounts
        and not each.before.desk.left
        and not own_account_found(each.before)
    ]
