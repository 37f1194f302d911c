"""S4-03 … S4-30: the order of the steps, held whatever is sent."""

from dataclasses import fields, replace

import pytest

from sandbox import people
from sandbox.citizens import CardKind, PhoneOwnership
from sandbox.faults import OrderFault
from sandbox.mock_dvc import Cancel, Create, Download, Fill, LookUp, OpenForm, SendCode, SignIn
from sandbox.population import population
from sandbox.portal.form_reading import Typed
from sandbox.rules import Rule
from sandbox.setup import Setup
from tests.core.play import GOOD_SCAN, PLAIN, Play, refused_file


def test_the_portal_opens_only_with_the_worlds_own_officer() -> None:
    play = Play()
    assert play.rules_of(SignIn("canbo.mau", "sai")) == (Rule.PORTAL_SIGN_IN,)
    assert play.rules_of(OpenForm()) == (Rule.PORTAL_NOT_SIGNED_IN,)
    play.do(SignIn(*people.officer_sign_in(play.seed)))
    assert play.rules_of(OpenForm()) == ()


def test_an_empty_form_names_every_missing_field_at_once() -> None:
    play = Play()
    number = play.open_form()
    assert play.rules_of(Download(number, Typed())) == (
        Rule.ID_MISSING,
        Rule.NAME_MISSING,
        Rule.BIRTH_MISSING,
        Rule.PHONE_MISSING,
        Rule.UNIT_MISSING,
        Rule.FILE_MISSING,
    )


def test_a_number_that_was_not_looked_up_stops_every_later_step() -> None:
    play = Play()
    play.open_form(look_up=False)
    refusal = play.download().refusal
    assert refusal is not None
    assert refusal.rules == (Rule.LOOK_UP_FIRST,)


def test_changing_the_number_asks_for_a_new_look_up() -> None:
    play = Play()
    play.open_form()
    refusal = play.download(id_number="000099123456").refusal
    assert refusal is not None
    assert refusal.rules == (Rule.LOOK_UP_FIRST,)


def test_an_existing_account_is_never_made_twice() -> None:
    play = Play(Setup(traits=replace(PLAIN, account=True)))
    play.open_form()
    assert play.form.found
    refusal = play.download().refusal
    assert refusal is not None
    assert refusal.rules == (Rule.ACCOUNT_EXISTS,)


@pytest.mark.parametrize("step", [Download, SendCode, Create])
def test_of_two_forms_for_one_number_only_one_makes_an_account(step: type[Fill]) -> None:
    play = Play()
    play.open_form()
    play.ready_for_code()
    play.do(play.creation("000001"))
    other = step(1, play.typed())
    assert play.rules_of(other) == (Rule.ACCOUNT_EXISTS,)
    assert len(play.world.portal.accounts) == 1


def test_an_account_made_here_is_found_from_then_on() -> None:
    play = Play()
    play.ready_for_code()
    play.do(play.creation("000001"))
    play.open_form()
    assert play.form.found


def test_every_account_of_the_population_is_found() -> None:
    play = Play()
    number = play.open_form(look_up=False)
    known = population(2022)[0].id_number
    play.do(LookUp(number, known))
    assert play.form.found


def test_no_code_before_the_request_form_of_the_same_details() -> None:
    play = Play()
    play.open_form()
    play.download()
    refusal = play.send_code(full_name=play.world.citizen.full_name.lower()).refusal
    assert refusal is not None
    assert refusal.rules == (Rule.DOWNLOAD_FIRST,)


def test_a_relatives_number_is_not_the_owners() -> None:
    play = Play(Setup(traits=replace(PLAIN, phone=PhoneOwnership.RELATIVE_AND_OWN)))
    play.open_form()
    theirs = people.others_phone(play.world.citizen)
    play.download(phone=theirs)
    refusal = play.send_code(phone=theirs).refusal
    assert refusal is not None
    assert refusal.rules == (Rule.PHONE_NOT_OWNER,)
    play.download()
    assert play.send_code().refusal is None


def test_a_wrong_number_inside_the_practice_range_is_taken_as_the_real_portal_would() -> None:
    play = Play()
    play.open_form()
    assert play.download(phone="0400999999").refusal is None
    assert play.send_code(phone="0400999999").refusal is None


def test_the_old_nine_digit_number_is_valid_in_2022() -> None:
    play = Play(Setup(traits=replace(PLAIN, card=CardKind.OLD)))
    play.ready_for_code()
    assert play.rules_of(play.creation("000001")) == ()
    assert len(play.world.portal.accounts[0].details.id_number) == 9


def test_usable_fields_survive_a_refused_step() -> None:
    play = Play()
    number = play.open_form()
    play.do(Download(number, play.typed(phone="12"), GOOD_SCAN))
    assert play.form.details.full_name == play.world.citizen.full_name
    assert play.form.details.phone == ""
    assert play.form.attachment is not None


def test_nothing_outside_the_practice_ranges_enters_the_log() -> None:
    play = Play()
    number = play.open_form()
    typed = play.typed(id_number="0791" + "2" * 8, phone="0" + "9" * 9)
    rules = play.rules_of(Download(number, typed, GOOD_SCAN))
    assert rules == (Rule.ID_NOT_PRACTICE, Rule.PHONE_NOT_PRACTICE)
    told = repr(play.log)
    assert typed.id_number not in told
    assert typed.phone not in told


@pytest.mark.parametrize("rule", [Rule.FILE_FORMAT, Rule.FILE_TOO_LARGE, Rule.FILE_ONE_SIDE])
def test_a_file_the_scanner_rules_refuse_stops_the_step(rule: Rule) -> None:
    play = Play()
    number = play.open_form()
    assert play.rules_of(Download(number, play.typed(), refused_file(rule))) == (rule,)


def test_a_portal_error_happens_once_and_keeps_what_was_typed() -> None:
    play = Play()
    play.do(OrderFault("portal", "error", what="download"))
    play.open_form()
    refusal = play.download().refusal
    assert refusal is not None
    assert refusal.rules == (Rule.PORTAL_FAILED,)
    assert play.form.details.full_name == play.world.citizen.full_name
    assert play.download().refusal is None


def test_cancelling_leaves_no_account_and_closes_the_form() -> None:
    play = Play()
    play.ready_for_code()
    play.do(Cancel(1))
    assert not play.form.is_open
    assert play.world.portal.accounts == ()


def test_a_form_nobody_opened_is_refused_by_every_step() -> None:
    play = Play()
    play.open_form()
    for command in (LookUp(9, "000099123456"), Download(9, play.typed()), Cancel(9)):
        assert play.rules_of(command) == (Rule.NO_OPEN_FORM,)


def test_the_typed_form_has_the_same_fields_as_the_details_kept() -> None:
    play = Play()
    kept = {field.name for field in fields(play.form.details)} if play.open_form() else set()
    assert kept == {field.name for field in fields(Typed)}
