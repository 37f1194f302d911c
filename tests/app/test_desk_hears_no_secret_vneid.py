"""Through whole VNeID visits no code, password, passcode or answer reaches the clerk's side."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from sandbox import people
from sandbox.citizens import EidState
from sandbox.events import CodeIssued
from sandbox.log import Actor
from sandbox.mock_vneid import commands as vneid
from sandbox.own_hands import ByHand
from sandbox.own_secrets import passcode, password
from sandbox.public_portal import commands as public
from sandbox.setup import VneidPart
from sandbox.state import World
from tests.app.at_the_desk import Clerk
from tests.app.browsing import Browser
from tests.app.vneid_desk import HTMX, by_citizen, facts, press, vneid_desk, vneid_setup

GUIDED = (
    "ask_vneid",
    "offer_help",
    "guide_activation",
    "invite_resend",
    "invite_code",
    "invite_code",
    "invite_code",
    "invite_password",
    "invite_passcode",
    "invite_questions",
    "guide_sign_in",
    "guide_papers",
    "guide_portal_number",
    "invite_code",
    "invite_consent",
    "invite_passcode",
    "ask_password_aloud",
    "guide_forgot_passcode",
    "do_it_for_you",
    "do_it_for_you",
)
TYPED = ("Mau#8642thu", "975318", "Trường Giả Lập", "Bún riêu", "Sai#1234", "864209", "Khac#8642")


class Overheard(list[str]):
    """Every answer the clerk's browser received, headers included."""

    def keep(self, answer: TestResponse) -> TestResponse:
        self.append(f"{answer.headers}\n{answer.data.decode(errors='replace')}")
        return answer


@pytest.fixture
def overheard(client: Browser, monkeypatch: pytest.MonkeyPatch) -> Overheard:
    heard = Overheard()
    whole = client.open
    monkeypatch.setattr(client, "open", lambda *a, **k: heard.keep(whole(*a, **k)))
    return heard


def look_around(clerk: Clerk) -> None:
    """Every screen of the clerk's side that may tell of the citizen's."""
    for path in ("", "/ket-thuc", "/may-quet", "/giay-to/citizen", "/_/dong-ho"):
        clerk.client.get(f"{clerk.desk}{path}")
    for part in ("/_/loi-moi?sau=0", "/_/tiep-don"):
        clerk.client.get(f"{clerk.desk}{part}", headers=HTMX)


def seals(clerk: Clerk) -> Iterator[str]:
    for fact in facts(clerk):
        yield from re.findall(r"\b[0-9a-f]{64}\b", repr(fact))


def codes(clerk: Clerk) -> list[str]:
    return [fact.digits for fact in facts(clerk) if isinstance(fact, CodeIssued)]


def found(secrets: tuple[str, ...], overheard: Overheard) -> list[str]:
    everything = "\n".join(overheard)
    return [secret for secret in secrets if secret in everything]


@pytest.mark.parametrize("mistypes", [0, 2])
def test_nothing_of_a_guided_visit(
    client: Browser, app: Flask, overheard: Overheard, mistypes: int
) -> None:
    clerk = vneid_desk(client, app, vneid_setup(VneidPart(mistypes=mistypes)))
    for step, fields in (("hoi", {}), ("ket-qua", {"result": "level2_not_active"}), ("moi", {})):
        press(clerk, step, **fields)
    for phrase in GUIDED:
        clerk.say(phrase)
        look_around(clerk)
    seed = clerk.world().seed
    own = (*(password(seed, each) for each in (0, 1)), *(passcode(seed, each) for each in (0, 1)))
    assert len(codes(clerk)) > 2
    assert found((*codes(clerk), *own, *seals(clerk), "Canh chua"), overheard) == []


def played(world: World, hand: Actor) -> Iterator[ByHand]:
    """What a person at the citizen's screens types up to the code."""
    number, phone = world.citizen.personal_id, people.own_phone(world.citizen)
    yield vneid.SignIn(number, "Sai#1234", hand=hand)
    yield vneid.RequestActivation(number, phone, hand=hand)
    yield vneid.EnterCode("864209", hand=hand)
    yield vneid.ResendCode(hand=hand)


def after_the_code(world: World, hand: Actor) -> Iterator[ByHand]:
    """The rest of a whole visit, mistakes included."""
    number, right, digits = world.citizen.personal_id, "Mau#8642thu", "975318"
    yield vneid.SetPassword(right, "Khac#8642", hand=hand)
    yield vneid.SetPassword(right, right, hand=hand)
    yield vneid.SetPasscode(digits, "864209", hand=hand)
    yield vneid.SetPasscode(digits, digits, hand=hand)
    questions = ("first_school", "Trường Giả Lập", "favourite_dish", "Bún riêu")
    yield vneid.SetQuestions(*questions, hand=hand)
    yield vneid.SignIn(number, right, hand=hand)
    yield vneid.IntegratePaper("health_insurance", "TH1", "864209", hand=hand)
    yield public.ScanQr(hand=hand)
    yield public.ShareConsent(ticked=True, hand=hand)
    yield public.ConfirmPasscode("864209", hand=hand)
    yield public.ConfirmPasscode(digits, hand=hand)


@pytest.mark.parametrize("hand", [Actor.CITIZEN, Actor.CLERK])
def test_nothing_that_a_person_types_on_the_citizens_side(
    client: Browser, app: Flask, overheard: Overheard, hand: Actor
) -> None:
    clerk = vneid_desk(client, app)
    for command in played(clerk.world(), hand):
        by_citizen(clerk, command)
        look_around(clerk)
    code = clerk.world().vneid.code
    assert code
    by_citizen(clerk, vneid.EnterCode(code.digits, hand=hand))
    for command in after_the_code(clerk.world(), hand):
        by_citizen(clerk, command)
        look_around(clerk)
    assert clerk.world().public.on_account_page
    assert clerk.world().vneid.level is EidState.LEVEL2_ACTIVE
    assert len(codes(clerk)) == 2
    assert found((*codes(clerk), *TYPED, *seals(clerk)), overheard) == []


def test_the_sweep_would_find_one(client: Browser, app: Flask, overheard: Overheard) -> None:
    clerk = vneid_desk(client, app)
    look_around(clerk)
    assert found((clerk.world().citizen.personal_id,), overheard) != []
