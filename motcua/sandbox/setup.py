"""What a scenario lays down for a world before anybody moves."""

from dataclasses import dataclass, field

from motcua.sandbox.citizens import Traits


@dataclass(frozen=True, slots=True)
class CitizenPart:
    """How the scripted citizen behaves.

    ``lines`` replace answers of the phrase book, by "phrase" or "phrase.variant".
    """

    lines: dict[str, str] = field(default_factory=dict)
    hard_of_hearing: bool = False
    slips_phone: bool = False  # first names a number with two digits swapped
    reads_older_code: bool = False
    leaves_after_code: bool = False
    asks_to_keep_password: bool = False


@dataclass(frozen=True, slots=True)
class Setup:
    """The starting point that goes into a world's first entry."""

    traits: Traits = field(default_factory=Traits)
    part: CitizenPart = field(default_factory=CitizenPart)
    papers: tuple[str, ...] = ("citizen",)  # whose cards lie on the desk: citizen, relative
