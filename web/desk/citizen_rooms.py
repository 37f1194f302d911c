"""The rooms of the citizen's side: each opens twice, for the citizen and as a pane of the desk."""

from flask import Blueprint, Flask

from web.desk.citizen_side import around_routes as around
from web.desk.citizen_side import clock_routes as clock
from web.desk.citizen_side import handset_routes as handset
from web.desk.citizen_side.brief import routes as brief
from web.desk.citizen_side.computer import routes as computer
from web.desk.citizen_side.public_portal import door_routes as public_door
from web.desk.citizen_side.public_portal import routes as public_portal
from web.desk.citizen_side.vneid import activation_routes as vneid_activation
from web.desk.citizen_side.vneid import portal_routes as vneid_portal
from web.desk.citizen_side.vneid import registration_routes as vneid_registration
from web.desk.citizen_side.vneid import sign_in_routes as vneid_sign_in
from web.desk.citizen_side.vneid import step_routes as vneid_steps
from web.desk.citizen_side.vneid import wallet_routes as vneid_wallet
from web.worlds.addresses import PANE

ROOMS: tuple[Blueprint, ...] = (
    handset.blueprint,
    clock.blueprint,
    public_portal.blueprint,
    public_door.blueprint,
    computer.blueprint,
    around.blueprint,
    vneid_registration.blueprint,
    vneid_activation.blueprint,
    vneid_steps.blueprint,
    vneid_sign_in.blueprint,
    vneid_wallet.blueprint,
    vneid_portal.blueprint,
    brief.blueprint,
)


def register(app: Flask) -> None:
    """The same screens under the citizen's link and, by the clerk's hand, in the pane."""
    for room in ROOMS:
        app.register_blueprint(room)
        pane = str(room.url_prefix).replace("<capability>", f"<capability>/{PANE}")
        app.register_blueprint(room, name=f"pane_{room.name}", url_prefix=pane)
