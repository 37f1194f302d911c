"""What a scenario lays down for a world before anybody moves."""

from dataclasses import dataclass, field

from sandbox.citizens import Traits


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
class VneidPart:
    """How the citizen comes to VNeID, and behaves with it.

    ``signed_in_on``: "handset", "old" (the former phone, at hand), "lost" or "" (nowhere).
    ``forgets``: "", "password" or "passcode". ``papers`` are integrated already.
    ``mistypes`` is how many codes are first typed wrong.
    """

    signed_in_on: str = "handset"
    forgets: str = ""
    papers: tuple[str, ...] = ()
    passcode_misses: int = 0
    mistypes: int = 0
    had_level1: bool = False
    with_child: bool = False
    declines_help: bool = False
    hands_over_phone: bool = False


@dataclass(frozen=True, slots=True)
class Setup:
    """The starting point that goes into a world's first entry.

    ``topics`` are what is practised, and so what the desk offers: "account", "vneid" or both.
    ``coached``: somebody says on every screen what comes next.
    """

    traits: Traits = field(default_factory=Traits)
    part: CitizenPart = field(default_factory=CitizenPart)
    papers: tuple[str, ...] = ("citizen",)  # whose cards lie on the desk: citizen, relative
    vneid: VneidPart = field(default_factory=VneidPart)
    topics: tuple[str, ...] = ("account",)
    coached: bool = False
