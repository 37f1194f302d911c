"""The head of the demo office at work on rosters."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from werkzeug.test import TestResponse

from rostering.values import SUPPORTER, Organisation, Slot
from tests.app.browsing import Browser, sign_in
from tests.app.office import Office
from web.roster.planning import drafting, office_store, people_store, period_store, sheet
from web.roster.planning.actor import Actor
from web.roster.planning.office import address_of
from web.roster.planning.records import LeaveRecord, LeaveState, Member, Version
from web.roster.planning.sheet import Sheet

DECEMBER: dict[str, Any] = {
    "first": "01/12/2026",
    "last": "11/12/2026",
    "plan_start": "",
    "decision_number": "15/QĐ-UBND",
    "decision_date": "20/11/2026",
}


def unit_of(office: Office) -> int:
    return office.person("truongbophan").unit_id


def member(office: Office, name: str) -> Member:
    unit = unit_of(office)
    with office.writing() as db:
        everybody = people_store.members(db, unit)
    return next(one for one in everybody if name in one.name)


def able_member(
    member_id: str, name: str, home: Organisation, unit_id: int, person_id: int | None = None
) -> Member:
    """Somebody able, always there, without limits; without an account unless one is named."""
    return Member(
        id=member_id,
        unit_id=unit_id,
        organisation=home,
        person_id=person_id,
        name=name,
        competent=frozenset({SUPPORTER}),
        learning=frozenset(),
        capable_phone=True,
        experienced=True,
        percent=100,
        venues=None,
        available=None,
        per_day=None,
        per_week=None,
        per_period=None,
        starts=None,
        ends=None,
        active=True,
    )


def venues(office: Office) -> dict[str, str]:
    """Ids by name."""
    unit = unit_of(office)
    with office.writing() as db:
        places = office_store.places(db, unit)
    return {place.venue.name: place.venue.id for place in places}


def plan(client: Browser, office: Office, **changes: Any) -> TestResponse:
    """The head plans the first days of December; the draft's page, or the form again."""
    sign_in(client, "truongbophan")
    client.get("/lich-truc/ky/moi")
    fields = {**DECEMBER, "venues": list(venues(office).values()), **changes}
    answer = client.send("/lich-truc/ky/moi", fields)
    return client.get(answer.location) if answer.status_code == 303 else answer


def newest(office: Office) -> Sheet:
    """The sheet worked on in the latest period."""
    unit = unit_of(office)
    with office.writing() as db:
        period = period_store.periods(db, unit)[0]
        version = drafting.latest(db, period.id)
        assert version
        today = office.effects.now().date()
        return sheet.read_sheet(db, period, version, today)


def published_today(office: Office) -> Version:
    unit = unit_of(office)
    with office.writing() as db:
        found = period_store.published_on(db, unit, date(2026, 11, 23))
    assert found
    return found


def slot_address(sheet: Sheet, slot: Slot) -> str:
    return f"{sheet.version.page}/buoi/{'/'.join(map(str, address_of(slot)))}"


def put(client: Browser, sheet: Sheet, slot: Slot, **fields: str) -> TestResponse:
    """Change a slot by hand, from its page."""
    address = slot_address(sheet, slot)
    client.get(address)
    return client.send(address, {"lan": str(sheet.version.changes), **fields})


def on_leave(office: Office, who: Iterable[Member], first: date, last: date) -> None:
    """Leave that was granted."""
    with office.writing() as db:
        for one in who:
            leave = LeaveRecord(
                office.effects.new_id(),
                one.id,
                first,
                last,
                None,
                LeaveState.APPROVED,
                "",
                office.effects.now(),
            )
            people_store.add_leave(db, leave)


def everybody(office: Office) -> list[Member]:
    unit = unit_of(office)
    with office.writing() as db:
        return people_store.members(db, unit)


def head(office: Office) -> Actor:
    return Actor(office.person("truongbophan").id, unit_of(office), office.effects)


def accept_all(client: Browser, page: TestResponse, reason: str) -> TestResponse:
    """The head answers for every gap on the draft's page."""
    gaps = re.findall(r'name="gaps" value="([^"]+)"', page.get_data(as_text=True))
    address = f"{page.request.path}/nhan-trach-nhiem"
    return client.send(address, {"gaps": gaps, "reason": reason})
