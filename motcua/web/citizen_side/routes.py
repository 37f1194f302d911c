"""The rooms of the citizen's side: each opens twice, for the citizen and as a pane of the desk."""

from flask import Blueprint, Flask

from motcua.web.citizen_side import handset_routes as handset
from motcua.web.citizen_side.brief import routes as brief
from motcua.web.citizen_side.visits import PANE

ROOMS: tuple[Blueprint, ...] = (handset.blueprint, brief.blueprint)


def register(app: Flask) -> None:
    """The same screens under the citizen's link and, by the clerk's hand, in the pane."""
    for room in ROOMS:
        app.register_blueprint(room)
        pane = str(room.url_prefix).replace("<capability>", f"<capability>/{PANE}")
        app.register_blueprint(room, name=f"pane_{room.name}", url_prefix=pane)
