"""The ledger's page."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from web.office.fidelity.ledger import SUBJECTS, cited, find, period_words
from web.shell.access import signed_in
from web.shell.forms import safe_search
from web.shell.htmx import page

blueprint = Blueprint("fidelity", __name__)


@blueprint.get("/doi-chieu")
@signed_in
def ledger() -> ResponseReturnValue:
    """Every simulated rule with its source and what is known to differ."""
    text, errors = safe_search(request.args.get("tim", ""), "tim")
    subject = request.args.get("muc", "")
    return page(
        "fidelity/ledger.html",
        groups=find(text, subject),
        subjects=[("", "Tất cả các mục"), *SUBJECTS.items()],
        text=text,
        errors=errors,
        subject=subject,
        cited=cited,
        period_words=period_words,
        status=422 if errors else 200,
    )
