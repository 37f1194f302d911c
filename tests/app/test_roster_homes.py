"""The organisations people come from: added, changed, merged, removed; lists in their order."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from rostering.values import Organisation
from tests.app import province
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office
from tests.app.rosters import everybody, unit_of
from web.roster.planning import home_store, people_store
from web.roster.planning.records import Home, HomeKind

LIST = "/lich-truc/to-chuc"
NEW: dict[str, Any] = {
    "name": "Hội Làm vườn Mẫu",
    "kind": "body",
    "percent": "50",
    "stays": ["giu"],
}


def homes(office: Office) -> dict[str, Home]:
    """By name."""
    unit = unit_of(office)
    with office.writing() as db:
        return {home.organisation.name: home for home in home_store.homes(db, unit)}


def add(client: Browser, **changes: Any) -> TestResponse:
    sign_in(client, "truongbophan")
    client.get(f"{LIST}/them")
    return client.send(f"{LIST}/them", {**NEW, **changes})


def test_one_is_added_renamed_and_weighed(client: Browser, office: Office) -> None:
    assert add(client).status_code == 303
    home = homes(office)[NEW["name"]]
    assert (home.kind, home.members) == (HomeKind.BODY, 0)
    assert home.organisation == Organisation(home.organisation.id, NEW["name"], 0.5)
    page = client.get(home.page).get_data(as_text=True)
    assert 'value="giu" checked' in page
    changed = {"name": "Hội Sinh vật cảnh Mẫu", "kind": "other", "percent": "100"}
    assert client.send(home.page, changed).status_code == 303
    again = homes(office)["Hội Sinh vật cảnh Mẫu"]
    assert again.organisation == Organisation(
        home.organisation.id, "Hội Sinh vật cảnh Mẫu", may_be_empty=True
    )
    assert "Hội Sinh vật cảnh Mẫu Tổ chức khác 0 100%" in words(client.get(LIST))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": ""}, "Anh/chị nhập tên đơn vị, tổ chức."),
        ({"name": "đoàn  thanh niên"}, "Đã có đơn vị, tổ chức tên này."),
        ({"name": "Gọi 0912345678"}, "Tên đơn vị, tổ chức"),  # refused on purpose
        ({"kind": "x"}, "Anh/chị chọn một loại."),
        ({"percent": "33"}, "Anh/chị chọn một mức."),
        ({"name": "x" * 151}, "Tên chỉ dài tối đa 150 ký tự."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    client: Browser, office: Office, changes: dict[str, str], says: str
) -> None:
    before = homes(office)
    answer = add(client, **changes)
    assert answer.status_code == 422
    assert says in words(answer)
    assert "0912345678" not in answer.get_data(as_text=True)  # refused on purpose
    assert homes(office) == before


def test_only_one_that_nobody_comes_from_is_removed(client: Browser, office: Office) -> None:
    add(client)
    before = homes(office)
    union = before["Đoàn Thanh niên"]
    client.get(union.page)
    refused = client.send(f"{union.page}/xoa")
    assert refused.status_code == 422
    assert "Còn 1 người thuộc tổ chức này" in words(refused)
    assert client.send(f"{before[NEW['name']].page}/xoa").status_code == 303
    assert homes(office).keys() == before.keys() - {NEW["name"]}


def test_two_are_merged_and_their_people_stay(client: Browser, office: Office) -> None:
    sign_in(client, "truongbophan")
    before = homes(office)
    union, farmers = before["Đoàn Thanh niên"], before["Hội Nông dân"]
    page = client.get(union.page)
    assert "1 người của “Đoàn Thanh niên” chuyển sang tổ chức được chọn" in words(page)
    for nowhere in ("", "x", union.organisation.id):
        refused = client.send(f"{union.page}/gop", {"vao": nowhere})
        assert refused.status_code == 422
        assert "Anh/chị chọn tổ chức sẽ nhận những người này." in words(refused)
    people = {one.id for one in everybody(office)}
    assert client.send(f"{union.page}/gop", {"vao": farmers.organisation.id}).status_code == 303
    after = homes(office)
    assert after.keys() == before.keys() - {"Đoàn Thanh niên"}
    assert after["Hội Nông dân"].members == 2
    assert {one.id for one in everybody(office)} == people


def test_another_units_organisation_is_not_there(client: Browser, office: Office) -> None:
    other = province.found(office, "H00.00.51")
    with office.writing() as db:
        [theirs] = home_store.homes(db, other)
    sign_in(client, "truongbophan")
    client.get(LIST)
    assert client.get(theirs.page).status_code == 404
    assert client.send(f"{theirs.page}/xoa").status_code == 404
    [mine, *_] = homes(office).values()
    sent = {"vao": theirs.organisation.id}
    assert client.send(f"{mine.page}/gop", sent).status_code == 422


def test_others_read_and_change_nothing(client: Browser, office: Office) -> None:
    sign_in(client, "canbo1")
    shown = client.get(LIST)
    assert "Hội Nông dân" in words(shown)
    assert "Thêm tổ chức" not in words(shown)
    assert client.send(homes(office)["Hội Nông dân"].page, NEW).status_code == 403


def test_people_and_organisations_are_listed_in_vietnamese_order(office: Office) -> None:
    unit = province.found(office, "H00.00.51", people=0)
    names = ["Lê Thử Ấn", "Đỗ Thử Ân", "Bùi Thử Ăn", "An Thử Đạt", "Vũ Thử Dũng", "Đinh Thử Ân"]
    with office.writing() as db:
        [desk] = home_store.organisations(db, unit)
        for name in names:
            one = province.member(office.effects.new_id(), name, desk, unit)
            people_store.add_members(db, one)
        for name in ("Hội Mẫu", "Đoàn Mẫu", "Ủy ban Mẫu", "Dân quân Mẫu"):
            home_store.add_organisation(db, unit, Organisation(office.effects.new_id(), name))
        listed = [one.name for one in people_store.members(db, unit)]
        organisations = [one.name for one in home_store.organisations(db, unit)]
    assert listed == [
        "Bùi Thử Ăn",
        "Đinh Thử Ân",
        "Đỗ Thử Ân",
        "Lê Thử Ấn",
        "Vũ Thử Dũng",
        "An Thử Đạt",
    ]
    assert organisations[0] == "Bộ phận Một cửa"
    assert organisations[1:] == ["Dân quân Mẫu", "Đoàn Mẫu", "Hội Mẫu", "Ủy ban Mẫu"]
