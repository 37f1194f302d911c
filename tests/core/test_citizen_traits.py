"""What a scenario may ask of its citizen, and how a wrong wish is told."""

import pytest

from sandbox.citizens import (
    CardKind,
    Citizen,
    EidState,
    PhoneOwnership,
    Traits,
    draw_citizen,
    traits_from,
)
from sandbox.personas.persona import Sex


def crowd(traits: Traits) -> list[Citizen]:
    return [draw_citizen(5, index, traits, 2022) for index in range(300)]


def owners(person: Citizen) -> list[bool]:
    return [phone.owner == "" for phone in person.phones]


@pytest.mark.parametrize("sex", list(Sex))
def test_the_sex_asked_for_is_drawn(sex: Sex) -> None:
    assert {person.sex for person in crowd(Traits(sex=sex))} == {sex}


def test_ages_stay_within_what_was_asked() -> None:
    births = {person.birth_date.year for person in crowd(Traits(min_age=70, max_age=71))}
    assert births == {1950, 1951, 1952}


def test_one_single_age_can_be_asked() -> None:
    assert {person.birth_date.year for person in crowd(Traits(min_age=95))} == {1926, 1927}


@pytest.mark.parametrize("card", list(CardKind))
def test_the_card_asked_for_is_in_hand(card: CardKind) -> None:
    assert {person.card for person in crowd(Traits(card=card))} == {card}


@pytest.mark.parametrize(
    ("ownership", "phones"),
    [
        (PhoneOwnership.OWN, [True]),
        (PhoneOwnership.RELATIVE, [False]),
        (PhoneOwnership.RELATIVE_AND_OWN, [False, True]),
    ],
)
def test_the_phones_asked_for_are_brought(ownership: PhoneOwnership, phones: list[bool]) -> None:
    assert all(owners(person) == phones for person in crowd(Traits(phone=ownership)))


@pytest.mark.parametrize("wanted", [True, False])
def test_mail_smartphone_and_account_are_as_asked(wanted: bool) -> None:
    for person in crowd(Traits(email=wanted, smartphone=wanted, account=wanted)):
        assert (person.email is not None) is wanted
        assert (person.has_smartphone, person.has_account) == (wanted, wanted)


@pytest.mark.parametrize("eid", list(EidState))
def test_the_level_of_identification_asked_for_comes_with_the_card_it_needs(eid: EidState) -> None:
    people = crowd(Traits(eid=eid, min_age=60))
    assert {(person.eid, person.card) for person in people} == {(eid, CardKind.CHIP)}
    assert eid is not EidState.LEVEL1 or all(person.has_smartphone for person in people)


def test_a_table_of_a_scenario_becomes_traits() -> None:
    table = {"sex": "female", "min_age": 70, "card": "old", "phone": "relative", "email": False}
    assert traits_from(table) == Traits(
        sex=Sex.FEMALE,
        min_age=70,
        card=CardKind.OLD,
        phone=PhoneOwnership.RELATIVE,
        email=False,
    )


def test_an_empty_table_leaves_everything_to_the_draw() -> None:
    assert traits_from({}) == Traits()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("tuoi", 70),
        ("sex", "nam"),
        ("sex", 1),
        ("min_age", "70"),
        ("min_age", True),
        ("max_age", 70.5),
        ("card", ["old"]),
        ("phone", "shared"),
        ("email", "no"),
        ("smartphone", 1),
        ("eid", "level3"),
        ("account", None),
    ],
)
def test_a_wrong_key_or_value_is_named(key: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"^{key}: "):
        traits_from({key: value})


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"min_age": 13}, "min_age"),
        ({"max_age": 96}, "max_age"),
        ({"min_age": 0}, "min_age"),
        ({"min_age": 60, "max_age": 59}, "max_age"),
        ({"card": "old", "eid": "level1"}, "eid"),
        ({"card": "old", "eid": "level2_active"}, "eid"),
        ({"smartphone": False, "eid": "level1"}, "eid"),
    ],
)
def test_traits_that_contradict_each_other_are_refused(
    table: dict[str, object], named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        traits_from(table)
