"""The audit log: each act of an administrator, what it holds, who reads it, and that it stays."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.app.browsing import SIGNED_IN_AS, Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.effects import FixedEffects
from tests.app.office import Office
from tests.app.slips import slip_of, withdraw
from web.people.audit import log, store
from web.people.audit.log import About, Act
from web.people.audit.store import Entry, Wanted
from web.shell.database import transaction
from web.shell.people import Role
from web.shell.runtime import Runtime

LOG = "/nhat-ky-quan-tri"
PERSON = "/quan-tri/nguoi-dung/3"
NEW = {"full_name": "Đỗ Thị Mẫu Én", "username": "canbo5", "role": "clerk", "unit_id": "2"}


@pytest.fixture
def admin(client: Browser) -> Browser:
    sign_in(client, "quantri")
    client.get(PERSON)
    return client


def _entries(runtime: Runtime) -> list[Entry]:
    with transaction(runtime.engine, writes=False) as connection:
        return store.every(connection, 1, Wanted())


def test_every_act_of_an_administrator_is_written_down(admin: Browser, runtime: Runtime) -> None:
    given = admin.send("/quan-tri/nguoi-dung/them", NEW).text
    changed = {"full_name": "Phạm Thị Thử Chi", "role": "trainer", "unit_id": "2"}
    admin.send(PERSON, changed)
    again = admin.send(f"{PERSON}/mat-khau").text
    admin.send(f"{PERSON}/trang-thai", {"active": "no"})
    admin.send(f"{PERSON}/trang-thai", {"active": "yes"})
    admin.send("/quan-tri/don-vi/them", {"name": "Xã Mẫu Ba", "code": "H00.00.03"})
    admin.send("/quan-tri/don-vi/2", {"name": "Xã Mẫu Một", "code": "H00.00.01"})
    found = _entries(runtime)[::-1]
    assert {each.by_name for each in found} == {"Bùi Văn Mẫu Long (quantri)"}
    assert [(each.act, each.subject, each.changes) for each in found] == [
        (
            "person.added",
            "Đỗ Thị Mẫu Én (canbo5)",
            (("Vai trò", "", "Cán bộ một cửa"),),
        ),
        (
            "person.changed",
            "Phạm Thị Thử Chi (canbo3)",
            (("Vai trò", "Cán bộ một cửa", "Giảng viên"), ("Đơn vị", "Xã Thử", "Xã Mẫu")),
        ),
        ("person.password_reset", "Phạm Thị Thử Chi (canbo3)", ()),
        ("person.off", "Phạm Thị Thử Chi (canbo3)", ()),
        ("person.on", "Phạm Thị Thử Chi (canbo3)", ()),
        (
            "unit.added",
            "Xã Mẫu Ba",
            (("Mã đơn vị", "", "H00.00.03"),),
        ),
        ("unit.changed", "Xã Mẫu", (("Tên đơn vị", "Xã Mẫu", "Xã Mẫu Một"),)),
    ]
    secrets = re.findall(r'class="once">([^<]+)<', given + again)
    assert len(secrets) == 2
    assert not any(secret in str(found) for secret in secrets)


def test_what_was_refused_or_changes_nothing_is_no_act(admin: Browser, runtime: Runtime) -> None:
    unchanged = {"full_name": "Phạm Thị Thử Chi", "role": "clerk", "unit_id": "3"}
    assert admin.send(PERSON, unchanged).status_code == 303
    assert admin.send(PERSON, {**unchanged, "full_name": ""}).status_code == 422
    assert admin.send("/quan-tri/don-vi/them", {"name": "", "code": "H00.00.03"}).status_code == 422
    assert _entries(runtime) == []


def test_what_a_head_does_to_those_on_duty_and_a_leader_to_slips_is_written_down(
    client: Browser, runtime: Runtime
) -> None:
    sign_in(client, "truongbophan")
    page = client.get("/lich-truc/nguoi").text
    member = re.findall(r'href="(/lich-truc/nguoi/[A-Za-z0-9_-]{10,})"', page)[0]
    client.get(member)
    client.send(f"{member}/trang-thai", {"viec": "tat"})
    client.send(f"{member}/trang-thai", {"viec": "bat"})
    assert [each.act for each in _entries(runtime)] == ["member.on", "member.off"]


def test_slips_are_written_down_without_their_codes(office: Office, runtime: Runtime) -> None:
    room = Classroom.opened(office, "canbo1")
    code = slip_of(room, "canbo1")
    withdraw(room, "canbo1")
    withdraw(room, "canbo1")  # nothing is left to withdraw
    found = _entries(runtime)
    assert [(each.act, each.changes) for each in found] == [
        ("slip.withdrawn", (("Phiếu của", "Trần Thị Mẫu An", ""),)),
        ("slips.made", (("Số phiếu", "", "1 phiếu"),)),
    ]
    assert code not in str(found)


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entry SET subject = ''", "DELETE FROM audit_entry"]
)
def test_no_line_is_ever_changed_or_deleted(
    admin: Browser, runtime: Runtime, statement: str
) -> None:
    admin.send(f"{PERSON}/mat-khau")
    with (
        pytest.raises(DBAPIError, match="audit log"),
        transaction(runtime.engine) as connection,
    ):
        connection.execute(text(statement))
    assert len(_entries(runtime)) == 1


@pytest.mark.parametrize("role", list(Role))
def test_supervisor_and_administrator_read_it_and_nobody_else(client: Browser, role: Role) -> None:
    sign_in(client, SIGNED_IN_AS[role])
    reads = role in (Role.SUPERVISOR, Role.ADMINISTRATOR)
    for path in (LOG, f"{LOG}/tep"):
        assert client.get(path).status_code == (200 if reads else 403)
    assert ("Nhật ký quản trị" in words(client.get("/"))) == reads


def test_a_supervisor_reads_of_their_own_unit_alone(
    client: Browser, runtime: Runtime, effects: FixedEffects
) -> None:
    with transaction(runtime.engine) as connection:
        for unit, name in ((1, "Tỉnh"), (2, "Xã Mẫu"), (3, "Xã Thử")):
            about = About(f"Người của {name}", unit)
            log.note(connection, effects.now(), None, Act.SWITCHED_OFF, about)
    sign_in(client, "giamsat")
    shown = words(client.get(LOG))
    assert "Người của Xã Mẫu" in shown
    assert "Dòng lệnh" in shown
    assert "Người của Xã Thử" not in shown
    assert "Người của Tỉnh" not in shown


def test_it_is_read_by_act_by_days_and_by_pages(
    admin: Browser, runtime: Runtime, effects: FixedEffects
) -> None:
    with transaction(runtime.engine) as connection:
        for number in range(store.PAGE + 1):
            about = About(f"Người Mẫu {number}", 2)
            log.note(connection, effects.now(), None, Act.SWITCHED_OFF, about)
        later = effects.now() + timedelta(days=1)
        log.note(connection, later, None, Act.SWITCHED_ON, About("Người Mẫu sau", 2))
    assert f"Có {store.PAGE + 2} việc" in words(admin.get(LOG))
    assert "Người Mẫu 0" in words(admin.get(f"{LOG}?trang=2"))
    assert admin.get(f"{LOG}?trang=9").location == f"{LOG}?trang=1"
    assert "Có 1 việc" in words(admin.get(f"{LOG}?viec=person.on"))
    assert "Có 1 việc" in words(admin.get(f"{LOG}?tu_ngay=24/11/2026"))
    assert f"Có {store.PAGE + 1} việc" in words(admin.get(f"{LOG}?den_ngay=23/11/2026"))
    assert "Không có việc nào khớp" in words(admin.get(f"{LOG}?viec=unit.added"))
    wrong = admin.get(f"{LOG}?tu_ngay=31/02/2026")
    assert wrong.status_code == 422
    assert "chưa phải một ngày" in words(wrong)


def test_it_is_taken_away_as_a_workbook_and_with_ones_own_data(
    admin: Browser,
) -> None:
    admin.send(PERSON, {"full_name": "Phạm Thị Thử Chi", "role": "trainer", "unit_id": "2"})
    answer = admin.get(f"{LOG}/tep?viec=person.changed")
    rows = [*load_workbook(BytesIO(answer.data)).worksheets[0].values]
    assert rows[0][2:] == ("Việc", "Về ai, về gì", "Đơn vị", "Mục", "Trước", "Sau")
    assert rows[1][5:] == ("Vai trò", "Cán bộ một cửa", "Giảng viên")
    assert rows[2][5:] == ("Đơn vị", "Xã Thử", "Xã Mẫu")
    own = admin.get("/du-lieu-cua-toi/tai-ve?dang=json").json
    assert own
    assert own["audit_log"][0]["subject"] == "Phạm Thị Thử Chi (canbo3)"
