"""Through whole VNeID visits no code, password, passcode or answer reaches the clerk's side."""

from collections.abc import Iterator

import pytest
from flask import Flask

from sandbox import people
from sandbox.citizens import EidState
from sandbox.log import Actor
from sandbox.mock_vneid import commands as vneid
from sandbox.own_hands import ByHand
from sandbox.public_portal import commands as public
from sandbox.state import World
from tests.app.browsing import Browser
from tests.app.overheard import Overheard, look_around, secrets_of
from tests.app.vneid_desk import by_citizen, facts, vneid_desk

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
        look_around(client, app, world_id=clerk.record.id)
    code = clerk.world().vneid.code
    assert code
    by_citizen(clerk, vneid.EnterCode(code.digits, hand=hand))
    for command in after_the_code(clerk.world(), hand):
        by_citizen(clerk, command)
        look_around(client, app, world_id=clerk.record.id)
    assert clerk.world().public.on_account_page
    assert clerk.world().vneid.level is EidState.LEVEL2_ACTIVE
    assert overheard.held({*secrets_of(facts(clerk), clerk.world().seed), *TYPED}) == []


def test_the_sweep_would_find_one(client: Browser, app: Flask, overheard: Overheard) -> None:
    clerk = vneid_desk(client, app)
    look_around(client, app, world_id=clerk.record.id)
    assert overheard.held({clerk.world().citizen.personal_id}) != []
