"""What the clerk notices while the citizen works (S1-05): whose hand, and no secret (S1-07)."""

from sandbox import events
from sandbox.era import Era
from sandbox.fidelity import sentence
from sandbox.log import Actor, Entry, HandFact
from sandbox.refusal import Problem
from training.narration import narrate

AUTOMATIC = (events.Activated, events.DeviceUnlinked)  # nobody's hand: it follows from a step


def notice(entry: Entry, era: Era) -> str:
    """One sentence on what happened on the citizen's side; "" when there is nothing to see."""
    match entry.fact:
        case events.StepRefused(hand=Actor() as hand) as refused:
            return _refused(refused, hand, era)
        case fact if isinstance(fact, AUTOMATIC):
            return narrate(entry)
        case HandFact(hand=hand):
            who = "Anh/chị vừa làm thay công dân:" if hand is Actor.CLERK else "Công dân vừa"
            return f"{who} {_within(narrate(entry))}"
    return ""


def _refused(fact: events.StepRefused, hand: Actor, era: Era) -> str:
    """The sentences as they stood on the screen."""
    card = (("card", era.vneid.card),)
    sentences = " ".join(sentence(Problem(reason.rule, values=card)) for reason in fact.reasons)
    by_clerk = hand is Actor.CLERK
    return f"{'Anh/chị vừa làm thay, máy' if by_clerk else 'Máy của công dân'} báo: “{sentences}”"


def _within(words: str) -> str:
    """The words as they stand within a sentence."""
    return words[0].lower() + words[1:]
