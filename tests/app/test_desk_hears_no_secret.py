"""The clerk's side never receives a code or the citizen's password (S1-05)."""

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from sandbox.setup import CitizenPart, Setup
from tests.app.at_the_desk import ORDINARY, Clerk, clerk_at_desk
from tests.app.browsing import Browser, words


class Overheard(list[str]):
    """Every answer the clerk's browser received, headers included."""

    def keep(self, answer: TestResponse) -> TestResponse:
        self.append(f"{answer.headers}\n{answer.data.decode(errors='replace')}")
        return answer


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    part = CitizenPart(asks_to_keep_password=True)
    return clerk_at_desk(client, app, Setup(traits=ORDINARY, part=part))


@pytest.fixture
def overheard(client: Browser, monkeypatch: pytest.MonkeyPatch) -> Overheard:
    heard = Overheard()
    whole = client.open
    monkeypatch.setattr(client, "open", lambda *a, **k: heard.keep(whole(*a, **k)))
    return heard


def test_no_answer_of_a_whole_visit_holds_a_code_or_the_password(
    clerk: Clerk, client: Browser, overheard: Overheard
) -> None:
    clerk.up_to_code()
    first = clerk.code()
    clerk.say("ask_code")
    clerk.press("tao", otp=first[::-1] if first != first[::-1] else "000000")
    clerk.press("gui-ma")
    second = clerk.code()
    clerk.say("ask_newest_code")
    client.get(clerk.form)
    client.get(clerk.press("tao", otp=second).location)
    clerk.say("tell_created")
    client.get(f"{clerk.portal}/tai-khoan")
    client.get(f"{clerk.desk}/may-quet")
    password = re.search(r"Mat khau: (\S+)\.", clerk.world().network.sms[-1].body)
    assert password
    everything = "\n".join(overheard)
    assert len(overheard) > 20
    assert [secret for secret in (first, second, password[1]) if secret in everything] == []


def test_reading_the_code_is_noted_without_its_digits(clerk: Clerk) -> None:
    clerk.up_to_code()
    text = words(clerk.say("ask_code"))
    assert "Công dân đang đọc mã – anh/chị nghe ở khung Điện thoại công dân" in text
    assert clerk.code() not in text
    assert " ".join(clerk.code()) not in text
