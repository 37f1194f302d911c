"""People who cannot be anybody, for Faker: ``fake.add_provider(PersonaProvider)``.

``fake.persona()`` gives a whole one; ``persona_name``, ``persona_id``, ``persona_old_id``,
``persona_phone``, ``persona_email``, ``persona_birth_date`` and ``persona_address`` one part.
"""

from importlib import import_module
from importlib.util import find_spec

from faker.providers import BaseProvider

# The office draws its people with the same provider. In a wheel it lies in motcua/_office, from
# where it can be loaded without a package ``sandbox`` appearing beside the tester's own; a checkout
# has it at its root. By name, because the kit imports nothing of the office.
_HOME = "motcua._office.sandbox" if find_spec("motcua._office") else "sandbox"

PersonaProvider: type[BaseProvider] = import_module(f"{_HOME}.personas.provider").PersonaProvider
