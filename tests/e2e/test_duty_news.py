"""A roster's news on a Monday at eight: who has not come, what moved, how long finding took."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from rostering.values import Shift
from tests.app.busy_unit import busy
from tests.app.duty_office import BINH, VERSION, DutyOffice
from tests.app.effects import FixedEffects
from tests.app.office import Office
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tools.studio import office as opened
from tools.studio import served
from web.roster.planning import publishing

As = Callable[[str], Page]


@dataclass
class Monday:
    """An office of its own whose clock stands still, so that its morning is never over."""

    url: str
    inside: Inside
    unit: DutyOffice


@pytest.fixture(scope="module")
def monday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Monday]:
    effects = FixedEffects()
    with ExitStack() as stack:
        app = stack.enter_context(opened(tmp_path_factory.mktemp("monday"), effects))
        unit = busy(Office(app, effects))
        yield Monday(stack.enter_context(served(app)), Inside(app), unit)


@pytest.fixture
def as_(monday: Monday, new_context: NewContext) -> As:
    """``as_("canbo1")``: that person's browser."""

    def make(username: str) -> Page:
        context = new_context()
        token = monday.inside.cookie(username)
        context.add_cookies([{"name": "motcua_session", "value": token, "url": monday.url}])
        return context.new_page()

    return make


def hand_over(unit: DutyOffice) -> None:
    """An's last shift goes to Bình, in a new version."""
    shifts, version, actor = unit.shifts(), unit.version(), unit.current_actor()
    last = max(shift for shift in shifts if shift.person == "an")
    unit.office.effects.advance(minutes=1)
    with unit.office.writing() as db:
        changed = {*shifts} - {last} | {Shift(last.slot, BINH)}
        publishing.amend(db, actor, version, changed, "Đổi ca")


def test_news_reach_the_member_and_the_head(monday: Monday, as_: As, look: Look) -> None:
    an = as_("canbo1")
    an.goto(f"{monday.url}/du-lieu-cua-toi")
    expect(an.get_by_role("heading", name="Việc trực")).to_be_visible()
    look(an, "own data with duty")
    hand_over(monday.unit)
    an.goto(f"{monday.url}/")
    expect(an.get_by_role("heading", name="Ca trực của anh/chị đã đổi")).to_be_visible()
    look(an, "home, a shift has moved")
    an.get_by_role("link", name="Xem ca trực").click()
    expect(an.get_by_text("Ca của anh/chị đã đổi từ lần xem trước")).to_be_visible()
    look(an, "my shifts, one has moved")
    an.reload()
    expect(an.get_by_text("Ca của anh/chị đã đổi từ lần xem trước")).to_be_hidden()

    head = as_("truongbophan")
    head.goto(f"{monday.url}/lich-truc/ban/{VERSION}")
    expect(head.get_by_role("heading", name="Ai đã xem bản này")).to_be_visible()
    expect(head.get_by_text("Không tính vì vắng")).to_be_visible()
    look(head, "a version with receipts")


def test_the_head_sees_holes_and_how_long_finding_took(monday: Monday, as_: As, look: Look) -> None:
    head = as_("truongbophan")
    head.goto(f"{monday.url}/")
    alarm = head.get_by_role("heading", name="Chưa có mặt ở bàn trực")
    expect(head.get_by_role("heading", name="Chỗ trống trong 7 ngày tới")).to_be_visible()
    look(head, "the head's home page")
    head.goto(f"{monday.url}/ca-truc")
    expect(alarm).to_be_hidden()  # whoever is on duty this morning has come
    head.goto(f"{monday.url}/ca-truc/can-duyet")
    head.get_by_role("link", name="Thời gian tìm người trực thay").click()
    head.get_by_role("searchbox", name="Đến ngày").fill("04/12/2026")
    head.get_by_role("button", name="Xem những ngày này").click()
    expect(head.get_by_text("ca không có người thay")).to_be_visible()
    look(head, "how long it took to find somebody")
    head.get_by_role("searchbox", name="Đến ngày").fill("31/02/2026")
    head.get_by_role("button", name="Xem những ngày này").click()
    look(head, "how long it took, a day that is none")
    expect(head.get_by_role("searchbox", name="Đến ngày")).to_have_value("31/02/2026")


def test_in_the_afternoon_somebody_has_not_come(monday: Monday, as_: As, look: Look) -> None:
    monday.unit.office.effects.advance(hours=6)  # two o'clock, and Bình is to be there
    head = as_("truongbophan")
    head.goto(f"{monday.url}/")
    expect(head.get_by_role("heading", name="Chưa có mặt ở bàn trực")).to_be_visible()
    look(head, "the head's home page with an alarm")
    head.goto(f"{monday.url}/ca-truc")
    look(head, "the head's shifts with an alarm")
    head.get_by_role("button", name="Tìm người thay").first.click()
    expect(head.get_by_text("Đang hỏi").first).to_be_visible()
    head.goto(f"{monday.url}/")
    expect(head.get_by_role("heading", name="Chưa có mặt ở bàn trực")).to_be_hidden()
