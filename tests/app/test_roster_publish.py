"""A roster is published: gaps are answered for, once, and what changed is told."""

from datetime import date

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DBAPIError

from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office
from tests.app.races import at_once
from tests.app.rosters import (
    accept_all,
    everybody,
    head,
    member,
    newest,
    on_leave,
    plan,
    published_today,
)
from web.roster.planning import publishing
from web.roster.planning.models import ShiftRow, VersionRow


def publish(client: Browser, office: Office) -> str:
    """Publish the draft; the words of the answer's page."""
    answer = client.send(f"{newest(office).version.page}/ban-hanh")
    return words(client.get(answer.location) if answer.status_code == 303 else answer)


def test_a_full_roster_is_published_and_holds(client: Browser, office: Office) -> None:
    plan(client, office)
    page = publish(client, office)
    assert "Đang dùng Bản số 1, Đặng Văn Mẫu Hòa ban hành" in page
    assert newest(office).version.published


def test_a_gap_cannot_be_published_away(client: Browser, office: Office) -> None:
    on_leave(office, everybody(office), date(2026, 12, 2), date(2026, 12, 2))
    page = plan(client, office, last="04/12/2026")
    refused = publish(client, office)
    assert "chỗ trống chưa có người chịu trách nhiệm" in refused
    assert accept_all(client, page, "").status_code == 422
    assert accept_all(client, page, "Trưởng bộ phận trực thay").status_code == 303
    shown = publish(client, office)
    assert "Đặng Văn Mẫu Hòa nhận trách nhiệm" in shown
    assert "Trưởng bộ phận trực thay" in shown
    assert newest(office).version.published


def test_the_reason_is_kept_clear_of_real_data(client: Browser, office: Office) -> None:
    on_leave(office, everybody(office), date(2026, 12, 2), date(2026, 12, 2))
    page = plan(client, office, last="04/12/2026")
    answer = accept_all(client, page, "Gọi 0912345678")  # refused on purpose
    assert answer.status_code == 422
    assert "0912345678" not in words(answer)  # refused on purpose


def test_the_second_to_publish_is_told_who_was_first(client: Browser, office: Office) -> None:
    plan(client, office)
    page = newest(office).version.page
    client.send(f"{page}/ban-hanh")
    answer = client.send(f"{page}/ban-hanh")
    assert answer.status_code == 422
    assert "Bản số 1 đã được Đặng Văn Mẫu Hòa ban hành lúc" in words(answer)
    assert accept_all(client, client.get(page), "x").status_code == 422


def test_of_two_who_publish_at_the_same_moment_one_is_refused(
    client: Browser, office: Office
) -> None:
    plan(client, office)
    page = newest(office).version.page
    other = office.app.test_client()
    assert isinstance(other, Browser)
    sign_in(other, "truongbophan")
    client.get(page)
    other.get(page)
    statuses: list[int] = []

    def press(who: Browser) -> None:
        statuses.append(who.send(f"{page}/ban-hanh").status_code)

    at_once(lambda: press(client), lambda: press(other))
    assert sorted(statuses) == [303, 422]


def test_leave_after_publishing_shows_as_a_gap_and_a_new_version_tells_the_change(
    client: Browser, office: Office
) -> None:
    plan(client, office)
    publish(client, office)
    before = newest(office)
    shift = before.shifts[0]
    day = shift.slot.session.day
    ill = next(one for one in everybody(office) if one.id == shift.person)
    on_leave(office, [ill], day, day)
    shown = words(client.get(before.version.page))
    assert f"{ill.name} báo nghỉ" in shown

    client.send(f"{before.office.period.page}/xep-lai", {"cach": "it-nhat"})
    draft = newest(office)
    assert draft.version.number == 2
    assert not draft.gaps
    changed = words(client.get(f"{draft.version.page}/thay-doi"))
    assert f"{ill.name}: " in changed
    assert "So với bản số 1" in changed
    publish(client, office)
    assert "Đã có bản mới hơn" in words(client.get(before.version.page))
    assert "Đã thay" in words(client.get(before.office.period.page))


def test_a_member_switched_off_leaves_gaps_in_words_and_nothing_is_lost(
    client: Browser, office: Office
) -> None:
    plan(client, office)
    publish(client, office)
    before = newest(office)
    gone = member(office, "Mẫu Phúc")
    assert "sẽ thành chỗ trống" in words(client.get(gone.page))
    client.send(f"{gone.page}/trang-thai", {"viec": "tat"})
    after = newest(office)
    assert after.shifts == before.shifts
    assert len(after.gaps) == sum(shift.person == gone.id for shift in before.shifts)
    assert f"{gone.name} đã thôi trực" in words(client.get(after.version.page))
    client.get(gone.page)
    client.send(f"{gone.page}/trang-thai", {"viec": "bat"})
    assert newest(office).gaps == ()


def test_a_draft_older_than_what_was_published_is_not_published(
    client: Browser, office: Office
) -> None:
    plan(client, office)
    publish(client, office)
    holding = newest(office)
    office.effects.advance(minutes=1)
    client.send(f"{holding.version.page}/sua")
    draft = newest(office).version
    office.effects.advance(minutes=1)
    actor = head(office)
    with office.writing() as db:
        publishing.amend(db, actor, holding.version, holding.shifts[1:], "Báo vắng đột xuất")
    answer = client.send(f"{draft.page}/ban-hanh")
    assert answer.status_code == 422
    assert "Bản dự thảo này có trước bản đó." in words(answer)
    now = newest(office)
    assert now.version.number == 3
    assert now.version.published
    assert [gap.reason for gap in now.accepted.values()] == ["Báo vắng đột xuất"]


def test_the_database_keeps_a_published_roster_as_it_is(office: Office) -> None:
    version = published_today(office)
    shift = {
        "version_id": version.id,
        "day": date(2026, 11, 25),
        "half": "am",
        "venue_id": "x",
        "duty": "supporter",
        "member_id": "x",
    }
    for statement in (
        update(VersionRow).values(number=9),
        delete(VersionRow),
        insert(ShiftRow).values(shift),
        update(ShiftRow).values(half="pm"),
        delete(ShiftRow),
    ):
        with pytest.raises(DBAPIError, match="written once"), office.writing() as db:
            db.execute(statement)


def test_the_home_page_shows_this_week(client: Browser) -> None:
    page = words(sign_in(client, "canbo1"))
    assert "Lịch trực" in page
    shown = words(client.get("/lich-truc"))
    assert "Tuần này, 23/11/2026 – 29/11/2026" in shown
    assert "Ngày Văn hóa Việt Nam" in shown
    assert "Xếp lịch kỳ mới" not in shown
