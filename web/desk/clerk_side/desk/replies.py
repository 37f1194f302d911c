"""What can be said next: the few phrases of this phase, and all others by task."""

from dataclasses import dataclass

from sandbox.phases import offered, phase
from sandbox.phrases import SECTIONS, Phrase, phrase_book
from sandbox.state import World


@dataclass(frozen=True, slots=True)
class Replies:
    """``offered`` lie open; ``others`` are the headings of the tasks, each with what is left."""

    phase: str
    offered: tuple[Phrase, ...]
    others: dict[str, list[Phrase]]


def replies(world: World) -> Replies:
    """As the world stands; a phrase said in several tasks is under each of them."""
    now = offered(world)
    left = [
        phrase
        for phrase in phrase_book().values()
        if phrase.about(world.setup.topics) and phrase not in now
    ]
    others = {
        heading: [phrase for phrase in left if section in phrase.sections]
        for section, heading in SECTIONS.items()
    }
    filled = {heading: phrases for heading, phrases in others.items() if phrases}
    return Replies(phase(world), now, filled)
