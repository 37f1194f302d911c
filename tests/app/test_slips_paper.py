"""The trainer's side of slips: chosen, printed once, replaced, withdrawn."""

import re

import pytest
from sqlalchemy import update

from tests.app.browsing import Browser, sign_in, unchanged, words
from tests.app.classroom import Classroom
from tests.app.office import Office
from tests.app.slips import CODE, DOOR, Inside, give, refused, slips_of
from web.shell.qr import qr_svg_of_secret
from web.shell.session_models import PersonRow

BOX = re.compile(r'<input type="checkbox" id="nguoi-(\d+)"[^>]*?( checked)?>')


@pytest.fixture
def room(client: Browser, office: Office) -> Classroom:
    room = Classroom.opened(office, "canbo1", "canbo2")
    sign_in(client, "giangvien")
    return room


def _page(room: Classroom) -> str:
    return f"{room.training_class.page}/phieu"


def _form(client: Browser, room: Classroom, *people: str) -> dict[str, object]:
    """The form as it stands, with these people chosen."""
    text = client.get(_page(room)).get_data(as_text=True)
    had = re.search(r'name="da-co" value="(\d+)"', text)
    assert had
    return {"da-co": had[1], "nguoi": [str(room.office.person(each).id) for each in people]}


def _printed(client: Browser, room: Classroom, *people: str) -> list[str]:
    """The codes on the sheet."""
    answer = client.send(_page(room), _form(client, room, *people))
    assert answer.status_code == 200
    return CODE.findall(answer.get_data(as_text=True))


def _visitor(office: Office) -> Browser:
    visitor = office.app.test_client()
    assert isinstance(visitor, Browser)
    return visitor


def test_whoever_has_no_slip_is_chosen_already(client: Browser, room: Classroom) -> None:
    ids = {room.office.person(each).id: each for each in ("canbo1", "canbo2")}
    slips_of(room, "canbo1")
    found = BOX.findall(client.get(_page(room)).get_data(as_text=True))
    assert {ids[int(person)]: bool(checked) for person, checked in found} == {
        "canbo1": False,
        "canbo2": True,
    }


def test_a_sheet_holds_a_working_slip_for_each(
    client: Browser, office: Office, room: Classroom
) -> None:
    sheet = client.send(_page(room), _form(client, room, "canbo1", "canbo2"))
    text = sheet.get_data(as_text=True)
    codes = CODE.findall(text)
    assert len(set(codes)) == text.count("<svg") == 2
    for name in ("Trần Thị Mẫu An", "Lê Văn Mẫu Bình", "Tạo tài khoản công dân", "Phòng họp"):
        assert name in words(sheet)
    assert f"http://localhost:8000{DOOR}" in text
    for code in codes:
        assert qr_svg_of_secret(f"http://localhost:8000{DOOR}#{code.replace('-', '')}") in text
        assert give(_visitor(office), code).location == room.training_class.tasks


def test_codes_stand_on_no_other_page(client: Browser, room: Classroom) -> None:
    [code] = _printed(client, room, "canbo1")
    for address in (_page(room), room.training_class.page, room.training_class.board):
        assert code not in client.get(address).get_data(as_text=True)


def test_a_sheet_loaded_again_spoils_nothing(
    client: Browser, office: Office, room: Classroom
) -> None:
    form = _form(client, room, "canbo1")
    [code] = CODE.findall(client.send(_page(room), form).get_data(as_text=True))
    again = client.send(_page(room), form)
    assert again.status_code == 422
    assert "lần bấm này chưa làm gì" in words(again)
    assert give(_visitor(office), code).status_code == 303


def test_a_new_slip_on_purpose_replaces_the_old(
    client: Browser, office: Office, room: Classroom
) -> None:
    [old] = _printed(client, room, "canbo1")
    [new] = _printed(client, room, "canbo1")
    assert "đã được thay bằng phiếu mới" in refused(_visitor(office), old)
    assert give(_visitor(office), new).status_code == 303


def test_withdrawing_ends_one_slip_and_whatever_it_opened(
    client: Browser, office: Office, room: Classroom
) -> None:
    an, binh = (Inside.join(_visitor(office), room, each) for each in ("canbo1", "canbo2"))
    client.get(_page(room))
    person = office.person("canbo1").id
    assert client.send(f"{_page(room)}/thu-hoi", {"thu-hoi": str(person)}).status_code == 303
    assert not an.is_in()
    assert binh.is_in()
    assert "Đã thu hồi" in words(client.get(_page(room)))


def test_the_page_tells_who_has_come_in(client: Browser, office: Office, room: Classroom) -> None:
    Inside.join(_visitor(office), room)
    page = words(client.get(_page(room)))
    assert "Đã làm 23/11/2026 08:00" in page
    assert "Chưa có" in page
    page = words(client.get(f"{room.training_class.page}/ket-thuc"))
    assert "Có 1 người vào bằng phiếu" in page


@pytest.mark.parametrize("people", [[], ["999999"], ["x"], ["9" * 40], ["-1"]])
def test_without_anybody_expected_nothing_is_printed(
    client: Browser, room: Classroom, people: list[str]
) -> None:
    answer = client.send(_page(room), _form(client, room) | {"nguoi": people})
    assert answer.status_code == 422
    assert words(answer).count("Anh/chị chọn ít nhất một người để in phiếu.") == 2


@pytest.mark.parametrize("person", ["", "x", "999999", "9" * 40])
def test_withdrawing_nobodys_slip_changes_nothing(
    client: Browser, room: Classroom, person: str
) -> None:
    _printed(client, room, "canbo1", "canbo2")
    with unchanged(client, _page(room)):
        assert client.send(f"{_page(room)}/thu-hoi", {"thu-hoi": person}).status_code == 303


def test_a_closed_class_has_no_slips_any_more(client: Browser, room: Classroom) -> None:
    form = _form(client, room, "canbo1")
    room.move("close")
    assert client.send(_page(room), form).status_code == 422
    assert "Làm phiếu" not in words(client.get(_page(room)))


@pytest.mark.parametrize("reader", ["canbo1", "giamsat", "quantri"])
def test_only_those_who_lead_make_slips(client: Browser, room: Classroom, reader: str) -> None:
    sign_in(client, reader)
    assert client.get(_page(room)).status_code == 403
    for path in (_page(room), f"{_page(room)}/thu-hoi"):
        assert client.send(path, {"nguoi": "1"}).status_code == 403


def test_a_trainer_of_another_unit_finds_no_such_class(
    client: Browser, office: Office, room: Classroom
) -> None:
    elsewhere = office.person("canbo3").unit_id
    with office.writing() as db:
        trainer = update(PersonRow).where(PersonRow.username == "giangvien")
        db.execute(trainer.values(unit_id=elsewhere))
    assert client.get(_page(room)).status_code == 404
