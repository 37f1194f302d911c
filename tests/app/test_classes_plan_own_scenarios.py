"""A class is planned with the scenarios of the unit that holds it, and with no other's."""

from typing import Any

import pytest
from sqlalchemy import update

from tests.app.authoring import fields_of, published, withdrawn
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import FIRST, Office
from training.scenario import catalogue
from web.shell.session_models import PersonRow

ROOM = "/buoi-tap"
COPY = f"{catalogue()[FIRST].title} (bản sao)"
OF_UNIT = {"HX-Request": "true"}


def _post(client: Browser, page: str, **changes: Any) -> Any:
    """The form as it opens, with these changes, posted."""
    action = page.removesuffix("/")
    fields = fields_of(client.get(page), action)
    for name, value in changes.items():
        fields.setlist(name, value if isinstance(value, list) else [value])
    return client.post(action, data=fields)


def _planned(client: Browser, username: str, **changes: Any) -> Any:
    sign_in(client, username)
    return _post(client, f"{ROOM}/tao", title="Tuần này", **changes)


def _trainer_above(office: Office, client: Browser) -> None:
    """The demo office's province has no trainer; its administrator becomes one."""
    with office.writing() as db:
        db.execute(update(PersonRow).where(PersonRow.username == "quantri").values(role="trainer"))
    sign_in(client, "quantri")


def test_the_units_own_scenarios_stand_behind_the_packages_of_their_year(
    client: Browser, office: Office
) -> None:
    own, foreign = published(office), published(office, username="canbo3")
    sign_in(client, "giangvien")
    page = client.get(f"{ROOM}/tao").get_data(as_text=True)
    of_its_year = [each.id for each in catalogue().values() if each.era == catalogue()[FIRST].era]
    assert page.index(f'value="{of_its_year[-1]}"') < page.index(f'value="{own}"')
    assert foreign not in page
    answer = _planned(client, "giangvien", scenario=[own, FIRST])
    assert answer.status_code == 303
    assert COPY in words(client.get(answer.location))


def test_another_units_scenario_is_refused_beside_its_place(
    client: Browser, office: Office
) -> None:
    foreign = published(office, username="canbo3")
    answer = _planned(client, "giangvien", scenario=[FIRST, foreign])
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert 'id="scenario-2-error"' in page
    assert "không còn trong danh sách" in page


def test_a_class_keeps_what_was_withdrawn_but_no_new_class_takes_it(
    client: Browser, office: Office
) -> None:
    own = published(office)
    room = Classroom.planned(office, "canbo1", scenarios=(own, FIRST))
    withdrawn(office, own)
    sign_in(client, "giangvien")
    page = f"{ROOM}/{room.id}/sua"
    assert f"{COPY} (đã ngừng dùng)" in words(client.get(page))
    assert _post(client, page, venue="Phòng 3").status_code == 303
    assert (room.training_class.plan.venue, room.training_class.plan.scenarios) == (
        "Phòng 3",
        (own, FIRST),
    )
    answer = _planned(client, "giangvien", scenario=[own])
    assert answer.status_code == 422
    assert "đã ngừng dùng, hoặc đơn vị tổ chức đã chọn không có" in words(answer)
    assert f"{COPY} (không dùng được ở đây)" in words(answer)


def test_another_holding_unit_brings_its_own_scenarios_and_keeps_what_was_chosen(
    client: Browser, office: Office
) -> None:
    above, below = published(office, username="quantri"), published(office)
    commune = str(office.person("giangvien").unit_id)
    _trainer_above(office, client)
    address = f"{ROOM}/_/tinh-huong?unit_id={commune}&scenario={above}&scenario={FIRST}"
    part = client.get(address, headers=OF_UNIT).get_data(as_text=True)
    assert part.lstrip().startswith("<fieldset")
    assert f'value="{below}"' in part
    assert f'value="{above}" selected' in part
    answer = _post(client, f"{ROOM}/tao", title="Tuần", unit_id=commune, scenario=[above])
    assert answer.status_code == 422
    assert "đơn vị tổ chức đã chọn không có" in words(answer)
    fields = {"title": "Tuần", "unit_id": commune, "scenario": [below]}
    assert _post(client, f"{ROOM}/tao", **fields).status_code == 303


@pytest.mark.parametrize("page", [f"{ROOM}/_/tinh-huong", f"{ROOM}/{{}}/_/tinh-huong"])
def test_without_script_the_part_leads_back_to_its_form(
    client: Browser, office: Office, page: str
) -> None:
    room = Classroom.planned(office)
    sign_in(client, "giangvien")
    answer = client.get(page.format(room.id))
    assert answer.location in {f"{ROOM}/tao", f"{ROOM}/{room.id}/sua"}


def test_two_plans_side_by_side_name_own_scenarios(client: Browser, office: Office) -> None:
    own = published(office)
    room = Classroom.planned(office, scenarios=(own,))
    sign_in(client, "giangvien")
    page = f"{ROOM}/{room.id}/sua"
    fields = fields_of(client.get(page), page)
    room.renamed("Của người khác")
    fields.setlist("scenario", [FIRST])
    answer = client.post(page, data=fields)
    assert f"Tình huống {COPY} {catalogue()[FIRST].title}" in words(answer)
