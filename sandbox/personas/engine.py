"""Faker's engine on the world's seed."""

from functools import cache
from typing import TYPE_CHECKING

from .keyed_random import KeyedRandom

if TYPE_CHECKING:
    from faker import Generator

    from .provider import PersonaProvider


def personas(random: KeyedRandom) -> "PersonaProvider":
    """A provider of its own, whose draws all come from ``random``."""
    engine, provider = _faker()
    generator = engine()
    generator.random = random
    return provider(generator)


@cache
def _faker() -> "tuple[type[Generator], type[PersonaProvider]]":
    from faker import Generator  # noqa: PLC0415  # loads slowly, and a starting office draws nobody

    from .provider import PersonaProvider  # noqa: PLC0415  # the same

    return Generator, PersonaProvider
