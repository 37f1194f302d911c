"""The telephone is in the citizen's hand: from over the desk its messages are covered (S1-05)."""

import pytest
from flask import Flask

from sandbox.desk import CloseVisit, Say
from sandbox.events import Said
from sandbox.log import Actor
from sandbox.rules import Rule
from sandbox.setup import CitizenPart, Setup
from tests.app.at_the_desk import ORDINARY, clerk_at_desk
from tests.app.at_the_phone import Phone, active, phone
from tests.app.browsing import Browser, words
from tests.app.effects import FixedEffects
from tests.app.office import FIRST, Office
from tests.app.overheard import secrets_of
from web.practice.runs.runs import RunRecord
from web.worlds.service import CommandResult

PLACES = ("", "tin-nhan/", "tin-nhan/1", "vneid/", "may-cu", "goi", "may-tinh/", "cong/")


def pane(client: Browser, app: Flask, **part: bool) -> Phone:
    """The pane of a desk at which an account is made, for a citizen with one code on the phone."""
    setup = Setup(traits=ORDINARY, part=CitizenPart(**part))  # type: ignore[arg-type]  # bools all
    clerk = clerk_at_desk(client, app, setup)
    clerk.up_to_code()
    return Phone(client, clerk, "khung/")


@pytest.mark.parametrize("place", ["", "tin-nhan/"])
def test_from_the_desk_a_message_shows_from_whom_when_and_of_which_kind(
    client: Browser, app: Flask, place: str
) -> None:
    seen = pane(client, app).shows(place)
    assert "Cổng Dịch vụ công (diễn tập)" in seen
    assert "08:00:00 · Tin nhắn có mã lần 1 – công dân giữ kín" in seen
    assert "Ma OTP" not in seen


def test_read_aloud_a_message_is_open_and_the_newer_one_is_not(
    client: Browser, app: Flask, effects: FixedEffects
) -> None:
    over_the_desk = pane(client, app, reads_older_code=True)
    effects.advance(seconds=40)
    clerk = over_the_desk.clerk
    clerk.press("gui-ma")
    clerk.say("ask_code")
    seen = over_the_desk.shows("")
    older = clerk.code(0)
    assert f"Công dân đọc: “Mã là {' '.join(older)} ” Tin lúc 08:00:00, mã lần 1" in seen
    assert seen.index("Tin nhắn có mã lần 2 – công dân giữ kín") < seen.index(f"khoan: {older}.")
    assert clerk.code(1) not in seen


def test_nothing_is_copied_from_over_the_desk(client: Browser, app: Flask) -> None:
    own = active(client, app, signed_in_on="old")
    over_the_desk = Phone(own.client, own.clerk, "khung/")
    own.sign_in()
    assert "data-copy" in own.get("may-cu").get_data(as_text=True)
    assert "công dân giữ kín" in over_the_desk.shows("may-cu")
    over_the_desk.clerk_does(Say("do_it_for_you"))
    assert "data-copy" not in over_the_desk.get("may-cu").get_data(as_text=True)


@pytest.mark.parametrize("place", PLACES)
def test_looking_is_free_and_uncovers_nothing(client: Browser, app: Flask, place: str) -> None:
    own = phone(client, app)
    own.ask_activation()
    before = own.world.seq
    seen = Phone(own.client, own.clerk, "khung/").get(place, follow_redirects=True)
    assert own.code not in seen.get_data(as_text=True)
    assert " ".join(own.code) not in words(seen)
    assert own.world.seq == before


def test_the_clerk_who_takes_the_telephone_sees_all_and_has_said_so(
    client: Browser, app: Flask
) -> None:
    over_the_desk = pane(client, app)
    assert "Cầm máy để tự xem" in over_the_desk.shows("tin-nhan/")
    over_the_desk.press("tin-nhan/")
    assert over_the_desk.hands(Said) == [Actor.CLERK]
    assert "take_phone" in over_the_desk.world.desk.phrases_said
    seen = over_the_desk.shows("tin-nhan/")
    assert f"khoan: {over_the_desk.clerk.code()}." in seen
    assert "Cầm máy để tự xem" not in seen


def test_the_hand_that_holds_it_anyway_has_nothing_to_take(client: Browser, app: Flask) -> None:
    own = phone(client, app)
    assert own.press("tin-nhan/").status_code == 404
    assert "Cầm máy để tự xem" not in own.shows("tin-nhan/")


def test_nobody_takes_the_telephone_of_somebody_who_left(client: Browser, app: Flask) -> None:
    gone = pane(client, app, leaves_after_code=True)
    answer = gone.press("tin-nhan/")
    assert answer.status_code == 422
    assert "Công dân đã rời quầy" in words(answer)
    assert Rule.CITIZEN_LEFT in gone.clerk.rules_refused()


def test_after_the_visit_it_stays_covered(client: Browser, app: Flask) -> None:
    own = phone(client, app)
    own.clerk_does(CloseVisit())
    over_the_desk = Phone(own.client, own.clerk, "khung/").shows("tin-nhan/")
    assert "Tin nhắn báo kết quả – công dân giữ kín" in over_the_desk
    assert "Cầm máy để tự xem" not in over_the_desk


def test_an_open_screen_is_uncovered_as_soon_as_the_telephone_is_taken(
    client: Browser, app: Flask
) -> None:
    own = phone(client, app)
    own.ask_activation()
    over_the_desk = Phone(own.client, own.clerk, "khung/")
    stamp = over_the_desk.get("vneid/").headers["ETag"].strip('"')
    own.clerk_does(Say("take_phone"))
    news = over_the_desk.get(f"vneid/?co={stamp}", headers={"HX-Request": "true"})
    assert own.code in words(news)


@pytest.mark.parametrize("scenario", [FIRST, "vn-01-kich-hoat-tai-quay", "vn-21-lan-dau-vao-cong"])
def test_through_a_whole_visit_the_pane_tells_what_is_read_aloud_and_nothing_else(
    client: Browser, office: Office, monkeypatch: pytest.MonkeyPatch, scenario: str
) -> None:
    act, seen = office.act, list[str]()

    def watched(run: RunRecord, command: object) -> CommandResult:
        result = act(run, command)
        home = f"{office.telephone(run)}khung/"
        pages = (client.get(f"{home}{place}", follow_redirects=True) for place in PLACES)
        seen.extend(page.get_data(as_text=True) for page in pages)
        return result

    monkeypatch.setattr(office, "act", watched)
    run = office.serve(office.start("canbo1", scenario))
    world = office.world(run)
    read = [each.body for each in world.network.sms if each.number in world.desk.codes_read]
    secrets = secrets_of((entry.fact for entry in office.log(run)), world.seed)
    kept = {secret for secret in secrets if not any(secret in body for body in read)}
    assert len(kept) > 4
    assert len(seen) > 80
    assert [secret for secret in kept if any(secret in page for page in seen)] == []
