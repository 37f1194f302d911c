"""The steps up to the one a story is about, taken without the screens."""

from sandbox import people
from sandbox.mock_dvc import Download, LookUp, OpenForm, SendCode, SignIn
from sandbox.portal.form_reading import Attachment, Typed
from sandbox.scanner import ScanFormat, ScanSize, Sides, SpecimenTruth
from sandbox.state import World

FORM = 1


def to_form(world: World) -> list[object]:
    """Signed in to the portal, with an empty form."""
    return [SignIn(*people.officer_sign_in(world.seed)), OpenForm()]


def to_look_up(world: World) -> list[object]:
    """The number looked up and free."""
    return [*to_form(world), LookUp(FORM, world.citizen.id_number)]


def to_paper(world: World, world_id: str) -> list[object]:
    """All filled in, and the request form made."""
    truth = SpecimenTruth(world_id, 1, "citizen", Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_GREY)
    filled = Download(FORM, typed(world), Attachment("CCCD-1.pdf", truth))
    return [*to_look_up(world), filled]


def to_code(world: World, world_id: str) -> list[object]:
    """A one-time code is on its way."""
    return [*to_paper(world, world_id), SendCode(FORM, typed(world))]


def typed(world: World) -> Typed:
    """What a careful clerk types."""
    true = people.true_details(world)
    assert true.birth_date
    return Typed(
        id_number=true.id_number,
        full_name=true.full_name,
        birth_date=f"{true.birth_date:%d/%m/%Y}",
        phone=true.phone,
        email=true.email,
        unit=true.unit,
    )
