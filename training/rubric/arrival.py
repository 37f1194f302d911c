"""The check at arrival: asked, noted, put in a branch, sent to the right place, received."""

from collections.abc import Sequence
from math import inf

from sandbox.ending import LADDER, outcome
from sandbox.events import (
    Answered,
    ArrivalNoted,
    BranchChosen,
    HandedOver,
    NumberSent,
    Referred,
    Said,
    VisitClosed,
)
from sandbox.guiding import account_status
from sandbox.log import Fact
from sandbox.scripted_moves import MOVES
from sandbox.triage import Branch
from training import truth
from training.guided import guidance, is_answer
from training.rubric.detector import vneid_detector
from training.rubric.own_hands import touches
from training.story import Moment, Story

Closing = Sequence[Moment[VisitClosed]]
REFERRED = (Branch.B1, Branch.B2)
PRESSING = MOVES.keys() | {"offer_help"}


@vneid_detector
def not_asked(story: Story) -> Closing:
    """S0-12: nobody asked how the citizen stands, nor had it read off the screen."""
    checks = {"ask_vneid", "check_app"}
    return [each for each in _ends(story) if checks.isdisjoint(each.before.desk.phrases_said)]


@vneid_detector
def not_noted(story: Story) -> Closing:
    """S0-12: no result of the check was noted."""
    return [each for each in _ends(story) if not each.before.arrival.result]


@vneid_detector
def noted_wrongly(story: Story) -> Sequence[Moment[ArrivalNoted]]:
    """S0-12: the note that stayed is not how the citizen stood when it was made, or came."""
    last = story.of(ArrivalNoted)[-1:]
    came = account_status(story.moments[0].after, story.begin)
    return [
        each
        for each in last
        if each.fact.result not in (came, account_status(each.before, each.at))
    ]


@vneid_detector
def wrong_branch(story: Story) -> Sequence[Moment[BranchChosen]]:
    """S2-08 … S2-11: the branch that stayed is not the citizen's, nor was it on arrival."""
    last = story.of(BranchChosen)[-1:]
    came = truth.branch(story.moments[0].after, story.begin)
    return [
        each for each in last if each.fact.branch not in (came, truth.branch(each.before, each.at))
    ]


@vneid_detector
def branch_not_chosen(story: Story) -> Closing:
    """S2-11: everybody belongs to a branch; who declined is only received."""
    return [
        each
        for each in _ends(story)
        if truth.wants_help(each.before) and not each.before.arrival.branch
    ]


@vneid_detector
def wrong_office(story: Story) -> Sequence[Moment[Referred]]:
    """S2-08, S2-09: sent to an office that does not do this, or not at that time."""
    return [
        each
        for each in story.of(Referred)[-1:]
        if (right := truth.right_offices(each.before, each.at)) and each.fact.office not in right
    ]


@vneid_detector
def referred_needlessly(story: Story) -> Sequence[Moment[Referred] | Moment[Said]]:
    """S2-10, S2-11: sent to the police, or told to go there, with what is done at the desk."""
    sent: list[Moment[Referred] | Moment[Said]]
    sent = [*(story.of(Referred) or story.said("tell_referral"))]
    return [each for each in sent if not truth.right_offices(each.before, each.at)]


@vneid_detector
def not_referred(story: Story) -> Closing:
    """S2-08, S2-09: somebody without level 2 was not told where to get it."""
    return [
        each
        for each in _ends(story)
        if truth.still_helping(each.before)
        and truth.branch(each.before, each.at) in REFERRED
        and not each.before.arrival.referred_to
    ]


@vneid_detector
def referral_untold(story: Story) -> Closing:
    """S2-09: noted where to send the citizen, and did not tell them."""
    return [
        each
        for each in _ends(story)
        if each.before.arrival.referred_to and "tell_referral" not in each.before.desk.phrases_said
    ]


@vneid_detector
def insurance_forgotten(story: Story) -> Closing:
    """S2-08: referred for a card, and the number did not go to social insurance."""
    return [
        each
        for each in _ends(story)
        if each.before.arrival.referred_to
        and truth.number_wanted(each.before, each.at)
        and not each.before.arrival.number_sent
    ]


@vneid_detector
def insurance_needless(story: Story) -> Sequence[Moment[NumberSent]]:
    """S2-08: a number sent to social insurance that nobody there needs."""
    return [each for each in story.of(NumberSent) if not truth.number_wanted(each.before, each.at)]


@vneid_detector
def help_not_offered(story: Story) -> Closing:
    """S0-10: no word of the help there is."""
    return [each for each in _ends(story) if "offer_help" not in each.before.desk.phrases_said]


@vneid_detector
def handed_over_needlessly(story: Story) -> Sequence[Moment[HandedOver]]:
    """S2-10: handed over where nobody asks for that, and so not done when the visit ended."""
    needless = story.closing and not story.reached and "hand_over" not in story.task.steps
    return story.of(HandedOver)[-1:] if needless and story.task.steps else []


@vneid_detector
def supporter_not_introduced(story: Story) -> Closing:
    """S0-25: handed over, and not told to whom."""
    said = "introduce_supporter"
    return [
        each
        for each in _ends(story)
        if each.before.arrival.supporter and said not in each.before.desk.phrases_said
    ]


@vneid_detector
def pressed(story: Story) -> Sequence[Moment[Fact]]:
    """A6-1: urged somebody who had declined, and did not come round on it, or did it or passed
    them on all the same.

    They may be offered help once more: whoever wants it after all need not ask.
    """
    urging = [
        each
        for each in story.of(Said)
        if each.before.arrival.choice == "declined"
        and each.fact.phrase in PRESSING
        and not _came_round(story, each)
    ]
    once_more = [each for each in urging if each.fact.phrase == "offer_help"][:1]
    done = [*story.of(HandedOver), *story.said("do_it_for_you"), *touches(story)]
    pressing: list[Moment[Fact]]
    pressing = [each for each in done if each.before.arrival.choice == "declined"]
    pressing += [each for each in urging if each not in once_more]
    return sorted(pressing, key=lambda each: each.seq)


@vneid_detector
def not_received(story: Story) -> Closing:
    """S1-27: the visit ended and the dossier was not received."""
    return [each for each in _ends(story) if not each.before.arrival.received]


@vneid_detector
def priority_ignored(story: Story) -> Closing:
    """S0-23: somebody elderly, or without a smartphone, was not asked to come first.

    Said when they have what they came for, it comes too late.
    """
    in_time = [each for each in story.said("give_priority") if outcome(each.before) not in LADDER]
    return [each for each in _ends(story) if truth.has_priority(each.before) and not in_time]


def _came_round(story: Story, urging: Moment[Said]) -> bool:
    """Whether the citizen did it then, or answered by anything but another no."""
    following = (each for each in story.of(Said) if each.seq > urging.seq)
    until = next((each.seq for each in following), inf)
    answers = [each for each in story.of(Answered) if urging.seq < each.seq < until]
    if answers:
        chosen = answers[-1].after.arrival.choice
        return chosen == "accepted" or not is_answer(answers[-1], "declined")
    return any(words.seq == urging.seq for words in guidance(story).values())


def _ends(story: Story) -> list[Moment[VisitClosed]]:
    """The end of a visit about VNeID, with the citizen still there."""
    return [
        each
        for each in story.of(VisitClosed)
        if truth.about_vneid(each.before) and not each.before.desk.left
    ]
