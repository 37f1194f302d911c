"""Odd and legitimate things a clerk does while making an account."""

from dataclasses import replace

from sandbox import people
from sandbox.answers import cannot_hear
from sandbox.desk import Say, Scan
from sandbox.mock_dvc import Cancel, Download, LookUp, OpenForm, SignIn, SignOut
from tests.core.training.robot import GOOD_SCAN
from tests.core.training.walks.wanderer import Detour, Wanderer

HARMLESS = (
    "greet",
    "speak_slowly",
    "ask_phone",
    "ask_phone_owner",
    "ask_email",
    "tell_wait",
    "decline_password",
    "goodbye",
)


def on_form(clerk: Wanderer) -> bool:
    """A form lies open, in a signed-in portal."""
    return bool(clerk.number) and clerk.form.is_open and clerk.world.portal.signed_in


def filled(clerk: Wanderer) -> bool:
    return on_form(clerk) and bool(clerk.form.downloaded and not clerk.form.found)


def unsent(clerk: Wanderer) -> bool:
    return filled(clerk) and not clerk.form.codes


def signed_in(clerk: Wanderer) -> bool:
    return clerk.world.portal.signed_in


def hears(clerk: Wanderer) -> bool:
    return not clerk.world.desk.left and not cannot_hear(clerk.world)


def say_more(clerk: Wanderer) -> None:
    clerk.step(Say(clerk.random.choice(HARMLESS)))


def sign_in_anew(clerk: Wanderer) -> None:
    clerk.step(SignOut())
    clerk.step(SignIn(*people.officer_sign_in(clerk.world.seed)))


def look_up_again(clerk: Wanderer) -> None:
    clerk.step(LookUp(clerk.form.number, clerk.world.citizen.id_number))


def look_up_a_slip_first(clerk: Wanderer) -> None:
    clerk.step(LookUp(clerk.form.number, "000099900001"))
    look_up_again(clerk)


def download_again(clerk: Wanderer) -> None:
    clerk.step(Download(clerk.form.number, clerk.typed))


def hand_over_again(clerk: Wanderer) -> None:
    clerk.check()


def correct_a_slip_before_the_check(clerk: Wanderer) -> None:
    """Printed with the wrong day, seen by the clerk, put right, printed and read again."""
    slip = replace(clerk.typed, birth_date="01/02/1990", email="")
    clerk.step(Download(clerk.form.number, slip))
    download_again(clerk)
    while clerk.check():
        clerk.typed = replace(clerk.typed, phone=own_phone(clerk))
        download_again(clerk)


def let_the_citizen_find_a_slip(clerk: Wanderer) -> None:
    slip = replace(clerk.typed, birth_date="01/02/1990")
    clerk.step(Download(clerk.form.number, slip))
    clerk.check()
    download_again(clerk)
    while clerk.check():
        clerk.typed = replace(clerk.typed, phone=own_phone(clerk))
        download_again(clerk)


def own_phone(clerk: Wanderer) -> str:
    return people.own_phone(clerk.world.citizen)


def scan_again(clerk: Wanderer) -> None:
    clerk.step(Scan(GOOD_SCAN))


def open_and_leave_alone(clerk: Wanderer) -> None:
    clerk.step(OpenForm())


def look_up_on_another_form(clerk: Wanderer) -> None:
    """To be sure of the number, and cancelled at once."""
    clerk.step(OpenForm())
    number = len(clerk.world.portal.forms)
    clerk.step(LookUp(number, clerk.world.citizen.id_number))
    clerk.step(Cancel(number))


def look_up_once_more_in_a_new_form(clerk: Wanderer) -> None:
    """After the account is made: does the portal know it?"""
    clerk.step(OpenForm())
    clerk.step(LookUp(len(clerk.world.portal.forms), clerk.world.citizen.id_number))
    if clerk.random.randrange(2):
        clerk.step(Cancel(len(clerk.world.portal.forms)))


def trouble_the_next_message(clerk: Wanderer) -> None:
    action = clerk.random.choice(("lost", "divert", "duplicate", "reorder", "late"))
    seconds = clerk.random.choice((20, 150)) if action == "late" else 0
    clerk.trouble("sms", action, what="otp", times=clerk.random.choice((1, 2)), seconds=seconds)


def fail_at_creation(clerk: Wanderer) -> None:
    clerk.trouble("portal", "error", what="create", times=clerk.random.choice((1, 2)))


def dawdle(clerk: Wanderer) -> None:
    clerk.wait(clerk.random.randrange(20))


def made(clerk: Wanderer) -> bool:
    return bool(clerk.world.portal.accounts) and signed_in(clerk)


ACCOUNT = (
    Detour("says more", hears, say_more),
    Detour("waits", lambda _clerk: True, dawdle),
    Detour("signs in anew", signed_in, sign_in_anew),
    Detour("looks up again", on_form, look_up_again),
    Detour(
        "looks up a slip first",
        lambda c: on_form(c) and not c.form.details.full_name,
        look_up_a_slip_first,
    ),
    Detour("downloads again", filled, download_again),
    Detour("hands the paper over again", lambda c: filled(c) and hears(c), hand_over_again),
    Detour(
        "corrects before the check",
        lambda c: unsent(c) and hears(c),
        correct_a_slip_before_the_check,
    ),
    Detour(
        "lets the citizen find a slip",
        lambda c: unsent(c) and hears(c),
        let_the_citizen_find_a_slip,
    ),
    Detour("scans again", hears, scan_again),
    Detour("opens a form and leaves it", signed_in, open_and_leave_alone),
    Detour("looks up on another form", filled, look_up_on_another_form),
    Detour("looks up what was made", made, look_up_once_more_in_a_new_form),
    Detour(
        "a message meets with trouble",
        lambda c: on_form(c) and not c.form.codes,
        trouble_the_next_message,
        once=True,
    ),
    Detour("the portal fails", on_form, fail_at_creation, once=True),
    Detour("signs out for good", made, lambda c: c.step(SignOut())),
)
