"""While what somebody sent is read or their page drawn, everybody else can write."""

import fcntl
import sqlite3
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.app.authoring import Author
from tests.app.browsing import Browser, sign_in
from tests.app.databases import POSTGRESQL
from tests.app.office import FIRST
from tests.app.sheets import workbook
from tests.app.test_roster_import import GOOD, HEAD
from tests.app.test_roster_import import send as send_list
from training.pack import pack_scenarios
from training.scenario import source
from web.practice.runs import service as runs
from web.practice.scenarios import (
    form_routes,
    pack_routes,
    packing,
    publish_routes,
    service,
    store,
)
from web.roster.planning import import_rows, people_store
from web.shell import uploads, workbooks, write_queue
from web.shell.runtime import Runtime

pytestmark = pytest.mark.skipif(bool(POSTGRESQL), reason="PostgreSQL locks rows, never everybody")
Watch = Callable[[ModuleType | type, str], list[bool]]


@pytest.fixture
def author(client: Browser) -> Author:
    author = Author(client)
    author.copy()
    return author


@pytest.fixture
def watch(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Notes at each call of a function whether somebody else could write at that moment."""

    def someone_else_can_write() -> bool:
        other = sqlite3.connect(str(runtime.engine.url.database), timeout=0, isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        finally:
            other.close()
        return True

    def watched(module: ModuleType | type, name: str) -> list[bool]:
        noted: list[bool] = []
        does = getattr(module, name)

        def noting(*given: Any, **named: Any) -> Any:
            noted.append(someone_else_can_write())
            return does(*given, **named)

        monkeypatch.setattr(module, name, noting)
        return noted

    return watched


def _send(author: Author, data: bytes, known: str = "moi") -> int:
    author.client.get("/soan/goi")
    fields = {"goi": (BytesIO(data), "goi.zip"), "trung": known}
    return author.client.send("/soan/goi", fields).status_code


def test_a_pack_is_read_before_anything_is_locked(author: Author, watch: Watch) -> None:
    reading, writing = watch(packing, "unpack_scenarios"), watch(store, "add")
    assert _send(author, pack_scenarios([(FIRST, source(FIRST))])) == 303
    assert (reading, writing) == ([True], [False])


def test_the_drafts_of_a_pack_are_written_out_before_anything_is_locked(
    author: Author, watch: Watch
) -> None:
    author.publish()
    scenario = author.page.rpartition("/")[2]
    text = source(FIRST).replace(FIRST, scenario)
    comparing, writing_out = watch(service, "content"), watch(service, "text_of")
    assert _send(author, pack_scenarios([(scenario, text)]), "ban-moi") == 303
    assert _send(author, pack_scenarios([("mau-1", source(FIRST).replace(FIRST, "mau-1"))])) == 303
    assert all([*comparing, *writing_out])
    assert (len(comparing), len(writing_out)) == (2, 2)


def test_a_list_of_people_is_read_before_anything_is_locked(client: Browser, watch: Watch) -> None:
    reading, judging = watch(workbooks, "read"), watch(import_rows, "read")
    writing = watch(people_store, "add_members")
    assert send_list(client, workbook(HEAD, GOOD)).status_code == 303
    assert (reading, judging, writing) == ([True], [True], [False])


def test_a_form_is_taken_apart_before_anything_is_locked(client: Browser, watch: Watch) -> None:
    sign_in(client, "canbo1")
    reading, writing = watch(uploads.InMemoryRequest, "_load_form_data"), watch(runs, "start")
    client.get("/luyen-tap")
    reading.clear()
    client.send("/luyen-tap", {"scenario": FIRST, "mode": "luyen"})
    assert (reading[0], writing) == (True, [False])


def test_whoever_keeps_the_turn_too_long_is_overtaken(
    client: Browser, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then SQLite itself says who may write, or that it is busy."""
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    monkeypatch.setattr(write_queue, "_TIMEOUT_S", 0.01)
    with Path(f"{runtime.engine.url.database}.turn").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        answer = client.send("/luyen-tap", {"scenario": FIRST, "mode": "luyen"})
    assert answer.status_code == 303


def test_a_pack_that_is_refused_locks_nothing_while_its_mistakes_are_shown(
    author: Author, watch: Watch
) -> None:
    scenario = author.page.rpartition("/")[2]
    text = source(FIRST).replace(FIRST, scenario)
    reading, drawing = watch(packing, "unpack_scenarios"), watch(pack_routes, "page")
    author.client.get("/soan/goi")
    drawing.clear()
    assert _send(author, pack_scenarios([(scenario, text)]), "ban-moi") == 422
    assert reading == [True]
    assert drawing[-1]


def test_a_draft_is_checked_before_anything_is_locked(author: Author, watch: Watch) -> None:
    checking, writing = watch(service, "check_draft"), watch(store, "save")
    assert author.save(title="Tên khác").status_code == 303
    assert (checking, writing) == ([True], [False])


def test_a_draft_that_is_refused_locks_nothing_while_it_is_shown(
    author: Author, watch: Watch
) -> None:
    fields = author.form()
    fields["title"] = ""
    drawing, checking = watch(form_routes, "page"), watch(form_routes, "check_draft")
    assert author.press("luu", fields).status_code == 422
    author.client.post(f"{author.page}/kiem-tra", data=fields)
    assert drawing == [True, True]
    assert checking == [True]


def test_nobody_waits_for_the_machines_trial_of_what_is_not_published(
    author: Author, watch: Watch
) -> None:
    trying, writing = watch(publish_routes, "run_trials"), watch(store, "add_version")
    author.client.get(f"{author.page}/phat-hanh")
    overtaken = {"lan": "0", "note": "Bản đầu"}
    assert author.client.send(f"{author.page}/phat-hanh", overtaken).status_code == 422
    assert author.publish("").status_code == 422
    assert author.publish().status_code == 303
    assert writing == [False]
    assert len(trying) == 5  # three times to look, twice beside a refusal
    assert all(trying)
