"""Two heads of one office press at the same moment: one wins, the other is told in words."""

from collections.abc import Callable

import pytest
from sqlalchemy import insert, select
from werkzeug.test import TestResponse

from rostering.exchange import Give, State, Swap
from rostering.values import Shift
from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, BINH, CHI, PERIOD, DutyOffice, published
from tests.app.office import Office
from tests.app.races import at_once
from tests.app.rosters import newest, plan
from web.roster.duty import swap_store
from web.roster.duty.swap_store import SwapRecord
from web.roster.planning import period_store
from web.roster.planning.records import Version
from web.shell.session_models import PersonRow

DEPUTY, INBOX = "phobophan", "/ca-truc/can-duyet"
ROUNDS = range(3)  # a race that is lost now and then would be lost in one of them


def deputy(office: Office) -> Browser:
    """Another head of the same office, signed in."""
    with office.writing() as db:
        head = select(PersonRow.__table__).where(PersonRow.username == "truongbophan")
        values = dict(db.execute(head).one()._mapping)
        del values["id"]
        other = {"username": DEPUTY, "username_key": DEPUTY, "full_name": "Bùi Thị Mẫu Phó"}
        db.execute(insert(PersonRow).values({**values, **other}))
    browser = office.app.test_client()
    assert isinstance(browser, Browser)
    sign_in(browser, DEPUTY)
    return browser


def both(press: Callable[[Browser], TestResponse], one: Browser, other: Browser) -> TestResponse:
    """Both press at once: exactly one gets through; what the other is shown."""
    answers: list[TestResponse] = []
    at_once(lambda: answers.append(press(one)), lambda: answers.append(press(other)))
    assert sorted(answer.status_code for answer in answers) == [303, 422]
    return next(answer for answer in answers if answer.status_code == 422)


def versions(office: Office, period_id: str) -> list[Version]:
    with office.writing() as db:
        return period_store.versions(db, period_id)


@pytest.mark.parametrize("_", ROUNDS)
def test_of_two_heads_who_publish_one_wins_and_the_other_reads_who(
    client: Browser, office: Office, _: int
) -> None:
    plan(client, office, last="04/12/2026")
    draft, other = newest(office).version, deputy(office)
    for who in (client, other):
        who.get(draft.page)
    refused = words(both(lambda who: who.send(f"{draft.page}/ban-hanh"), client, other))
    [version] = versions(office, draft.period_id)
    heads = [office.person(name) for name in ("truongbophan", DEPUTY)]
    names = {head.id: head.full_name for head in heads}
    assert version.published
    assert version.approved_by in names
    assert f"Bản số 1 đã được {names[version.approved_by]} ban hành lúc" in refused


def test_a_head_who_changes_what_another_publishes_is_told(client: Browser, office: Office) -> None:
    plan(client, office, last="04/12/2026")
    sheet, other = newest(office), deputy(office)
    slot = f"{sheet.version.page}/buoi/2026-12-01/am/{sheet.shifts[0].slot.venue}/supporter"
    leaving = {"lan": "0", "bo": sheet.shifts[0].person}
    for who in (client, other):
        who.get(slot)
    answers: dict[str, TestResponse] = {}

    def publish() -> None:
        answers["publish"] = client.send(f"{sheet.version.page}/ban-hanh")

    def change() -> None:
        answers["change"] = other.send(slot, leaving)

    at_once(publish, change)
    [version] = versions(office, sheet.version.period_id)
    if version.published:  # the change came second, or was over before and left a gap that stops it
        assert "Bản này đã ban hành nên không sửa được." in words(answers["change"])
    else:
        assert answers["change"].status_code == 303
        assert "chỗ trống chưa có người chịu trách nhiệm" in words(answers["publish"])


def to_come(duty: DutyOffice) -> Shift:
    """A shift of An's after the day the swaps are approved."""
    day = duty.current_actor().today
    return next(each for each in duty.shifts() if each.person == AN and each.slot.session.day > day)


def agreed(duty: DutyOffice, shift: Shift, *takers: str) -> list[str]:
    """The addresses of swaps that wait for a head: the shift goes to each of these."""
    actor = duty.current_actor()
    records = [
        SwapRecord(
            actor.effects.new_id(),
            actor.now,
            Swap(shift.person, (Give(shift, to),), approved_by_head=True, state=State.ACCEPTED),
        )
        for to in takers
    ]
    with duty.office.writing() as db:
        for one in records:
            swap_store.add(db, actor.unit_id, one)
    return [f"{INBOX}/doi-ca/{one.id}" for one in records]


@pytest.mark.parametrize("_", ROUNDS)
def test_of_two_heads_who_approve_one_swap_one_wins(
    client: Browser, office: Office, _: int
) -> None:
    duty, other = published(office), deputy(office)
    shift = next(
        each for each in duty.shifts() if each.person == AN and each.slot.session.day.day > 25
    )
    [address] = agreed(duty, shift, CHI)
    sign_in(client, "truongbophan")
    for who in (client, other):
        who.get(INBOX)
    refused = both(lambda who: who.send(address, {"tra_loi": "dong-y"}), client, other)
    assert "Đề nghị này đã xong hoặc đã được rút lại." in words(refused)
    assert [one.number for one in versions(office, PERIOD)] == [2, 1]
    assert Shift(shift.slot, CHI) in duty.shifts()


@pytest.mark.parametrize("_", ROUNDS)
def test_of_two_swaps_of_one_turn_approved_at_once_one_counts(
    client: Browser, office: Office, _: int
) -> None:
    duty, other = published(office), deputy(office)
    shift = next(
        each for each in duty.shifts() if each.person == AN and each.slot.session.day.day > 25
    )
    to_chi, to_binh = agreed(duty, shift, CHI, BINH)
    sign_in(client, "truongbophan")
    for who in (client, other):
        who.get(INBOX)
    chosen = {client: to_chi, other: to_binh}
    refused = both(lambda who: who.send(chosen[who], {"tra_loi": "dong-y"}), client, other)
    assert "Lịch đã có bản mới và ca này không còn như lúc đề nghị." in words(refused)
    assert [one.number for one in versions(office, PERIOD)] == [2, 1]
    there = [each.person for each in duty.shifts() if each.slot == shift.slot]
    assert there in ([CHI], [BINH])
