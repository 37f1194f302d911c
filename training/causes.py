"""One mistake, one finding: what followed from a mistake is told inside it and not beside it.

Some entries always say less about the same slip (``RubricEntry.swallows``). Others follow only
where the clerk acted as the mistake would have it: a wrong branch followed to its end, a code sent
to a number that is not the citizen's, a visit broken off. The cause then weighs as much as the
worst of what followed.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sandbox import people
from sandbox.events import AccountCreated, BranchChosen, VisitClosed
from sandbox.log import Fact
from sandbox.triage import Branch, offices
from training.guided import step_of
from training.rubric.entry import EVERYTHING, Harm, RubricEntry
from training.scorecard import StepResult
from training.story import Moment, Story

Seen = Mapping[RubricEntry, Sequence[Moment[Fact]]]

_FALSE_NEWS = ("tk.told_exists_wrongly", "vn.outage_told_wrongly", "vn.introduced_nobody")
# What somebody does who believes in that branch, where it is not the citizen's.
_AS_BELIEVED: Mapping[Branch, frozenset[str]] = {
    Branch.B1: frozenset({"vn.referred_needlessly", "vn.wrong_office", "vn.insurance_needless"}),
    Branch.B2: frozenset({"vn.referred_needlessly", "vn.wrong_office", "vn.insurance_forgotten"}),
    Branch.B3: frozenset(
        {"vn.activated_twice", "vn.level2_not_there", "vn.not_referred", "vn.gave_up"}
    ),
    Branch.B4: frozenset({"vn.level2_not_there", "vn.not_referred", "vn.gave_up"}),
}


def _of_wrong_branch(story: Story, found: Seen) -> Iterator[str]:
    chosen = story.of(BranchChosen)[-1]
    believed = Branch(chosen.fact.branch)
    for entry, seen in found.items():
        since = seen[0].seq > chosen.seq and _sent_as_believed(entry.id, story, believed)
        if since and entry.id in _AS_BELIEVED[believed]:
            yield entry.id


def _sent_as_believed(name: str, story: Story, believed: Branch) -> bool:
    """An office that is wrong for the believed branch too is a mistake of its own."""
    right = offices(believed, story.end.era.vneid)
    return name != "vn.wrong_office" or story.end.arrival.referred_to in right


def _of_wrong_phone(story: Story, _found: Seen) -> Iterator[str]:
    """Nobody can read out a code that went to another telephone."""
    if all(_went_elsewhere(each) for each in story.of(AccountCreated)):
        yield "tk.code_not_read"


def _of_false_news(story: Story, found: Seen) -> Iterator[str]:
    """Whoever believes what was told wrongly ends the visit where it stands."""
    told = max(seen[-1].seq for entry, seen in found.items() if entry.id in _FALSE_NEWS)
    if not any(each.seq > told and step_of(each.fact) for each in story.moments):
        yield from ("tk.gave_up", "tk.gave_up_in_trouble", "tk.form_left_open", "vn.gave_up")


def _went_elsewhere(created: Moment[AccountCreated]) -> bool:
    form = created.before.form(created.fact.form)
    phone = form.codes[-1].phone if form and form.codes else ""
    return phone != people.own_phone(created.before.citizen)


FOLLOWS: Mapping[str, Callable[[Story, Seen], Iterator[str]]] = {
    "vn.wrong_branch": _of_wrong_branch,
    "tk.wrong_phone": _of_wrong_phone,
    **dict.fromkeys(_FALSE_NEWS, _of_false_news),
}

# A visit that was broken off leaves undone whatever would have come; the first of these tells it.
BROKEN_OFF = (
    "tk.gave_up",
    "tk.gave_up_in_trouble",
    "vn.gave_up",
    "vn.gave_up_in_trouble",
    "vn.left_half_done",
    "vn.not_referred",
    "vn.not_received",
)
_AT_THE_END = {"receive", "cancel", "close"}  # what can still be done for somebody sent home


def told_by_cause(story: Story, found: Seen, costing: Collection[RubricEntry]) -> Seen:
    """The mistakes that stand for themselves, each with what it brought about inside it."""
    known = {entry.id: entry for entry in found}
    followed = {
        name: cause.id
        for cause in costing
        if cause.id in FOLLOWS
        for name in FOLLOWS[cause.id](story, found)
        if name in known
    }
    hidden = {name for each in costing for name in each.swallows}
    swallowed = {
        name: each.id
        for each in costing
        if each.id not in hidden  # what is left out itself leaves out nothing more
        for name in each.swallows
        if name in known
    }
    above = swallowed | followed
    inside: dict[str, list[RubricEntry]] = {}
    for name in above:
        inside.setdefault(_cause(name, above), []).append(known[name])
    return {
        _with(entry, inside.get(entry.id, []), followed.keys()): seen
        for entry, seen in found.items()
        if entry.id not in above
    }


def told_as_broken_off(
    counted: Seen, costing: Collection[RubricEntry], steps: Sequence[StepResult]
) -> Seen:
    """One finding for all that a visit left undone from the step on at which it was broken off."""
    by_id = {each.id: each for each in costing}
    cause = next((by_id[name] for name in BROKEN_OFF if name in by_id), None)
    if cause is None:
        return counted
    order = {each.step.id: place for place, each in enumerate(steps)}
    done = [order[each.step.id] for each in steps if each.when and each.step.id not in _AT_THE_END]
    last = max(done, default=-1)
    inside = [
        each
        for each in costing
        if each is not cause
        and isinstance(counted[each][0].fact, VisitClosed)
        and order.get(each.step, len(steps)) > last
    ]
    whole = replace(cause, explains=(EVERYTHING,)) if inside else cause
    told = _with(whole, inside, [each.id for each in inside])
    return {
        told if each is cause else each: seen
        for each, seen in counted.items()
        if each not in inside
    }


def _cause(name: str, above: Mapping[str, str]) -> str:
    while name in above:
        name = above[name]
    return name


def _with(
    cause: RubricEntry, inside: Sequence[RubricEntry], followed: Collection[str]
) -> RubricEntry:
    if not inside:
        return cause
    titles = "; ".join(f"{each.title[0].lower()}{each.title[1:]}" for each in inside)
    spoils = tuple(name for each in (cause, *inside) for name in (each.step, *each.spoils))
    happened = f"{cause.happened} Cùng trong lỗi này: {titles}."
    explains = tuple(name for each in (cause, *inside) for name in (each.step, *each.explains))
    told = replace(cause, happened=happened, spoils=spoils, explains=explains)
    came_of_it = [each for each in inside if each.id in followed]
    return _as_heavy_as(told, came_of_it) if came_of_it else told


def _as_heavy_as(cause: RubricEntry, followed: Sequence[RubricEntry]) -> RubricEntry:
    every = (cause, *followed)
    worst = min(every, key=lambda each: tuple(Harm).index(each.harm))
    return replace(
        cause,
        points=max(each.points for each in every),
        grave=any(each.grave for each in every),
        harm=worst.harm,
        because=cause.because or worst.because,
    )
