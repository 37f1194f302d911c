"""A press that arrives twice counts once: a proxy or a browser may send it again."""

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from sandbox.log import Actor
from sandbox.mock_vneid.commands import BeginRegistration
from tests.app.at_the_desk import Clerk, clerk_at_desk, runtime_of
from tests.app.browsing import Browser, words
from web.shell.database import transaction
from web.worlds import service

KEY = "a-key-of-this-press"


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    return clerk_at_desk(client, app)


def kinds(clerk: Clerk) -> list[str]:
    with clerk.app.app_context(), transaction(runtime_of(clerk.app).engine, writes=False) as db:
        return [entry.fact.kind for entry in service.log(db, clerk.record.id)]


def say(clerk: Clerk, phrase: str, key: str) -> TestResponse:
    clerk.client.get(clerk.desk)
    return clerk.client.send(f"{clerk.desk}/noi", {"cau": phrase, "once": key})


def test_what_is_said_once_is_heard_once_however_often_it_arrives(clerk: Clerk) -> None:
    first = say(clerk, "greet", KEY)
    heard = kinds(clerk)
    say(clerk, "ask_phone", "another")
    again = say(clerk, "greet", KEY)
    assert (again.status_code, again.location) == (first.status_code, first.location)
    assert [kinds(clerk).count("desk.said"), heard.count("desk.said")] == [2, 1]


@pytest.mark.parametrize(
    ("phrase", "key"), [("greet", "another"), ("ask_phone", KEY), ("greet", "")]
)
def test_another_press_counts(clerk: Clerk, phrase: str, key: str) -> None:
    say(clerk, "greet", KEY if key else "")
    say(clerk, phrase, key)
    assert kinds(clerk).count("desk.said") == 2


def test_every_page_brings_a_key_of_its_own(clerk: Clerk) -> None:
    pages = [clerk.client.get(clerk.desk).get_data(as_text=True) for _ in range(2)]
    found = [set(re.findall(r'name="once" value="([^"]+)"', page)) for page in pages]
    assert [len(each) for each in found] == [1, 1]
    assert found[0] != found[1]


def test_a_refusal_is_told_again_with_all_its_sentences_and_written_down_once(
    clerk: Clerk,
) -> None:
    clerk.up_to_look_up()
    answers = [clerk.press("tai-xuong", once=KEY, id_number="", full_name="") for _ in range(2)]
    assert [each.status_code for each in answers] == [422, 422]
    assert words(answers[0]) == words(answers[1])
    assert kinds(clerk).count("step.refused") == 1


def test_the_code_of_a_press_sent_twice_is_the_one_code(clerk: Clerk) -> None:
    clerk.up_to_paper()
    for _ in range(2):
        assert clerk.press("gui-ma", once=KEY).status_code == 303
    assert kinds(clerk).count("form.code_sent") == 1
    for otp in ("000000", clerk.code()):  # what was typed tells them apart, and is not stored
        clerk.press("tao", once=KEY, otp=otp)
    assert kinds(clerk)[-2:] == ["account.created", "sms.sent"]


def test_who_was_refused_is_answered_by_the_world_as_it_was(clerk: Clerk) -> None:
    with clerk.app.app_context(), transaction(runtime_of(clerk.app).engine) as db:
        too_early = BeginRegistration("000099900001", "0400000001")
        first, second = (
            service.act(db, clerk.record.id, too_early, Actor.CITIZEN, KEY) for _ in range(2)
        )
    assert first.decision.refusal
    assert (first.decision, first.at, first.first) == (second.decision, second.at, second.first)
