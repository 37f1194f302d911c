"""A trainer beside the desk: what they tell the clerk or change becomes part of the run."""

from dataclasses import dataclass, replace

from sandbox import people
from sandbox.citizens import Phone
from sandbox.ending import CLASS_OVER
from sandbox.events import HintPushed, RelativesPhoneNamed, VisitClosed
from sandbox.guard import real_looking
from sandbox.state import Decision, World, happened, refused


@dataclass(frozen=True, slots=True)
class PushHint:
    """Tell the clerk something; ``words`` are the trainer's own."""

    words: str


def push_hint(_world: World, command: PushHint) -> Decision:
    """The clerk reads it in the conversation; what looks like real data is not written down."""
    problems = real_looking(command.words, "words")
    return refused("push_hint", *problems) if problems else happened(HintPushed(command.words))


@dataclass(frozen=True, slots=True)
class NameRelativesPhone:
    """Let the citizen name a relative's number before their own (S4-12)."""


def name_relatives_phone(world: World, _command: NameRelativesPhone) -> Decision:
    """A citizen who does so anyway goes on doing it."""
    named = people.others_phone(world.citizen)
    return happened() if named else happened(RelativesPhoneNamed())


@dataclass(frozen=True, slots=True)
class EndWithClass:
    """The class is over while the visit goes on."""


def end_with_class(_world: World, _command: EndWithClass) -> Decision:
    """The visit stops where it stands, whatever has been done."""
    return happened(VisitClosed(CLASS_OVER))


def on_relatives_phone(world: World, _fact: RelativesPhoneNamed) -> World:
    """Fold: one more SIM card in the citizen's telephone, the relative's."""
    number = people.own_phone(people.relative(world)) or people.others_phone(people.relative(world))
    phones = (Phone(number, "người nhà"), *world.citizen.phones)
    return replace(world, citizen=replace(world.citizen, phones=phones))
