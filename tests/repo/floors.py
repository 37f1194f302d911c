"""The house's floors, worked out from its imports: a room stands above all that it imports."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from tests.repo.house import Module, imported, modules

Name = Callable[[str], str]
MOST_SHOWN = 4
HOUSE = ("web", "rostering", "training", "sandbox")


def room(dotted: str) -> str:
    """A module's room: a folder directly below ``web``, a file of its own there, or a package."""
    parts = dotted.split(".")
    return ".".join(parts[:2]) if parts[0] == "web" else parts[0]


def folder(dotted: str) -> str:
    """The folder a module of ``web`` lies in, rooms within rooms too; "" for anything else."""
    parts = dotted.split(".")
    while len(parts) > 1 and tuple(parts) not in _packages():
        parts.pop()
    return ".".join(parts) if parts[0] == "web" and len(parts) > 1 else ""


def _packages() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(each.name.split("/")[:-1]) for each in modules("web"))


def dotted(module: Module) -> str:
    """The name by which a module is imported."""
    return module.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def arrows(place: Name) -> dict[tuple[str, str], list[str]]:
    """From and to which place imports go, each with the imports as ``module -> name``."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for module in modules(*HOUSE):
        source = dotted(module)
        for _, target in imported(module):
            ours = target.split(".")[0] in HOUSE and target.count(".") > 0
            ends = (place(source), place(target))
            if ours and all(ends) and ends[0] != ends[1]:
                found[ends].append(f"{source} -> {target}")
    return found


def floors(arrows: Mapping[tuple[str, str], list[str]]) -> tuple[list[list[str]], list[str]]:
    """Floor by floor from the ground up, and the places that find none: they stand in circles."""
    below: dict[str, set[str]] = {end: set() for ends in arrows for end in ends}
    for source, target in arrows:
        below[source].add(target)
    built: list[list[str]] = []
    standing: set[str] = set()
    while floor := sorted(each for each in below if below[each] <= standing):
        built.append(floor)
        standing.update(floor)
        for each in floor:
            del below[each]
    while above := below.keys() - {each for imported in below.values() for each in imported}:
        for each in above:  # stands in no circle, only on one
            del below[each]
    return built, sorted(below)


def drawing(place: Name) -> Iterator[str]:
    """The floors in words, the top one first; then every circle's arrows, the thinnest first."""
    known = arrows(place)
    built, left = floors(known)
    for number, floor in reversed(list(enumerate(built, start=1))):
        yield f"floor {number}: {', '.join(floor)}"
    for ends, found in sorted(known.items(), key=lambda each: len(each[1])):
        if set(ends) <= set(left):
            some = "; ".join(found[:MOST_SHOWN])
            yield f"in a circle: {' -> '.join(ends)} by {len(found)} imports: {some}"
