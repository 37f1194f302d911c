"""Faker's provider of personas: the sandbox draws its people through it, and so may testers."""

from datetime import date

from faker import Generator
from faker.providers import BaseProvider

from .ages import OLDEST, YOUNGEST, likely_ages
from .names import MINORITIES, MINORITY_PERCENT, TOKENS, PersonaName, kinh
from .numbers import HALF, old_id, personal_id, phone
from .persona import Persona, Sex

YEAR = 2025  # ages are counted from here when nobody says otherwise: no draw reads the clock

_SEXES = tuple(Sex)
_ADDRESSES = tuple(
    f"{place} {number}, xã Mẫu, tỉnh Giả Lập"
    for place in ("thôn Mẫu", "thôn Thử", "ấp Mẫu", "tổ dân phố Thử")
    for number in range(1, 10)
)


class PersonaProvider(BaseProvider):
    """``fake.persona()`` and its parts, the same in every locale.

    Names hold ``Mẫu`` or ``Thử``; IDs are ``000[0-3]`` and eight digits, old ones ``000`` and six,
    phones ``0400`` and six, mail ends in ``.test``. No number is one that a world's portal knows
    before the world begins. Draws go straight to ``generator.random``, never through Faker's own
    helpers: with a KeyedRandom they are the same under every version of Faker.
    """

    generator: Generator

    def persona(
        self, *, sex: str | None = None, min_age: int = YOUNGEST, max_age: int = OLDEST
    ) -> Persona:
        """A whole persona, of that age on 1 June 2025.

        ``sex`` is "female", "male" or left to the draw. Raises ValueError on another word, and on
        ages that are not from 14 to 95.
        """
        kind = self.persona_sex() if sex is None else Sex(sex)
        born = self.persona_birth_date(self.persona_age(min_age, max_age))
        man = kind is Sex.MALE
        name = self.persona_name_parts(man=man, birth_year=born.year)
        personal = personal_id(self._serial(), man=man, birth_year=born.year)
        return Persona(
            full_name=name.full_name,
            sex=kind,
            birth_date=born,
            id_number=personal,
            old_id=old_id(personal),
            phone=self.persona_phone(),
            email=name.email,
            address=self.persona_address(),
            ethnicity=name.ethnicity,
        )

    def persona_name(self) -> str:
        """A full name in Vietnamese order."""
        return self.persona().full_name

    def persona_name_parts(self, *, man: bool, birth_year: int) -> PersonaName:
        """The name of somebody of this sex and generation, in its parts."""
        random = self.generator.random
        minority = random.randrange(100) < MINORITY_PERCENT
        people = random.choice(MINORITIES) if minority else kinh(birth_year)
        surname, token = random.choice(people.surnames), random.choice(TOKENS)
        middle, given = random.choice(people.middles[man]), random.choice(people.givens[man])
        return people.name(surname, middle, token, given)

    def persona_sex(self) -> Sex:
        """One as likely as the other."""
        return self.generator.random.choice(_SEXES)

    def persona_age(self, youngest: int = YOUNGEST, oldest: int = OLDEST) -> int:
        """Full years, as often as that age comes to a desk; ValueError when not from 14 to 95."""
        return self.generator.random.choice(likely_ages(youngest, oldest))

    def persona_birth_date(self, age: int | None = None, year: int = YEAR) -> date:
        """The birthday of somebody of this age on 1 June of ``year``."""
        if age is None:
            age = self.persona_age()
        latest = date(year - age, 6, 1)
        return date.fromordinal(latest.toordinal() - self.generator.random.randrange(365))

    def persona_id(self) -> str:
        """The 12 digits of a personal ID."""
        return self.persona().id_number

    def persona_old_id(self) -> str:
        """The 9 digits of an old card."""
        return self.persona().old_id

    def persona_phone(self) -> str:
        """Ten digits that no network of Vietnam answers to."""
        return phone(self._serial())

    def persona_email(self) -> str:
        """A mail address that can reach nobody."""
        return self.persona().email

    def persona_address(self) -> str:
        """A place in the pretend commune."""
        return self.generator.random.choice(_ADDRESSES)

    def _serial(self) -> int:
        """From the desk's half of the numbers: the portal's population has none of these."""
        return HALF + self.generator.random.randrange(HALF)
