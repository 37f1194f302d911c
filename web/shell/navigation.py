"""The intranet's menu: at most five places, their pages inside; a room adds its line here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import Flask, url_for

from web.shell.access import Person, Role

_PRACTISING = frozenset({Role.CLERK, Role.TRAINER, Role.DESK_HEAD})
_READING = frozenset(Role) - {Role.ADMINISTRATOR}
_LEADING = frozenset({Role.TRAINER, Role.DESK_HEAD})
_ADMINISTERING = frozenset({Role.ADMINISTRATOR})
_OVERSEEING = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the menu; ``beside`` are the addresses of pages that belong to it as well."""

    words: str
    address: str
    endpoint: str
    roles: frozenset[Role] = frozenset(Role)
    beside: tuple[str, ...] = ()

    def reach(self, path: str) -> int:
        """How much of the path this page accounts for; 0: it does not belong here."""
        ours = (each for each in (self.address, *self.beside) if _begins(path, each))
        return max(map(len, ours), default=0)


@dataclass(frozen=True, slots=True)
class Place:
    """What people come for: its pages, the first of which it opens. ``beside`` as above."""

    words: str
    entries: tuple[Entry, ...]
    beside: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where the place itself leads."""
        return self.entries[0].address

    def entry_on(self, path: str) -> Entry | None:
        """The page one is on, if it is one of these; of two the nearer one."""
        found = max(self.entries, key=lambda entry: entry.reach(path))
        return found if found.reach(path) else None

    def is_current(self, path: str) -> bool:
        """Whether the page shown belongs here."""
        beside = any(_begins(path, each) for each in self.beside)
        return beside or self.entry_on(path) is not None


MENU = (
    Place("Hôm nay", (Entry("Hôm nay", "/", "home.home"),)),
    Place(
        "Luyện tập",
        (
            Entry("Tình huống", "/luyen-tap", "practice.choose", _PRACTISING, ("/dong-vai",)),
            Entry("Bài giao", "/bai-giao", "assignments.home", _PRACTISING),
            Entry("Buổi tập huấn", "/buoi-tap", "classes.classes", _READING),
            Entry("Sổ luyện tập", "/so-luyen-tap", "run_log.runs", _READING, ("/nhin-lai",)),
            Entry("Năng lực", "/nang-luc", "competence.mine", _PRACTISING),
        ),
        beside=("/ban",),  # at the desk one practises, and its height is needed: no second row
    ),
    Place(
        "Lịch trực",
        (
            Entry("Lịch của đơn vị", "/lich-truc", "roster.home", _READING),
            Entry("Ca trực", "/ca-truc", "duty.home", _PRACTISING),
        ),
    ),
    Place(
        "Đơn vị",
        (
            Entry(
                "Năng lực đơn vị",
                "/nang-luc-don-vi",
                "competence.unit",
                _READING - {Role.CLERK},
                ("/xuat-ket-qua",),
            ),
            Entry("Soạn tình huống", "/soan", "authoring.scenarios", _LEADING),
            Entry("Quản lý người dùng", "/quan-tri", "administration.people", _ADMINISTERING),
            Entry("Các đơn vị", "/quan-tri/don-vi", "units.units", _ADMINISTERING),
            Entry("Nhật ký quản trị", "/nhat-ky-quan-tri", "audit.entries", _OVERSEEING),
        ),
    ),
    Place(
        "Tra cứu",
        (
            Entry("Sổ đối chiếu", "/doi-chieu", "fidelity.ledger"),
            Entry("Dữ liệu của tôi", "/du-lieu-cua-toi", "records.mine"),
        ),
    ),
)


def _begins(path: str, address: str) -> bool:
    return path == address or (address != "/" and path.startswith(f"{address}/"))


@dataclass(frozen=True, slots=True)
class Menu:
    """What somebody may open, and where they are; a desk is in a place and on no page of it."""

    places: tuple[Place, ...]
    place: Place | None
    entry: Entry | None


def menu_of(person: Person, path: str) -> Menu:
    """The menu of that person on the page of that path."""
    places = _places(person)
    here = next((place for place in places if place.is_current(path)), None)
    return Menu(places, here, here.entry_on(path) if here else None)


def _places(person: Person) -> tuple[Place, ...]:
    if person.slip:  # their class alone
        address = url_for("taking_part.tasks", class_id=person.slip.class_id)
        tasks = Entry("Bài của buổi tập", address, "taking_part.tasks")
        return (Place(tasks.words, (tasks,), beside=("/ban", "/so-luyen-tap", "/nhin-lai")),)
    return tuple(_open_to(person.role))


def _open_to(role: Role) -> Iterator[Place]:
    for place in MENU:
        entries = tuple(entry for entry in place.entries if role in entry.roles)
        if entries:
            yield replace(place, entries=entries)


def init_app(app: Flask) -> None:
    """Offer the menu to the intranet frame."""
    app.add_template_global(menu_of)
