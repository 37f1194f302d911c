"""The citizens of a seed: the same for ever, likely, consistent, and nobody real."""

import json
import re
from collections import Counter
from dataclasses import astuple
from datetime import date
from hashlib import sha256

import pytest

from sandbox.citizens import CardKind, Citizen, EidState, PhoneOwnership, Traits, draw_citizen
from sandbox.people import child
from sandbox.personas.names import KINH, TOKENS
from sandbox.personas.persona import Sex
from sandbox.vietnamese import nfc
from tests.core.play import Play

ANYBODY = Traits()
LEVEL_2 = {EidState.LEVEL2_ISSUED, EidState.LEVEL2_ACTIVE}


def crowd(traits: Traits = ANYBODY, year: int = 2022, size: int = 2000) -> list[Citizen]:
    return [draw_citizen(42, index, traits, year) for index in range(size)]


def fingerprint(people: list[Citizen]) -> str:
    rows = json.dumps([astuple(person) for person in people], default=str, ensure_ascii=False)
    return sha256(rows.encode()).hexdigest()[:16]


def age_on_1_june(person: Citizen, year: int) -> int:
    born = person.birth_date
    return year - born.year - ((born.month, born.day) > (6, 1))


@pytest.mark.parametrize(
    ("year", "golden"),
    [
        (2022, "d6997971f95070d7"),
        (2023, "68007da938e8ec65"),
        (2024, "03c4c944d99c0443"),
        (2025, "23d3bea56bcf6e9a"),
    ],
)
def test_a_seed_draws_the_same_citizens_on_any_machine(year: int, golden: str) -> None:
    assert fingerprint(crowd(year=year)) == golden


def test_another_seed_draws_other_citizens() -> None:
    assert draw_citizen(1, 0, ANYBODY, 2022) != draw_citizen(2, 0, ANYBODY, 2022)


def test_every_name_carries_the_token_and_is_in_one_form() -> None:
    for person in crowd():
        assert set(TOKENS) & set(person.full_name.split()[1:-1]), person.full_name
        assert nfc(person.full_name) == person.full_name


def test_surnames_are_as_frequent_as_in_life() -> None:
    kinh = [person.full_name.split()[0] for person in crowd() if person.ethnicity == KINH]
    most = Counter(kinh).most_common(4)
    assert [surname for surname, _ in most] == ["Nguyễn", "Trần", "Lê", "Phạm"]
    assert 0.33 < most[0][1] / len(kinh) < 0.43


def test_a_seventh_of_the_citizens_belongs_to_other_peoples() -> None:
    peoples = Counter(person.ethnicity for person in crowd())
    assert 0.82 < peoples[KINH] / 2000 < 0.88
    assert len(peoples) == 10


def test_women_are_called_thi_and_men_van_mostly_when_they_are_old() -> None:
    women = crowd(Traits(sex=Sex.FEMALE, min_age=70))
    men = crowd(Traits(sex=Sex.MALE, min_age=70))
    assert sum(" Thị " in each.full_name for each in women) > 1500
    assert not any(" Thị " in each.full_name for each in men)
    assert sum(" Văn " in each.full_name for each in men) > 900


def test_the_id_number_tells_century_sex_and_year_of_birth() -> None:
    for person in crowd():
        digit = 2 * (person.birth_date.year >= 2000) + (person.sex is Sex.FEMALE)
        assert re.fullmatch(rf"000{digit}{person.birth_date:%y}[0-9]{{6}}", person.personal_id)


def test_the_card_in_hand_shows_nine_digits_only_when_it_is_old() -> None:
    for person in crowd():
        old = re.fullmatch("000[0-9]{6}", person.id_number) is not None
        assert old is (person.card is CardKind.OLD)
        assert old or person.id_number == person.personal_id


def test_no_two_citizens_of_a_world_share_a_number_or_a_handle() -> None:
    people = crowd(Traits(phone=PhoneOwnership.RELATIVE_AND_OWN))
    phones = [phone.number for person in people for phone in person.phones]
    assert len({person.personal_id for person in people}) == len(people)
    assert len({person.handle for person in people}) == len(people)
    assert len(set(phones)) == 2 * len(people)


def test_ages_run_from_fourteen_to_ninety_five() -> None:
    ages = Counter(age_on_1_june(person, 2025) for person in crowd(year=2025))
    assert min(ages) >= 14
    assert 90 <= max(ages) <= 95
    assert sum(count for age, count in ages.items() if 18 <= age < 60) > 1000


def test_handles_and_mail_addresses_are_plain_letters() -> None:
    for index, person in enumerate(crowd()):
        assert re.fullmatch(rf"[a-z]+-(mau|thu)-{index + 1}", person.handle)
        assert person.email is None or re.fullmatch(
            r"[a-z]+\.(mau|thu)@congdan\.test", person.email
        )


def test_everybody_lives_in_the_pretend_commune() -> None:
    assert all(person.address.endswith(", xã Mẫu, tỉnh Giả Lập") for person in crowd())


def test_the_old_have_few_smartphones_and_hardly_a_mail_address() -> None:
    old, young = crowd(Traits(min_age=75)), crowd(Traits(max_age=40))
    assert sum(person.has_smartphone for person in old) < 500
    assert sum(person.has_smartphone for person in young) > 1800
    assert sum(person.email is not None for person in old) < 60
    assert sum(person.email is not None for person in young) > 800


def test_electronic_identity_fits_the_card_and_the_phone() -> None:
    for person in crowd(year=2025) + crowd():
        assert person.card is CardKind.CHIP or person.eid is EidState.NONE
        assert person.has_smartphone or person.eid in {EidState.NONE, EidState.LEVEL2_ISSUED}


def test_level_2_is_rare_in_2022_and_usual_in_2025() -> None:
    assert sum(person.eid in LEVEL_2 for person in crowd()) < 400
    assert sum(person.eid in LEVEL_2 for person in crowd(year=2025)) > 1000


def test_old_cards_all_but_vanish_after_2024() -> None:
    before = sum(person.card is CardKind.OLD for person in crowd(year=2024))
    after = sum(person.card is CardKind.OLD for person in crowd(year=2025))
    assert before > 100 > after


def test_a_borrowed_phone_says_whose_it_is() -> None:
    young = crowd(Traits(max_age=17, phone=PhoneOwnership.RELATIVE))
    old = crowd(Traits(min_age=80, phone=PhoneOwnership.RELATIVE))
    assert {person.phones[0].owner for person in young} == {"bố", "mẹ"}
    assert {person.phones[0].owner for person in old} == {"con trai", "con gái", "cháu"}


def test_nobody_is_born_in_the_future_of_the_era() -> None:
    assert max(person.birth_date for person in crowd(year=2022)) <= date(2008, 6, 1)


def test_a_child_is_from_six_to_twelve_years_old() -> None:
    ages = {age_on_1_june(child(Play(seed=seed, era="2023").world), 2023) for seed in range(150)}
    assert (min(ages), max(ages)) == (6, 12)
