"""Somebody is taken from one slot of a draft to another: judged as by hand, one change, undone."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from werkzeug.test import TestResponse

from rostering.values import Half, Shift, Slot
from tests.app.browsing import Browser
from tests.app.office import Office
from tests.app.rosters import newest, plan, put, slot_address
from web.roster.planning.changing import CHANGED_MEANWHILE, NOT_A_DRAFT
from web.roster.planning.moving import path
from web.roster.planning.sheet import Sheet


@pytest.fixture
def draft(client: Browser, office: Office) -> Sheet:
    plan(client, office)
    return newest(office)


def others(sheet: Sheet, slot: Slot) -> set[str]:
    return {shift.person for shift in sheet.shifts if shift.slot == slot}


def pairs(sheet: Sheet) -> list[tuple[Shift, Shift]]:
    """Shifts on different days whose people are not yet on duty on the other's day."""
    days = {(shift.person, shift.slot.session.day) for shift in sheet.shifts}
    return [
        (one, two)
        for one in sheet.shifts
        for two in sheet.shifts
        if one.slot.session.week == two.slot.session.week
        and (one.person, two.slot.session.day) not in days
        and (two.person, one.slot.session.day) not in days
        and one.slot.session.half is two.slot.session.half is Half.AFTERNOON
    ]


def drop(client: Browser, sheet: Sheet, who: Shift, onto: Slot, other: str = "") -> TestResponse:
    """What a dropped name sends."""
    return put(client, sheet, onto, nguoi=who.person, thay_cho=other, tu=path(who.slot))


def test_two_people_change_places_in_one_change(
    client: Browser, office: Office, draft: Sheet
) -> None:
    one, two = pairs(draft)[0]
    answer = drop(client, draft, one, two.slot, two.person)
    assert answer.status_code == 303
    now = newest(office)
    assert now.version.changes == draft.version.changes + 1
    assert set(now.shifts) - set(draft.shifts) == {
        Shift(two.slot, one.person),
        Shift(one.slot, two.person),
    }
    assert len(now.shifts) == len(draft.shifts)


def test_a_move_is_told_and_taken_back(client: Browser, office: Office, draft: Sheet) -> None:
    one, two = pairs(draft)[0]
    answer = drop(client, draft, one, two.slot, two.person)
    page = client.get(answer.location)
    text = page.get_data(as_text=True)
    names = draft.office.names
    assert f"{names[one.person]} chuyển từ" in text
    assert f"đổi chỗ với {names[two.person]}." in text
    form = re.search(
        r'id="vua-doi".*?<form method="post" action="([^"]+)">(.*?)</form>', text, re.S
    )
    assert form
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
    back = client.send(form[1], {each: fields[each] for each in ("lan", "nguoi", "thay_cho", "tu")})
    assert back.status_code == 303
    assert set(newest(office).shifts) == set(draft.shifts)


def test_into_a_gap_somebody_comes_alone(client: Browser, office: Office, draft: Sheet) -> None:
    one, two = pairs(draft)[0]
    put(client, draft, two.slot, bo=two.person)
    gapped = newest(office)
    assert drop(client, gapped, one, two.slot).status_code == 303
    now = newest(office)
    assert one.person in others(now, two.slot)
    assert one.person not in others(now, one.slot)
    assert len(now.shifts) == len(draft.shifts) - 1


def test_a_move_against_the_rules_is_refused_as_by_hand(
    client: Browser, office: Office, draft: Sheet
) -> None:
    busy, slot = next(
        (shift, other)
        for shift in draft.shifts
        for other in draft.request.slots
        for mine in draft.shifts
        if mine.person == shift.person
        and other.session == mine.slot.session
        and other != mine.slot
        and shift.slot.session != other.session
    )
    by_hand = put(client, draft, slot, nguoi=busy.person, thay_cho="")
    dropped = drop(client, draft, busy, slot)
    assert dropped.status_code == by_hand.status_code == 422
    text = f"{draft.office.names[busy.person]} đã trực ở nơi khác"
    assert text in dropped.get_data(as_text=True)
    assert text in by_hand.get_data(as_text=True)
    assert set(newest(office).shifts) == set(draft.shifts)


def test_nobody_sits_twice_in_a_session(client: Browser, office: Office, draft: Sheet) -> None:
    twice, neighbour = next(
        (shift, other)
        for shift in draft.shifts
        for other in draft.shifts
        if shift.person != other.person
        and shift.slot != other.slot
        and Shift(other.slot, shift.person) in draft.shifts
    )
    answer = drop(client, draft, twice, neighbour.slot, neighbour.person)
    assert answer.status_code == 422
    name = draft.office.names[twice.person]
    assert f"{name} đã trực buổi này rồi" in answer.get_data(as_text=True)
    assert set(newest(office).shifts) == set(draft.shifts)


def test_a_page_that_is_out_of_date_moves_nobody(client: Browser, draft: Sheet) -> None:
    one, two = pairs(draft)[0]
    drop(client, draft, one, two.slot, two.person)
    again = drop(client, draft, one, two.slot, two.person)
    assert again.status_code == 422
    assert CHANGED_MEANWHILE in again.get_data(as_text=True)


def test_nobody_is_moved_in_a_published_version(
    client: Browser, office: Office, draft: Sheet
) -> None:
    one, two = pairs(draft)[0]
    client.send(f"{draft.version.page}/ban-hanh")
    answer = drop(client, newest(office), one, two.slot, two.person)
    assert answer.status_code == 422
    assert NOT_A_DRAFT in answer.get_data(as_text=True)


def test_an_address_cannot_tell_of_a_move_that_was_not_made(client: Browser, draft: Sheet) -> None:
    one, two = pairs(draft)[0]
    arguments = {"chuyen": one.person, "tu": path(one.slot), "den": path(two.slot)}
    query = "&".join(f"{name}={value}" for name, value in arguments.items())
    assert "vua-doi" not in client.get(f"{draft.version.page}?{query}").get_data(as_text=True)


def test_a_slot_that_is_not_there_is_not_found(client: Browser, draft: Sheet) -> None:
    one, two = pairs(draft)[0]
    fields = {"lan": str(draft.version.changes), "nguoi": one.person, "tu": "2026-12-01/am/x/y"}
    assert client.send(slot_address(draft, two.slot), fields).status_code == 404


def test_the_address_of_the_answer_leads_to_the_day(client: Browser, draft: Sheet) -> None:
    one, two = pairs(draft)[0]
    answer = urlsplit(drop(client, draft, one, two.slot, two.person).location)
    assert answer.fragment == f"ngay-{two.slot.session.day}"
    assert dict(parse_qsl(answer.query))["voi"] == two.person
