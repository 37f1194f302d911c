"""The intranet's main menu; a room adds its line here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Flask, url_for

from web.shell.access import Person, Role

_PRACTISING = frozenset({Role.CLERK, Role.TRAINER, Role.DESK_HEAD})
_READING = frozenset(Role) - {Role.ADMINISTRATOR}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu; ``endpoint`` is left out of the menu until its room is there."""

    words: str
    address: str
    endpoint: str
    roles: frozenset[Role] = frozenset(Role)


MENU = (
    Entry("Trang chủ", "/", "home.home"),
    Entry("Luyện tập", "/luyen-tap", "practice.choose", _PRACTISING),
    Entry("Bài giao", "/bai-giao", "assignments.home", _PRACTISING),
    Entry("Buổi tập huấn", "/buoi-tap", "classes.classes", _READING),
    Entry("Lịch trực", "/lich-truc", "roster.home", _READING),
    Entry("Ca trực", "/ca-truc", "duty.home", _PRACTISING),
    Entry("Sổ luyện tập", "/so-luyen-tap", "run_log.runs", _READING),
    Entry("Năng lực", "/nang-luc", "competence.mine", _PRACTISING),
    Entry("Năng lực đơn vị", "/nang-luc-don-vi", "competence.unit", _READING - {Role.CLERK}),
    Entry(
        "Soạn tình huống",
        "/soan",
        "authoring.scenarios",
        frozenset({Role.TRAINER, Role.DESK_HEAD}),
    ),
    Entry("Sổ đối chiếu", "/doi-chieu", "fidelity.ledger"),
    Entry("Quản trị", "/quan-tri", "administration.people", frozenset({Role.ADMINISTRATOR})),
)


def _entries(known: Mapping[str, object], person: Person) -> Iterator[Entry]:
    if person.slip:
        address = url_for("taking_part.tasks", class_id=person.slip.class_id)
        return iter([Entry("Bài của buổi tập", address, "taking_part.tasks")])
    return (entry for entry in MENU if entry.endpoint in known and person.role in entry.roles)


def is_current(entry: Entry, path: str) -> bool:
    """Whether the page shown belongs to this line."""
    return path == entry.address or (entry.address != "/" and path.startswith(f"{entry.address}/"))


def init_app(app: Flask) -> None:
    """Offer the menu to the intranet frame."""

    @app.template_global()
    def menu(person: Person) -> tuple[Entry, ...]:
        """The lines this person may open."""
        return tuple(_entries(app.view_functions, person))

    app.add_template_test(is_current, "current_on")
