"""Data that is not the citizen's: on the account, on the file, at the look-up."""

from collections.abc import Sequence
from math import inf

from sandbox import people
from sandbox.details import untrue_fields
from sandbox.events import (
    AccountCreated,
    Answered,
    CodeSent,
    FileAttached,
    LookedUp,
    RequestFormDownloaded,
    Said,
)
from sandbox.log import Fact
from sandbox.rules import Rule
from sandbox.vietnamese import fold
from training.rubric.detector import detector
from training.story import Moment, Story

Created = Sequence[Moment[AccountCreated]]


@detector
def wrong_id(story: Story) -> Created:
    """S4-07: the account stands under another number than the card's."""
    return _untrue(story, "id_number")


@detector
def wrong_name(story: Story) -> Created:
    """S4-11: another name, even when marks are left aside."""
    return [each for each in _untrue(story, "full_name") if not _same_letters(each)]


@detector
def name_without_marks(story: Story) -> Created:
    """S4-11: the right letters with marks missing or wrong."""
    return [each for each in _untrue(story, "full_name") if _same_letters(each)]


@detector
def wrong_birth_date(story: Story) -> Created:
    """S4-11: another birth date than the card's."""
    return _untrue(story, "birth_date")


@detector
def wrong_email(story: Story) -> Created:
    """S4-14: an address, but not the one the citizen uses."""
    return [each for each in _untrue(story, "email") if each.before.citizen.email]


@detector
def invented_email(story: Story) -> Created:
    """S4-14: an address for somebody who uses none."""
    return [each for each in _untrue(story, "email") if not each.before.citizen.email]


@detector
def wrong_unit(story: Story) -> Created:
    """S4-15: a unit of the list, but not the one the officer works in."""
    return [
        each
        for each in story.of(AccountCreated)
        if each.fact.details.unit != each.before.era.officer_unit
    ]


@detector
def wrong_phone(story: Story) -> Sequence[Moment[CodeSent]]:
    """S4-12: the code went to a number the citizen does not hold, and has not given as theirs."""
    return [
        each
        for each in story.of(CodeSent)
        if each.fact.phone != people.own_phone(each.before.citizen)
        and not _given_as_own(story, each)
    ]


def _given_as_own(story: Story, sent: Moment[CodeSent]) -> bool:
    """Whether the citizen has named just that number, and found it right on the paper."""
    phone, desk = sent.fact.phone, sent.before.desk
    named = any(phone in each.fact.words for each in story.of(Answered) if each.seq < sent.seq)
    read = desk.check_passed and desk.checked is not None and desk.checked.phone == phone
    return named and read and phone != people.others_phone(sent.before.citizen)


@detector
def wrong_card(story: Story) -> Sequence[Moment[FileAttached]]:
    """S1-07: somebody else's card in the citizen's file, when it was printed or sent.

    Like a slip in the data it harms nobody who puts it right before.
    """
    return [
        each
        for each in story.of(FileAttached)
        if each.fact.holder != "citizen" and _was_used(story, each)
    ]


@detector
def looked_up_other_number(story: Story) -> Sequence[Moment[LookedUp]]:
    """S4-07: a number that is neither on the card nor the citizen's personal one."""
    return [
        each
        for each in story.of(LookedUp)
        if each.fact.id_number
        not in (each.before.citizen.id_number, each.before.citizen.personal_id)
    ]


@detector
def relative_phone_agreed(story: Story) -> Sequence[Moment[Said]]:
    """S4-12: told the citizen that a relative's number would do."""
    return story.said("use_relatives_phone")


@detector
def phone_owner_not_asked(story: Story) -> Sequence[Moment[Fact]]:
    """S4-12: the first code was sent, or tried, before anybody asked whose number it is."""
    attempts = [*story.of(CodeSent), *story.refused({Rule.PHONE_NOT_OWNER})]
    first = sorted(attempts, key=lambda each: each.seq)[:1]
    return [each for each in first if "ask_phone_owner" not in each.before.desk.phrases_said]


def _was_used(story: Story, attached: Moment[FileAttached]) -> bool:
    """Whether anything came of that form before another file took its place."""
    form = attached.fact.form
    later = [each for each in story.of(FileAttached) if each.seq > attached.seq]
    end = min((each.seq for each in later if each.fact.form == form), default=inf)
    uses = [each.seq for each in story.of(RequestFormDownloaded) if each.fact.form == form]
    uses += [each.seq for each in story.of(CodeSent) if each.fact.form == form]
    uses += [each.seq for each in story.of(AccountCreated) if each.fact.form == form]
    return any(attached.seq < seq < end for seq in uses)


def _untrue(story: Story, field: str) -> Created:
    """The accounts made with something untrue in that field."""
    return [
        each
        for each in story.of(AccountCreated)
        if field in untrue_fields(each.fact.details, people.true_details(each.before))
    ]


def _same_letters(each: Moment[AccountCreated]) -> bool:
    return fold(each.fact.details.full_name) == fold(each.before.citizen.full_name)
