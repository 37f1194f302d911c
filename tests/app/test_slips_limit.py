"""What a session by slip reaches: a list that is written out here, and inside it only one's own."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from tests.app.browsing import Browser, words
from tests.app.classroom import EXISTS, Classroom
from tests.app.office import Office
from tests.app.slips import Inside
from web.practice.runs.runs import RunRecord
from web.shell.access import (
    Access,
    Gate,
    UndeclaredAccessError,
    access_of,
    check_every_address,
    slips_too,
    who_may,
)
from web.shell.people import Role

OWN_APP = True  # one of these adds an address
ABOUT_ONESELF = {"unsent.keep", "unsent.discard", "home.home", "accounts.sign_out"}
IN_THE_CLASS = {"taking_part.tasks", "taking_part.tasks_now", "taking_part.begin"}
ABOUT_A_RUN = {"run_page.run", "run_page.step", "debrief.words", "debrief.sign"}
AT_THE_DESK = {
    "arrival.skip_waiting",
    "arrival.take",
    "coach.follow",
    "coach.play",
    "desk.ask_to_close",
    "desk.clock",
    "desk.close",
    "desk.desk",
    "desk.hint",
    "desk.paper",
    "desk.say",
    "follow.arrival_panel",
    "follow.new_lines",
    "follow.replies",
    "follow.paused",
    "portal_door.go_on",
    "portal_door.home",
    "portal_door.hint",
    "portal_door.sign_in",
    "portal_door.sign_in_now",
    "portal_door.sign_out",
    "portal_form.ask_to_cancel",
    "portal_form.form",
    "portal_form.press",
    "portal_list.accounts_list",
    "portal_list.new_form",
    "portal_list.search",
    "portal_paper.paper",
    "scanner.panel",
    "scanner.scan",
    "scanner.scan_file",
}
OPEN = ABOUT_ONESELF | IN_THE_CLASS | ABOUT_A_RUN | AT_THE_DESK
NOT_YET = {"coach.follow", "debrief.words", "portal_paper.paper", "scanner.scan_file"}
REFUSED = "Trang này cần đăng nhập bằng mật khẩu"


def _asking(app: Flask) -> Iterator[tuple[Rule, Access]]:
    """Every address that asks who is there."""
    with app.app_context():
        for rule in app.url_map.iter_rules():
            access = access_of(rule.endpoint)
            if access.gate in {Gate.SIGNED_IN, Gate.CLERKS_SIDE}:
                yield rule, access


def _calls(app: Flask, rule: Rule, **known: object) -> Iterator[tuple[str, str]]:
    """Each method of that address, filled in with what is ``known`` and anything that fits."""
    values = {name: known.get(name, _any(rule, name)) for name in rule.arguments}
    for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
        yield method, app.url_map.bind("").build(rule.endpoint, values, method)


def _any(rule: Rule, name: str) -> object:
    converter = rule._converters[name]
    if isinstance(converter, AnyConverter):
        return sorted(converter.items)[0]
    return 1 if isinstance(converter, IntegerConverter) else "x"


def _of(run: RunRecord, class_id: str) -> dict[str, object]:
    return {"run_id": run.id, "world_id": run.world_id, "class_id": class_id}


def test_exactly_these_addresses_are_open_to_slips(app: Flask) -> None:
    assert {rule.endpoint for rule, access in _asking(app) if access.slips} == OPEN


def test_every_other_address_refuses_in_words_and_offers_the_password(
    app: Flask, client: Browser, office: Office
) -> None:
    inside = Inside.come(client, office)
    own = _of(inside.begin(), inside.room.id)
    asked = 0
    for rule, access in _asking(app):
        for method, path in () if access.slips else _calls(app, rule, **own):
            answer = client.open(path, method=method)
            assert answer.status_code == 403, f"{method} {path}"
            assert REFUSED in words(answer), f"{method} {path}"
            assert 'href="/dang-nhap' in answer.get_data(as_text=True), f"{method} {path}"
            asked += 1
    assert asked > 100
    assert inside.is_in()


def _not_theirs(inside: Inside) -> dict[str, dict[str, object]]:
    """Runs and classes that lie outside, each for one reason."""
    office, room = inside.room.office, inside.room
    other = Classroom.opened(office, "canbo1", scenarios=(EXISTS,))
    colleague = Classroom.opened(office, "canbo1", "canbo2")
    office_free = office.start("canbo1")
    return {
        "practised freely": _of(office_free, other.id),
        "begun in another class": _of(other.begin("canbo1", EXISTS), other.id),
        "somebody else's": _of(colleague.begin("canbo2"), colleague.id),
        "nobody's": {"run_id": "x" * 400, "world_id": "%00", "class_id": room.id[:-1]},
    }


def test_whatever_an_open_address_speaks_of_has_to_lie_in_the_class(
    app: Flask, client: Browser, office: Office
) -> None:
    inside = Inside.come(client, office)
    outside = _not_theirs(inside)
    for rule, access in _asking(app):
        if not access.slips or not rule.arguments:
            continue
        for why, known in outside.items():
            for method, path in _calls(app, rule, **known):
                answer = client.open(path, method=method)
                assert answer.status_code == 403, f"{why}: {method} {path}"


def test_a_colleagues_run_in_the_very_class_is_closed_too(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    foreign = room.begin("canbo2")
    inside = Inside.join(client, room)
    for path in (foreign.page, foreign.desk, f"/nhin-lai/{foreign.id}"):
        assert client.get(path).status_code == 403
    assert inside.is_in()


def test_a_trainer_who_learns_by_slip_reaches_no_more_than_a_clerk(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "truongbophan", "canbo1")
    foreign = room.begin("canbo1")
    Inside.join(client, room, "truongbophan")
    for path in (
        room.training_class.page,
        room.training_class.board,
        "/soan",
        foreign.page,
        "/so-luyen-tap",
    ):
        assert client.get(path).status_code == 403


def test_all_of_ones_own_run_is_open(app: Flask, client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    own = _of(inside.begin(), inside.room.id) | {"holder": "citizen"}
    for rule, access in _asking(app):
        if not access.slips or not rule.arguments:
            continue
        for method, path in _calls(app, rule, **own):
            answer = client.open(path, method=method)
            opened = {404} if rule.endpoint in NOT_YET else {200, 303}
            expected = {400} if method == "POST" else opened  # 400: let in, but without a form
            assert answer.status_code in expected, f"{method} {path}"
            assert not (answer.location or "").startswith("/dang-nhap"), f"{method} {path}"


def test_home_leads_to_the_class_and_a_refusal_leads_back(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    assert client.get("/").location == inside.room.training_class.tasks
    refused = client.get("/mat-khau")
    assert 'href="/dang-nhap?next=/mat-khau"' in refused.get_data(as_text=True)
    assert "Mật khẩu" in words(client.get("/dang-nhap?next=/mat-khau"))


def _other(other: str) -> str:
    return other


def test_an_address_that_tells_nothing_of_whose_it_is_cannot_be_opened_to_slips(
    app: Flask,
) -> None:
    app.add_url_rule("/x/<other>", "x", slips_too(who_may(Role.CLERK)(_other)))
    with pytest.raises(UndeclaredAccessError, match="slips"):
        check_every_address(app)
