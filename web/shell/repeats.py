"""A press that is sent twice counts once: every form carries a key of its own.

A proxy that lost its host, or a browser that lost the answer, sends the same form again. Pages
bring a key with each form; ``js/forms.js`` gives a form a new one once its press was answered.
Programs say theirs in the header ``Idempotency-Key``.
"""

from flask import Flask, g, request

from web.shell.runtime import runtime

FIELD = "once"
_HEADER = "Idempotency-Key"
_LONGEST = 100


def init_app(app: Flask) -> None:
    """Offer ``press_key()`` to the templates."""
    app.add_template_global(press_key)


def press_key() -> str:
    """The key of the page being drawn. Its forms share it: what they ask for tells them apart."""
    if "press_key" not in g:
        g.press_key = runtime().effects.new_id()
    key: str = g.press_key
    return key


def key_of_request() -> str:
    """The key that came with the form or the header; "" for none."""
    return (request.headers.get(_HEADER) or request.form.get(FIELD, ""))[:_LONGEST]
