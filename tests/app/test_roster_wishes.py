"""Wishes: a few for the roster to come, no leave, followed where it costs nobody too much."""

from datetime import date

from werkzeug.test import TestResponse

from rostering.values import Half, Wish
from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, BINH, DutyOffice, published
from tests.app.office import Office
from tests.app.rosters import newest, plan
from web.roster.planning import wish_store

PAGE = "/ca-truc/nguyen-vong"
MONDAY = date(2026, 12, 7)


def wish(
    client: Browser, day: date | str = MONDAY, half: str = "", wants: str = "mien"
) -> TestResponse:
    """The signed-in person wishes something."""
    client.get(PAGE)
    return client.send(PAGE, {"wants": wants, "day": str(day), "half": half})


def stored_wishes(office: Office, unit: int) -> list[Wish]:
    with office.writing() as db:
        return wish_store.of_unit(db, unit)


def at_work(client: Browser, office: Office) -> DutyOffice:
    """The three on duty until 4 December; An has signed in."""
    duty = published(office)
    sign_in(client, "canbo1")
    return duty


def test_a_wish_is_kept_shown_and_taken_back(client: Browser, office: Office) -> None:
    duty = at_work(client, office)
    assert "Nguyện vọng cho kỳ tới" in words(client.get("/ca-truc"))
    assert wish(client, half="am").status_code == 303
    assert stored_wishes(office, duty.current_actor().unit_id) == [
        Wish(AN, False, None, Half.MORNING, MONDAY)
    ]
    page = client.get(PAGE)
    assert "Mong được miễn sáng thứ Hai 07/12/2026" in words(page)
    assert "Cho lịch từ 05/12/2026 đến 31/12/2026" in words(page)
    address = page.get_data(as_text=True).split(f'action="{PAGE}/')[1].split('"')[0]
    assert client.send(f"{PAGE}/{address}").status_code == 303
    assert stored_wishes(office, duty.current_actor().unit_id) == []


def test_what_is_no_wish_is_refused_and_what_was_typed_stays(
    client: Browser, office: Office
) -> None:
    duty = at_work(client, office)
    assert "Anh/chị chọn một ngày trong danh sách." in words(wish(client, "", wants=""))
    for day in ("mai", date(2026, 11, 30), date(2026, 12, 6), date(2027, 5, 3)):
        answer = wish(client, day, "pm")
        assert answer.status_code == 422
        assert "Anh/chị chọn một ngày làm việc của kỳ này." in words(answer)
        assert '<option value="pm" selected>' in answer.get_data(as_text=True)
    assert wish(client, wants="").status_code == 422
    assert wish(client, half="dem").status_code == 422
    assert stored_wishes(office, duty.current_actor().unit_id) == []


def test_there_are_few_and_none_twice(client: Browser, office: Office) -> None:
    duty = at_work(client, office)
    for day in range(7, 11):
        assert wish(client, date(2026, 12, day)).status_code == 303
    assert "Mỗi kỳ anh/chị có nhiều nhất 4 nguyện vọng" in words(wish(client, "2026-12-14"))
    text = words(wish(client, half="pm", wants="muon"))
    assert "Anh/chị đã có nguyện vọng cho buổi này" in text
    assert len(stored_wishes(office, duty.current_actor().unit_id)) == 4


def test_the_planner_follows_it_and_the_head_sees_that(client: Browser, office: Office) -> None:
    at_work(client, office)
    wish(client, half="am")
    sign_in(client, "canbo2")
    wish(client, half="am", wants="muon")
    plan(client, office, first="07/12/2026")
    sheet = newest(office)
    there = [t for t in sheet.shifts if (t.slot.session.day, t.slot.session.half) == (MONDAY, "am")]
    assert [shift.person for shift in there] == [BINH]
    page = words(client.get(sheet.version.page))
    assert "Trần Thị Mẫu An Mong được miễn sáng thứ Hai 07/12/2026 Đã theo" in page
    text = words(client.get(f"{sheet.version.page}/buoi/{MONDAY}/am/ban/supporter"))
    assert "Lê Văn Mẫu Bình trực buổi này như đã mong" in text
    assert "Mong được miễn buổi này." in text


def test_only_those_who_lead_see_what_everybody_wishes(client: Browser, office: Office) -> None:
    at_work(client, office)
    wish(client)
    plan(client, office, first="07/12/2026")
    page = newest(office).version.page
    assert "Nguyện vọng của người trực" in words(client.get(page))
    sign_in(client, "canbo2")
    assert "Nguyện vọng của người trực" not in words(client.get(page))


def test_after_publishing_wishes_are_for_the_next_period(client: Browser, office: Office) -> None:
    at_work(client, office)
    plan(client, office, first="07/12/2026", last="31/12/2026")
    sign_in(client, "canbo1")
    assert wish(client).status_code == 303
    sign_in(client, "truongbophan")
    client.send(f"{newest(office).version.page}/ban-hanh")
    sign_in(client, "canbo1")
    assert wish(client, date(2026, 12, 8)).status_code == 422
    assert "Cho lịch từ 01/01/2027 đến 31/01/2027" in words(client.get(PAGE))


def test_the_head_sets_until_when(client: Browser, office: Office) -> None:
    duty = at_work(client, office)
    wish(client)
    plan(client, office, first="07/12/2026", wishes_until="24/11/2026")
    page = newest(office).office.period.page
    sign_in(client, "canbo1")
    assert "nhận đến hết ngày 24/11/2026" in words(client.get(PAGE))
    office.effects.advance(days=2)
    sign_in(client, "canbo1")
    assert "Đã hết hạn nhận nguyện vọng cho kỳ này" in words(wish(client, date(2026, 12, 8)))
    assert client.send(f"{PAGE}/{'0' * 22}/bo").status_code == 422
    assert len(stored_wishes(office, duty.current_actor().unit_id)) == 1
    sign_in(client, "truongbophan")
    client.get(page)
    for typed, status in (("31/12/2026", 422), ("mai", 422), ("26/11/2026", 303)):
        answer = client.send(f"{page}/nguyen-vong", {"wishes_until": typed})
        assert answer.status_code == status
    sign_in(client, "canbo1")
    assert wish(client, date(2026, 12, 8)).status_code == 303


def test_a_new_period_closes_its_wishes_before_it_ends(client: Browser, office: Office) -> None:
    answer = plan(client, office, wishes_until="12/12/2026")
    assert answer.status_code == 422
    assert "Hạn nhận nguyện vọng phải trước khi kỳ trực kết thúc." in words(answer)


def test_who_is_not_on_duty_has_no_wishes(client: Browser) -> None:
    sign_in(client, "canbo3")
    assert client.get(PAGE).status_code == 404
