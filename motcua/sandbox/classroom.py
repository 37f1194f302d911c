"""A trainer beside the desk: what they tell the clerk becomes part of the run."""

from dataclasses import dataclass

from motcua.sandbox.events import HintPushed
from motcua.sandbox.guard import real_looking
from motcua.sandbox.state import Decision, World, happened, refused


@dataclass(frozen=True, slots=True)
class PushHint:
    """Tell the clerk something; ``words`` are the trainer's own."""

    words: str


def push_hint(_world: World, command: PushHint) -> Decision:
    """The clerk reads it in the conversation; what looks like real data is not written down."""
    problems = real_looking(command.words, "words")
    return refused("push_hint", *problems) if problems else happened(HintPushed(command.words))
