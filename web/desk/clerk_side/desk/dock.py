"""The desk beside the portal's pages: whoever fills in the form need not change windows to talk."""

from flask import Flask, render_template, request
from markupsafe import Markup

from sandbox import people
from web.desk.clerk_side import scan_choices as choices
from web.desk.clerk_side.briefing import briefing_of
from web.desk.clerk_side.desk.replies import replies
from web.desk.clerk_side.desk.screen import NO_ERRORS, talk
from web.desk.clerk_side.papers import CARD_OWNERS, card_face
from web.desk.clerk_side.visits import Visit


def init_app(app: Flask) -> None:
    """Offer ``desk_dock(visit)`` to the portal's layout."""
    app.add_template_global(desk_dock)


def desk_dock(visit: Visit, account_form: str = "") -> Markup:
    """The dock; without scripts its buttons take the page's form along, whose id is given."""
    world = visit.world
    html = render_template(
        "clerk_side/desk/dock.html",
        visit=visit,
        account_form=account_form,
        place=request.path.removeprefix(f"{visit.portal}/"),
        cards=[(CARD_OWNERS[holder], card_face(world, holder)) for holder in world.setup.papers],
        officer=people.officer_sign_in(world.seed),
        talk=talk(visit, briefing_of(visit)),
        errors=NO_ERRORS,
        replies=replies(world),
        choices=choices,
        order=choices.last_order(visit),
    )
    return Markup(html)  # noqa: S704  # escaped when our own template was rendered
