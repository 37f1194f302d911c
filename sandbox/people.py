"""The people of one world and what its portal already knows about them."""

import re
from datetime import date, datetime, timedelta, timezone

from sandbox.citizens import Citizen, Traits, draw_citizen
from sandbox.details import Details
from sandbox.personas.keyed_random import KeyedRandom
from sandbox.population import find_by_id
from sandbox.setup import Setup
from sandbox.state import World
from sandbox.vietnamese import fold

VIETNAM = timezone(timedelta(hours=7), "ICT")
RELATIVE = 1  # the second citizen drawn from a world's seed keeps the first one company
CHILD = 2
GROWS_UP_IN = 14  # years: a child is drawn as the person they will be then

# The papers VNeID can take in, and what stands in their pretend numbers after TH (C1).
PAPERS = {"health_insurance": "BH", "driving_licence": "LX", "vehicle_registration": "XE"}
PAPER_NAMES = {
    "health_insurance": "thẻ bảo hiểm y tế",
    "driving_licence": "giấy phép lái xe",
    "vehicle_registration": "đăng ký xe",
}


def at_the_desk(seed: int, setup: Setup, year: int) -> Citizen:
    """The citizen this world is about."""
    return draw_citizen(seed, 0, setup.traits, year)


def relative(world: World) -> Citizen:
    """The person whose card lies on the desk beside the citizen's."""
    return draw_citizen(world.seed, RELATIVE, type(world.setup.traits)(), world.era.year)


def child(world: World) -> Citizen:
    """The citizen's child: between 6 and 12 years old, so without an account of their own (B3)."""
    later = Traits(min_age=6 + GROWS_UP_IN, max_age=12 + GROWS_UP_IN)
    return draw_citizen(world.seed, CHILD, later, world.era.year + GROWS_UP_IN)


def paper_number(citizen: Citizen, paper: str) -> str:
    """The number on one of the citizen's papers, in a shape no real paper has (C1)."""
    return f"TH{PAPERS[paper]}{citizen.personal_id[-6:]}"


def personas(world: World) -> tuple[str, ...]:
    """Every name somebody may type in this world."""
    return (world.citizen.full_name, relative(world).full_name)


def local_day(now: datetime) -> date:
    """The calendar day in Viet Nam."""
    return now.astimezone(VIETNAM).date()


def local_time(now: datetime) -> str:
    """The time of day there, to the second, such as 08:05:12."""
    return f"{now.astimezone(VIETNAM):%H:%M:%S}"


def own_phone(citizen: Citizen) -> str:
    """The number the citizen holds the contract of, or "" when there is none."""
    return next((phone.number for phone in citizen.phones if not phone.owner), "")


def others_phone(citizen: Citizen) -> str:
    """A number the citizen uses but somebody else holds, or ""."""
    return next((phone.number for phone in citizen.phones if phone.owner), "")


def registered_phone(citizen: Citizen) -> str:
    """The number an electronic identity writes to: the citizen's own where there is one."""
    return own_phone(citizen) or others_phone(citizen)


def phone_owner(citizen: Citizen) -> str:
    """Who holds that other number, as a relation word, or ""."""
    return next((phone.owner for phone in citizen.phones if phone.owner), "")


def true_details(world: World) -> Details:
    """What the form would hold if nobody had made a mistake (its unit apart)."""
    citizen = world.citizen
    return Details(
        id_number=citizen.id_number,
        full_name=citizen.full_name,
        birth_date=citizen.birth_date,
        phone=own_phone(citizen),
        email=citizen.email or "",
        unit=world.era.officer_unit,
    )


def scan_name(world: World, holder: str, number: int, fmt: str) -> str:
    """What the scanner calls its file, after whose card it is: ``CCCD-Tran-Thi-Mau-Lan-1.pdf``.

    It is made from what the world knows, so nobody's own words get into a log this way.
    """
    person = world.citizen if holder == "citizen" else relative(world)
    plain = re.sub(r"[^a-z ]", "", fold(person.full_name))
    return f"CCCD-{'-'.join(plain.title().split())}-{number}.{fmt}"


def officer_sign_in(seed: int) -> tuple[str, str]:
    """The pretend officer's portal user name and password for this world."""
    return "canbo.mau", f"Mau-{1000 + KeyedRandom(seed, 'officer').randrange(9000)}"


def is_own_id(world: World, id_number: str) -> bool:
    """Whether that is the citizen's number, as on the card in hand or the personal one."""
    return id_number in (world.citizen.id_number, world.citizen.personal_id)


def has_account(world: World, id_number: str) -> bool:
    """Whether the portal knows an account under that number, old or new."""
    numbers = {id_number}
    citizen = world.citizen
    if is_own_id(world, id_number):
        numbers |= {citizen.id_number, citizen.personal_id}
        if citizen.has_account:
            return True
    if any(account.details.id_number in numbers for account in world.portal.accounts):
        return True
    return find_by_id(world.era.year, id_number) is not None
