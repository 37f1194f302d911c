"""Everybody can use the desk, the scanner and the telephone, however far a visit has come."""

from collections.abc import Callable

from tests.e2e.conftest import Look, NewContext
from tests.e2e.visit import Visit


def test_the_desk_from_greeting_to_goodbye(visit: Visit, look: Look) -> None:
    desk = visit.desk()
    look(desk.page, "desk, nothing said")
    desk.ask_hint()
    desk.say("greet")
    look(desk.page, "desk, hint and talk")
    desk.page.get_by_role("link", name="Xem cỡ lớn").click()
    look(desk.page, "a card, large")
    visit.hurry_to_code()
    desk = visit.desk()
    desk.say("ask_code")
    look(desk.page, "desk, code read aloud, request form on the desk")


def test_the_end_of_a_visit(visit: Visit, look: Look) -> None:
    visit.hurry_to_form()
    desk = visit.desk()
    desk.follow("Kết thúc lượt")
    look(desk.page, "close, a form left open")
    desk.press("Kết thúc lượt")
    visit.desk()
    look(desk.page, "desk of a closed visit")


def test_a_citizen_who_left(begin: Callable[..., Visit], look: Look) -> None:
    visit = begin("tk-14-cong-dan-bo-ve")
    visit.hurry_to_code()
    look(visit.desk().page, "desk, nobody there any more")


def test_the_scanner(visit: Visit, look: Look) -> None:
    scanner = visit.scanner()
    look(scanner.page, "scanner, nothing scanned")
    scanner.scan()
    scanner.scan(sides="front", fmt="docx")
    look(scanner.page, "scanner, two files")


def test_the_telephone(visit: Visit, look: Look, new_context: NewContext) -> None:
    handset = visit.handset(new_context().new_page())
    look(handset.page, "telephone, no message")
    form = visit.hurry_to_code()
    form.send_code()
    visit.desk().say("ask_code")
    handset.reload()
    look(handset.page, "telephone, two messages and a code read aloud")
    handset.follow(handset.page.get_by_role("link", name="Xem chữ lớn").last.inner_text())
    look(handset.page, "telephone, one message in large letters")
