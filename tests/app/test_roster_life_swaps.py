"""Swaps: checked before anybody is asked, agreed to by those concerned, approved where set."""

from dataclasses import replace
from datetime import date

from werkzeug.test import TestResponse

from rostering.values import Half
from tests.app.browsing import Browser, sign_in, unchanged, words
from tests.app.duty_office import AN, BINH, CHI, DutyOffice, published
from tests.app.office import Office
from web.roster.planning import people_store, publishing

AFTERNOON = date(2026, 11, 25)  # An's, in the afternoon
THURSDAY = date(2026, 11, 26)  # Bình's morning, Chi's afternoon


def ask(client: Browser, duty: DutyOffice, what: str) -> TestResponse:
    """An offers the Wednesday afternoon."""
    sign_in(client, "canbo1")
    key = duty.key(AN, AFTERNOON, Half.AFTERNOON)
    client.get(f"/ca-truc/doi/{key}")
    return client.send(f"/ca-truc/doi/{key}", {"cach": what})


def with_binh(duty: DutyOffice) -> str:
    return duty.key(BINH, THURSDAY)


def pending(client: Browser) -> str:
    """The address of the request that waits on the page just shown."""
    page = client.get("/ca-truc").get_data(as_text=True)
    return "/ca-truc/de-nghi/" + page.split('action="/ca-truc/de-nghi/')[1].split('"')[0]


def agree(client: Browser, who: str = BINH, answer: str = "dong-y") -> TestResponse:
    """Bình answers what waits for him."""
    sign_in(client, "canbo2")
    return client.send(pending(client), {"nguoi": who, "tra_loi": answer})


def approve(client: Browser, answer: str = "dong-y") -> TestResponse:
    sign_in(client, "truongbophan")
    page = client.get("/ca-truc/can-duyet").get_data(as_text=True)
    action = page.split('action="/ca-truc/can-duyet/doi-ca/')[1].split('"')[0]
    return client.send(f"/ca-truc/can-duyet/doi-ca/{action}", {"tra_loi": answer})


def test_a_swap_is_asked_agreed_approved_and_published(client: Browser, office: Office) -> None:
    duty = published(office)
    assert ask(client, duty, with_binh(duty)).status_code == 303
    assert "Chờ đồng nghiệp trả lời Lê Văn Mẫu Bình" in words(client.get("/ca-truc"))
    home = words(sign_in(client, "canbo2"))
    assert "Trả lời đồng nghiệp về ca trực" in home
    agree(client)
    assert duty.version().number == 1
    approve(client)
    assert duty.version().number == 2
    assert duty.version().why == "Đổi ca: Trần Thị Mẫu An – Lê Văn Mẫu Bình"
    assert duty.person_on(THURSDAY) == [AN]
    assert duty.person_on(AFTERNOON, Half.AFTERNOON) == [BINH]
    sign_in(client, "canbo1")
    assert "Đã đổi" in words(client.get("/ca-truc"))


def test_where_the_unit_wants_no_approval_the_last_yes_settles_it(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    sign_in(client, "truongbophan")
    client.get("/ca-truc/can-duyet")
    client.send("/ca-truc/can-duyet/cach-lam", {"phut": "15"})
    ask(client, duty, with_binh(duty))
    agree(client)
    assert duty.person_on(THURSDAY) == [AN]


def test_a_no_ends_it(client: Browser, office: Office) -> None:
    duty = published(office)
    ask(client, duty, with_binh(duty))
    agree(client, answer="khong")
    sign_in(client, "canbo1")
    assert "Không được đồng ý" in words(client.get("/ca-truc"))
    assert duty.version().number == 1


def test_the_head_says_no(client: Browser, office: Office) -> None:
    duty = published(office)
    ask(client, duty, with_binh(duty))
    agree(client)
    approve(client, "khong")
    assert duty.version().number == 1


def test_the_head_passes_on_the_word_of_somebody_without_an_account(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    ask(client, duty, duty.key(CHI, THURSDAY, Half.AFTERNOON))
    sign_in(client, "truongbophan")
    page = words(client.get("/ca-truc/can-duyet"))
    assert "Cao Thị Mẫu Chi trả lời thế nào?" in page
    text = client.get("/ca-truc/can-duyet").get_data(as_text=True)
    action = text.split('action="/ca-truc/de-nghi/')[1].split('"')[0]
    sent = {"nguoi": CHI, "tra_loi": "dong-y", "tu": "can-duyet"}
    assert client.send(f"/ca-truc/de-nghi/{action}", sent).location == "/ca-truc/can-duyet"
    approve(client)
    assert duty.person_on(THURSDAY, Half.AFTERNOON) == [AN]


def test_nobody_answers_for_somebody_with_an_account(client: Browser, office: Office) -> None:
    duty = published(office)
    ask(client, duty, with_binh(duty))
    address = pending(client).removesuffix("/rut")
    with unchanged(client, "/ca-truc"):
        assert client.send(address, {"nguoi": BINH, "tra_loi": "dong-y"}).status_code == 403
    assert agree(client).status_code == 303, "Bình is asked as before"


def test_what_was_not_offered_is_not_sent(client: Browser, office: Office) -> None:
    duty = published(office)
    answer = ask(client, duty, duty.key(BINH, date(2026, 11, 23), Half.AFTERNOON) + "x")
    assert answer.status_code == 422
    assert "Anh/chị chọn một cách đổi trong danh sách." in words(answer)


def test_an_old_request_says_that_the_roster_has_changed(client: Browser, office: Office) -> None:
    duty = published(office)
    ask(client, duty, with_binh(duty))
    actor, version, shifts = duty.current_actor(), duty.version(), duty.shifts()
    moved = {replace(shift, person=CHI) if shift.person == BINH else shift for shift in shifts}
    office.effects.advance(minutes=1)
    with office.writing() as db:
        publishing.amend(db, actor, version, moved, "Đổi người")
    answer = agree(client)
    assert answer.status_code == 422
    assert "Lịch đã có bản mới" in words(answer)
    assert "Chờ anh/chị trả lời" not in words(client.get("/ca-truc"))


def test_somebody_who_has_left_cannot_agree(client: Browser, office: Office) -> None:
    duty = published(office)
    ask(client, duty, with_binh(duty))
    actor = duty.current_actor()
    with office.writing() as db:
        binh = people_store.member(db, actor.unit_id, BINH)
        assert binh
        people_store.change_member(db, replace(binh, active=False))
    sign_in(client, "canbo2")
    assert "Anh/chị chưa có tên trong danh sách trực" in words(client.get("/ca-truc"))
    sign_in(client, "canbo1")
    address = pending(client)
    assert client.send(address).status_code == 303
    assert "Đã rút lại" in words(client.get("/ca-truc"))
