"""A shift of mine that moved is told once; the head sees who has seen the roster."""

from datetime import date

from rostering.values import Half, Shift
from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, BINH, VERSION, DutyOffice, published
from tests.app.effects import FixedEffects
from tests.app.office import Office
from web.roster.planning import publishing, receipt_store

WEDNESDAY = date(2026, 11, 25)  # An's, in the afternoon
SAYS = "thứ Tư 25/11/2026 (13:30–17:00), Bàn hỗ trợ"


def hand_over(duty: DutyOffice, to: str) -> None:
    """An's Wednesday goes to somebody else, in a new version."""
    shifts, version, actor = duty.shifts(), duty.version(), duty.current_actor()
    session = (WEDNESDAY, Half.AFTERNOON)
    shift = next(one for one in shifts if (one.slot.session.day, one.slot.session.half) == session)
    with duty.office.writing() as db:
        changed = {*shifts} - {shift} | {Shift(shift.slot, to)}
        publishing.amend(db, actor, version, changed, "Đổi ca")


def test_a_new_roster_is_told_until_it_is_looked_at(client: Browser, office: Office) -> None:
    published(office)
    home = words(sign_in(client, "canbo1"))
    assert "Lịch trực mới Kỳ 23/11/2026 – 04/12/2026 đã ban hành. Anh/chị có 6 ca" in home
    assert "Ca trực của anh/chị đã đổi" not in home
    client.get(f"/lich-truc/ban/{VERSION}")
    assert "Lịch trực mới" not in words(client.get("/"))


def test_a_turn_that_moved_is_told_at_home_and_once_among_my_shifts(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    for who in ("canbo1", "canbo2"):
        sign_in(client, who)
        client.get("/ca-truc")
    effects.advance(minutes=1)
    hand_over(duty, BINH)
    home = words(sign_in(client, "canbo1"))
    assert f"Ca trực của anh/chị đã đổi Thôi trực chiều {SAYS}." in home
    assert f"Thôi trực chiều {SAYS}." in words(client.get("/ca-truc"))
    assert "đã đổi" not in words(client.get("/ca-truc"))
    assert "Ca trực của anh/chị đã đổi" not in words(client.get("/"))
    assert f"đã đổi Thêm ca chiều {SAYS}." in words(sign_in(client, "canbo2"))


def test_a_new_version_that_moves_none_of_mine_says_nothing(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    sign_in(client, "canbo2")
    client.get("/ca-truc")
    effects.advance(minutes=1)
    hand_over(duty, "hoa")
    assert "đã đổi" not in words(sign_in(client, "canbo2"))


def test_what_moved_and_is_over_is_no_news(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    sign_in(client, "canbo1")
    client.get("/ca-truc")
    effects.advance(minutes=1)
    hand_over(duty, BINH)
    effects.advance(days=3)
    assert "đã đổi" not in words(sign_in(client, "canbo1"))


def test_the_head_sees_who_has_seen_the_version(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    sign_in(client, "truongbophan")
    before = words(client.get(f"/lich-truc/ban/{VERSION}"))
    assert "0 trên 2 người có tên trong lịch và có tài khoản đã xem." in before
    assert "Chưa xem: Lê Văn Mẫu Bình, Trần Thị Mẫu An." in before
    assert "Không có tài khoản, cần báo trực tiếp: Cao Thị Mẫu Chi." in before
    sign_in(client, "canbo1")
    assert "Ai đã xem bản này" not in words(client.get(f"/lich-truc/ban/{VERSION}"))
    effects.advance(minutes=5)
    client.get(f"/lich-truc/ban/{VERSION}")
    sign_in(client, "truongbophan")
    after = words(client.get(f"/lich-truc/ban/{VERSION}"))
    assert "1 trên 2 người" in after
    assert "Trần Thị Mẫu An: 23/11/2026 08:00" in after  # the first time counts
    hand_over(duty, BINH)
    assert "0 trên 2 người" in words(client.get(duty.version().page))


def test_two_looks_at_the_same_moment_are_one(office: Office) -> None:
    actor = published(office).current_actor()
    with office.writing() as db:
        for _ in range(2):
            receipt_store.mark(db, AN, [VERSION], actor.now)
        assert receipt_store.versions_read_by(db, AN) == {VERSION}
