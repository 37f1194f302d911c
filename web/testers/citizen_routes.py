"""Calls about people and their documents."""

from flask import Response

from web.desk.clerk_side.files import download
from web.testers import citizens, documents
from web.testers.calls import call
from web.testers.presets import MEANINGS
from web.testers.problems import ApiError
from web.testers.shapes.people import People, PeopleFilter, Presets, PresetShown
from web.testers.world_context import world_context

_ENDINGS = ("pdf", "docx", "jpg")
_MEDIA = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/jpeg",
)


@call("GET", "/citizens", response=Presets)
def list_presets() -> Presets:
    """List the stable handles for ``citizen`` in ``POST /worlds``."""
    return Presets(
        presets=[
            PresetShown(
                handle=handle,
                says=meaning.says,
                traits=citizens.traits_shape(meaning.traits),
                vneid=meaning.vneid,
            )
            for handle, meaning in MEANINGS.items()
        ]
    )


@call("GET", "/worlds/<world_id>/citizens", query=PeopleFilter, response=People)
def list_citizens(world_id: str, query: PeopleFilter) -> People:
    """List personas of a world with the truth about them, those at the desk first."""
    return People(citizens=citizens.find(world_context(world_id).world, query))


@call("GET", "/worlds/<world_id>/documents/<citizen>/<variant>.<ending>", media=_MEDIA)
def make_document(world_id: str, citizen: str, variant: str, ending: str) -> Response:
    """Make a document that this world's portal takes for a scan.

    The headers ``X-Sim-Holder``, ``X-Sim-Sides`` and ``X-Sim-Format`` tell what it truly is.

    Raises:
        ApiError: 404 for a variant or an ending that is not known.
    """
    context = world_context(world_id)
    if variant not in documents.VARIANTS or ending not in _ENDINGS:
        raise ApiError(
            404, f"Variants are {', '.join(documents.VARIANTS)}, each as pdf, docx, jpg."
        )
    scan_order = documents.order(context, citizen, documents.VARIANTS[variant], ending)
    response = download(documents.scan_file(context, scan_order), f"CCCD-{variant}.{ending}")
    response.headers.extend(documents.truth(context, scan_order))
    return response
