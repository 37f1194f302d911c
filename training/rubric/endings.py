"""How forms and the visit end: nothing left open, nobody sent home for nothing."""

from collections.abc import Sequence

from sandbox import people
from sandbox.details import Details, same_to_a_reader, untrue_fields
from sandbox.events import (
    AccountCreated,
    DetailsSaved,
    FaultSpent,
    FileAttached,
    FormCancelled,
    FormOpened,
    HintShown,
    RequestFormDownloaded,
    Said,
    StepRefused,
    VisitClosed,
)
from sandbox.log import Fact
from sandbox.rules import Rule
from sandbox.state import Form, World
from training.obstacles import blocked, in_trouble, put_off
from training.rubric.detector import detector
from training.story import Moment, Story

Closing = Sequence[Moment[VisitClosed]]
# What is brought about by these still leaves the citizen something to come back for.
LEFT_TO_DO = frozenset({"referred", "handed_over", "declined", "citizen_left", "registered"})
CODE_IS_GONE = frozenset({Rule.CODE_EXPIRED, Rule.CODE_LOCKED})


@detector
def second_form(story: Story) -> Sequence[Moment[FormOpened]]:
    """S4-29: filled in again on another form beside one that could go on.

    Opening one, or a look-up on it, asks nobody to wait.
    """
    return [each for each in story.of(FormOpened) if _takes_over(story, each)]


@detector
def cancelled_needlessly(story: Story) -> Sequence[Moment[FormCancelled]]:
    """S4-24: a form ready to go on, of a citizen who is still here and has no account.

    HỦY is free after a mere look-up, for a slip, or once trouble is in the way.
    """
    return [
        each
        for each in story.of(FormCancelled)
        if not each.before.desk.left
        and not each.before.portal.accounts
        and [form.number for form in _pending(each.before)] == [each.fact.form]
        and _could_go_on(story, each, each.fact.form)
        and not _trouble_before(story, each)
    ]


@detector
def form_left_open(story: Story) -> Closing:
    """S4-24: the visit ended with a form that was neither finished nor cancelled."""
    return [each for each in story.of(VisitClosed) if _left_open(each.before)]


@detector
def number_left_open(story: Story) -> Closing:
    """S4-24: a form beside the finished one was left open; it holds the number and no more."""
    return [
        each
        for each in story.of(VisitClosed)
        if _pending(each.before) and not _left_open(each.before)
    ]


@detector
def gave_up(story: Story) -> Closing:
    """S1-27: the visit ended without an account, and nothing was in the way."""
    return [] if in_trouble(story) else _given_up(story)


@detector
def gave_up_in_trouble(story: Story) -> Closing:
    """S4-29: the visit ended without an account after trouble that could be overcome."""
    return _given_up(story) if in_trouble(story) else []


@detector
def created_without_citizen(story: Story) -> Sequence[Moment[Fact]]:
    """S4-02: accounts are made, or tried to be made, only while the citizen is present."""
    tried = [each for each in story.of(StepRefused) if each.fact.step == "create"]
    pressed: list[Moment[Fact]] = [*tried, *story.of(AccountCreated)]
    return [each for each in pressed if each.before.desk.left]


@detector
def over_target(story: Story) -> Sequence[Moment[Fact]]:
    """S0-16: the run took longer than its scenario wishes for."""
    return story.moments[-1:] if story.duration_s > story.task.target_s else ()


@detector
def ended_otherwise(story: Story) -> Closing:
    """S1-27: the visit is over, and what the scenario asks for was not reached, nor put off."""
    enough = story.reached or put_off(story)
    return [] if enough or not story.task.outcome else story.of(VisitClosed)


@detector
def return_arranged_needlessly(story: Story) -> Sequence[Moment[Said]]:
    """S0-16: told to come back another day, though all of it was done without any trouble."""
    received = "vneid" not in story.end.setup.topics or story.end.arrival.received
    done = story.reached and received and story.task.outcome not in LEFT_TO_DO
    return [
        each for each in story.said("arrange_return") if done and not in_trouble(story, each.seq)
    ]


@detector
def hint_used(story: Story) -> Sequence[Moment[HintShown]]:
    """S1-05: a hint was asked for."""
    return story.of(HintShown)


def _pending(world: World) -> list[Form]:
    return [form for form in world.portal.forms if form.is_pending]


def _left_open(world: World) -> list[Form]:
    """Forms that hold more than the number; without an account the number is more than enough."""
    bare = [Details(id_number=form.details.id_number) for form in _pending(world)]
    return [
        form
        for form, number in zip(_pending(world), bare, strict=True)
        if not world.portal.accounts or form.attachment or form.details != number
    ]


def _takes_over(story: Story, opened: Moment[FormOpened]) -> bool:
    """Whether that form was worked on while an earlier one was ready to go on."""
    kept: list[Moment[DetailsSaved] | Moment[FileAttached]]
    kept = [*story.of(DetailsSaved), *story.of(FileAttached)]
    own = (each for each in kept if each.fact.form == opened.fact.form)
    begun = min(own, key=lambda each: each.seq, default=None)
    return begun is not None and any(
        _could_go_on(story, begun, form.number)
        for form in _pending(begun.before)
        if form.number != opened.fact.form
    )


def _could_go_on(story: Story, moment: Moment[Fact], number: int) -> bool:
    """Whether the form had its paper, and neither citizen nor clerk found anything wrong in it."""
    form, desk = moment.before.form(number), moment.before.desk
    paper = form.downloaded if form else None
    if paper is None or (desk.checked == paper and not desk.check_passed):
        return False
    later = (each for each in story.of(RequestFormDownloaded) if each.seq > moment.seq)
    following = next((each.fact.details for each in later), paper)
    slip = untrue_fields(paper, people.true_details(moment.before))
    return not slip or same_to_a_reader(following, paper)


def _trouble_before(story: Story, cancelled: Moment[FormCancelled]) -> bool:
    """Whether something has failed on that form, or its code was no good any more."""
    opened = next(each for each in story.of(FormOpened) if each.fact.form == cancelled.fact.form)
    failures = [*story.of(FaultSpent), *story.refused(CODE_IS_GONE)]
    return any(opened.seq < each.seq < cancelled.seq for each in failures)


def _given_up(story: Story) -> Closing:
    if blocked(story):
        return []
    return [
        each
        for each in story.of(VisitClosed)
        if "account" in each.before.setup.topics
        and not each.before.portal.accounts
        and not each.before.desk.left
        and not each.before.portal.own_found
    ]
