"""People as testers see them: the whole truth."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import islice

from sandbox import people
from sandbox.citizens import Citizen, EidState
from sandbox.citizens import Traits as Drawn
from sandbox.population import PortalAccount, population
from sandbox.state import World
from web.testers.presets import MEANINGS
from web.testers.shapes.people import Eid, PeopleFilter, Person, Phone, Role, Traits
from web.testers.shapes.preset import Preset

EID_WORDS: dict[EidState, Eid] = {
    EidState.NONE: "none",
    EidState.LEVEL1: "level1",
    EidState.LEVEL2_ISSUED: "issued_not_activated",
    EidState.LEVEL2_ACTIVE: "active",
}
# Who asks for one of these is not bound by what the scenario says of the others.
_TOGETHER = ({"min_age", "max_age"}, {"card", "eid", "smartphone"})
_EID_STATES = {word: state for state, word in EID_WORDS.items()}


def with_wish(base: Drawn, wish: Preset | Traits | None) -> Drawn:
    """The scenario's traits with the tester's over them. Raises ValueError: they contradict."""
    wished = MEANINGS[wish].traits if isinstance(wish, Preset) else traits_from(wish or Traits())
    values = {field.name: getattr(wished, field.name) for field in fields(wished)}
    overrides = {name: value for name, value in values.items() if value is not None}
    reset = {name for group in _TOGETHER if group & overrides.keys() for name in group}
    return replace(base, **(dict.fromkeys(reset) | overrides))


def traits_from(shape: Traits) -> Drawn:
    """The traits as the sandbox knows them. Raises ValueError: they contradict each other."""
    return Drawn(
        sex=shape.sex,
        min_age=shape.min_age,
        max_age=shape.max_age,
        card=shape.card,
        phone=shape.sim_owner,
        email=shape.email,
        smartphone=shape.smartphone,
        eid=_EID_STATES[shape.eid] if shape.eid else None,
        account=shape.has_account,
    )


def traits_shape(traits: Drawn) -> Traits:
    """The other way round, for the printed table."""
    return Traits(
        sex=traits.sex,
        min_age=traits.min_age,
        max_age=traits.max_age,
        card=traits.card,
        sim_owner=traits.phone,
        email=traits.email,
        smartphone=traits.smartphone,
        eid=EID_WORDS[traits.eid] if traits.eid else None,
        has_account=traits.account,
    )


def at_the_desk(world: World) -> Person:
    """The citizen of this world; an account made here counts."""
    citizen = world.citizen
    has_account = people.has_account(world, citizen.id_number)
    return _person(replace(citizen, has_account=has_account), "desk")


def _person(citizen: Citizen, role: Role) -> Person:
    return Person(
        handle=citizen.handle,
        role=role,
        full_name=citizen.full_name,
        sex=citizen.sex,
        birth_date=citizen.birth_date,
        card=citizen.card,
        id_number=citizen.id_number,
        personal_id=citizen.personal_id,
        phones=[_phone(phone.number, phone.owner) for phone in citizen.phones],
        email=citizen.email,
        address=citizen.address,
        has_smartphone=citizen.has_smartphone,
        eid=EID_WORDS[citizen.eid],
        has_account=citizen.has_account,
    )


def _phone(number: str, relation: str) -> Phone:
    return Phone(number=number, sim_owner="relative" if relation else "own", relation=relation)


def _account_holder(account: PortalAccount) -> Person:
    return Person(
        handle=f"account-{account.number}",
        role="account",
        full_name=account.full_name,
        sex=None,
        birth_date=None,
        card=None,
        id_number=account.id_number,
        personal_id=None,
        phones=[_phone(account.phone, "")],
        email=None,
        address=None,
        has_smartphone=None,
        eid=None,
        has_account=True,
    )


def find(world: World, query: PeopleFilter) -> list[Person]:
    """Who fits, those at the desk first."""
    return list(islice((one for one in _everybody(world) if _fits(one, query)), query.limit))


def _everybody(world: World) -> Iterator[Person]:
    yield at_the_desk(world)
    yield _person(people.relative(world), "relative")
    yield from (_account_holder(account) for account in population(world.era.year))


def _fits(person: Person, query: PeopleFilter) -> bool:
    pairs = (
        (query.role, person.role),
        (query.state, person.eid),
        (query.has_account, person.has_account),
        (query.card, person.card),
    )
    owners = {phone.sim_owner for phone in person.phones}
    return all(wish in (None, value) for wish, value in pairs) and (
        query.sim_owner is None or query.sim_owner in owners
    )
