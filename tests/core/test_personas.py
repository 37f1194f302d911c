"""The provider of personas in anybody's Faker: safe, repeatable, and all of one piece."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

import pytest
from faker import Faker

from sandbox.guard import real_looking
from sandbox.identity import read_birth_date, read_email, read_id, read_name, read_phone
from sandbox.personas.engine import personas
from sandbox.personas.keyed_random import KeyedRandom
from sandbox.personas.names import TOKENS
from sandbox.personas.numbers import HALF
from sandbox.personas.persona import Persona, Sex
from sandbox.personas.provider import PersonaProvider

LOCALES = ["en_US", "vi_VN", "de_DE", "ja_JP"]
TODAY = date(2025, 6, 1)


def faker(locale: str = "en_US", seed: int = 7) -> Faker:
    fake = Faker(locale)
    fake.add_provider(PersonaProvider)
    fake.seed_instance(seed)
    return fake


@pytest.fixture(params=LOCALES)
def crowd(request: pytest.FixtureRequest) -> list[Persona]:
    fake = faker(request.param)
    return [fake.persona() for _ in range(300)]


def part_by_part(fake: Faker) -> Iterator[tuple[str, str]]:
    """What a tester may draw alone, by the name of its field."""
    yield from (("full_name", fake.persona_name()), ("id_number", fake.persona_id()))
    yield from (("old_id", fake.persona_old_id()), ("phone", fake.persona_phone()))
    yield from (("email", fake.persona_email()), ("address", fake.persona_address()))
    yield "birth_date", f"{fake.persona_birth_date():%d/%m/%Y}"


def is_practice(field: str, text: str) -> bool:
    """Whether the office's own readers and its guard let the value pass as it is."""
    named = set(text.split())
    readers = {
        "full_name": lambda: read_name(text, [text]) == text and not named.isdisjoint(TOKENS),
        "id_number": lambda: read_id(text) == text and len(text) == 12,
        "old_id": lambda: read_id(text) == text and len(text) == 9,
        "phone": lambda: read_phone(text) == text,
        "email": lambda: read_email(text) == text,
        "address": lambda: text.endswith(", xã Mẫu, tỉnh Giả Lập"),
        "birth_date": lambda: isinstance(read_birth_date(text, TODAY), date),
    }
    return readers[field]() and not real_looking(text)


def test_nothing_of_a_persona_could_be_a_living_persons(crowd: list[Persona]) -> None:
    said = {field.name for field in fields(Persona)} - {"sex", "birth_date", "ethnicity"}
    for persona in crowd:
        wrong = {name for name in said if not is_practice(name, getattr(persona, name))}
        assert wrong == set(), persona


@pytest.mark.parametrize("locale", LOCALES)
def test_neither_could_a_part_drawn_alone(locale: str) -> None:
    fake = faker(locale)
    for _ in range(100):
        assert [part for part in part_by_part(fake) if not is_practice(*part)] == []


def test_a_persona_is_of_one_piece(crowd: list[Persona]) -> None:
    for persona in crowd:
        born = persona.birth_date
        digit = 2 * (born.year >= 2000) + (persona.sex is Sex.FEMALE)
        assert re.fullmatch(rf"000{digit}{born:%y}[0-9]{{6}}", persona.id_number)
        assert persona.old_id[3:] == persona.id_number[-6:]
        assert persona.email.split(".")[1].partition("@")[0] in {"mau", "thu"}


def test_no_number_is_one_that_a_portal_knows_already(crowd: list[Persona]) -> None:
    serials = [int(number[-6:]) for each in crowd for number in (each.id_number, each.phone)]
    assert min(serials) >= HALF
    assert len(set(serials)) > 0.99 * len(serials)


def test_every_locale_draws_the_same_people_from_the_same_seed() -> None:
    drawn = {tuple(faker(locale).persona() for _ in range(5)) for locale in LOCALES}
    assert len(drawn) == 1
    assert faker(seed=8).persona() != faker(seed=7).persona()


def test_of_several_locales_one_takes_the_provider() -> None:
    fake = Faker(["vi_VN", "en_US"])
    fake["vi_VN"].add_provider(PersonaProvider)
    assert fake.persona_phone().startswith("0400")


def test_sex_and_age_may_be_asked_for() -> None:
    fake = faker()
    for _ in range(100):
        persona = fake.persona(sex="female", min_age=70, max_age=71)
        assert persona.sex is Sex.FEMALE
        assert date(1953, 6, 2) <= persona.birth_date <= date(1955, 6, 1)


@pytest.mark.parametrize("wish", [{"sex": "other"}, {"min_age": 9}, {"min_age": 40, "max_age": 9}])
def test_who_cannot_be_is_refused(wish: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"other|min_age"):
        faker().persona(**wish)


def test_a_key_draws_the_same_persona_for_ever() -> None:
    assert personas(KeyedRandom(7, "golden")).persona() == Persona(
        full_name="Võ Đức Mẫu Sơn",
        sex=Sex.MALE,
        birth_date=date(1987, 6, 14),
        id_number="000087626160",
        old_id="000626160",
        phone="0400782949",
        email="son.mau@congdan.test",
        address="thôn Thử 5, xã Mẫu, tỉnh Giả Lập",
        ethnicity="Kinh",
    )
