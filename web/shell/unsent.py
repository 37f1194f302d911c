"""What people type, kept from the first letter until the form is taken (ADR 0018).

A page marks each form it wants kept (``ui.form``) with whose it is, where it stands and where it
goes. The browser sends the marked form here while somebody types; whatever keeps the form itself
from being taken (a refusal, an ended session) leaves its fields here, too. The page then shows them
again, on every device of that person.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask, Response, current_app, g, render_template, request
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from sandbox.guard import without_real
from web.shell import repeats, session_store
from web.shell import unsent_store as store
from web.shell.database import SAFE_METHODS, db, writing
from web.shell.htmx import page_shown, safe_address, wants_fragment
from web.shell.passes import passes
from web.shell.runtime import runtime
from web.shell.sessions import last_token, person_or_none
from web.shell.unsent_store import Fields, Key, UnsentForm

FIELD = "chua_gui"
ANSWER = "tra-loi"  # leads to the page that refused a form

# What may be kept of the form sent to an endpoint: by the parts of its address, what was sent, and
# what was kept before.
Sieve = Callable[[Mapping[str, Any], Fields, Fields], Fields]

_SIEVES = "motcua.unsent"
_TURN = "luot_go"
_ALONG = "kem"  # in an address to which a form was taken along
_NOT_TYPED = frozenset({FIELD, _TURN, "csrf_token", repeats.FIELD})
_LENGTHS = (24, 400, 200)  # of owner, page and action, as the table has room
_LONGEST = 100_000  # letters: a scenario of an author has 20,000


def init_app(app: Flask, sieves: Mapping[str, Sieve]) -> None:
    """Offer the templates what they need; ``sieves`` by the endpoint that takes a form."""
    app.extensions[_SIEVES] = sieves
    app.before_request(_keep_what_goes_along)
    app.after_request(_forget_what_was_taken)
    for offered in (begin_form, end_form, kept_text, kept_choices, shows_unsent, unsent_address):
        app.add_template_global(offered)
    app.add_template_global(page_shown)


def owner_here(arguments: Mapping[str, Any] | None = None) -> str:
    """Whose forms are kept at this address: a person's or a desk pass's; "" where none are."""
    arguments = (request.view_args or {}) if arguments is None else arguments
    if "capability" in arguments:
        return ""  # a secret of the citizen may stand in any form of their side
    if person := person_or_none():
        return owner_of(person.id)
    world = arguments.get("world_id")
    return f"w{world}" if world and passes().shows_desk_pass(world) else ""


def owner_of(person_id: int) -> str:
    """A person, as whose forms are kept."""
    return f"p{person_id}"


def read_key(text: str) -> Key | None:
    """The mark of a form as it comes back with it."""
    parts = text.split(" ")
    fits = len(parts) == len(_LENGTHS) and all(map(_fits, parts, _LENGTHS))
    return Key(parts[0], *map(safe_address, parts[1:])) if fits else None


def _fits(part: str, longest: int) -> bool:
    return 0 < len(part) <= longest


def sent_from() -> str:
    """The page on which the form stood that this request carries, marked or not."""
    if key := posted_key(owner_here()):
        return key.page
    url = urlsplit(request.referrer or "")
    answer = parse_qs(url.query).get(ANSWER) if url.netloc == request.host else None
    if answer and (found := store.find_answer(db.connection, answer[0])):
        named = found.page and "\N{OBJECT REPLACEMENT CHARACTER}" not in found.page
        return found.page if named else request.path
    here = url.netloc == request.host
    page = safe_address(f"{url.path}?{url.query}".rstrip("?")) if here else ""
    return page if _fits(page, _LENGTHS[1]) else request.path


def posted_key(owner: str) -> Key | None:
    """The mark of the form that this request carries, when it is this owner's."""
    key = read_key(request.form.get(FIELD, "")) if request.method not in SAFE_METHODS else None
    return key if key and owner and key.owner == owner else None


def keep_posted(owner: str, *, interrupted: bool = False) -> Key | None:
    """Keep what this request carries; its key, or None when there is nothing that may be kept."""
    key = posted_key(owner)
    if key is None:
        return None
    before = store.forms_on(db.connection, key.owner, key.page).get(key.action)
    fields, turn = _safe_fields(key, request.form, before), request.form.get(_TURN, "")[:24]
    nothing = not fields and not interrupted  # a file alone was chosen
    if fields is None or nothing or (before and before.is_newer_than(turn)):
        return None
    g.keeps_unsent = True
    again = interrupted or bool(before and before.interrupted)
    with writing() as connection:
        store.put(connection, key, UnsentForm(fields, again, turn, runtime().effects.now()))
    return key


def forget_posted() -> str:
    """Forget the form whose mark this request carries; its page, "" when it is somebody else's."""
    key = posted_key(owner_here())
    if key is None:
        return ""
    with writing() as connection:
        store.drop(connection, key)
        store.drop_answers(connection, key)  # Back leads to the page as it stands now
    return key.page


def page_left_by_whoever_was_here() -> tuple[str, bool]:
    """Where to come back to for a browser whose session is over, and whether a form waits there.

    Its cookie still says whose the session was; a form that it sends is kept.
    """
    token = last_token()
    person_id = session_store.whose(db.connection, token) if token else None
    if person_id is None:
        return page_shown(), False
    kept = keep_posted(owner_of(person_id), interrupted=True)
    page = kept.page if kept else page_shown()
    return page, bool(kept or store.forms_on(db.connection, owner_of(person_id), page))


def _safe_fields(key: Key, form: MultiDict[str, str], before: UnsentForm | None) -> Fields | None:
    """What may be kept (C2); None for an address that takes no form, or for far too much."""
    fields = {name: form.getlist(name) for name in form if name not in _NOT_TYPED}
    if sum(len(text) for texts in fields.values() for text in texts) > _LONGEST:
        return None
    try:
        endpoint, arguments = current_app.url_map.bind("").match(key.action, method="POST")
        sieve: Sieve = current_app.extensions[_SIEVES].get(endpoint, _without_real_data)
        return sieve(arguments, fields, before.fields if before else {})
    except HTTPException:
        return None


def _without_real_data(_: Mapping[str, Any], fields: Fields, __: Fields) -> Fields:
    return {name: [*map(without_real, texts)] for name, texts in fields.items()}


def _keep_what_goes_along() -> None:
    """A button beside a form took it along to an address that is not its own (``ui.along``)."""
    if request.method == "POST" and _ALONG in request.args:
        keep_posted(owner_here())


def _forget_what_was_taken(response: Response) -> Response:
    is_taken = response.status_code < HTTPStatus.BAD_REQUEST and "keeps_unsent" not in g
    key = posted_key(owner_here()) if request.method == "POST" and is_taken else None
    if key and key.action == request.path and store.is_kept(db.connection, key):
        forget_posted()
    return response


def forms_on(page: str) -> dict[str, UnsentForm]:
    """The unsent forms of a page being opened; the answer to a form shows what came with it."""
    found: dict[str, dict[str, UnsentForm]] = g.setdefault("unsent_forms", {})
    if page not in found:
        opened = request.method == "GET" and not wants_fragment()
        owner = owner_here() if opened else ""
        found[page] = store.forms_on(db.connection, owner, page) if owner else {}
    return found[page]


def shows_unsent() -> bool:
    """Whether a form above shows what was typed before."""
    return any(g.get("unsent_forms", {}).values())


def begin_form(action: str, page: str = "", *, asks_for_file: bool = False) -> Markup:
    """The mark of the form that begins; the controls up to ``end_form`` show what was kept.

    ``page`` is where it stands, when the address says more than that. A file is not kept.
    """
    owner = owner_here()
    if not owner:
        return Markup()
    key = Key(owner, page or (page_shown() if request.method == "GET" else sent_from()), action)
    unsent = g.unsent_form = forms_on(key.page).get(action)
    g.unsent_asked = Counter[str]()
    mark = Markup('<input type="hidden" name="{}" value="{}" data-keep="{}">')
    return mark.format(FIELD, key, unsent_address()) + _notice(key, unsent, asks_for_file)


def _notice(key: Key, unsent: UnsentForm | None, asks_for_file: bool) -> Markup:
    if unsent is None:
        return Markup()
    template, told = "layouts/unsent_notice.html", {"unsent": unsent, "key": key}
    return Markup(render_template(template, **told, asks_for_file=asks_for_file))  # noqa: S704  # our own, escaped template


def unsent_address() -> str:
    """Where what is typed is sent; a desk pass is shown at its world's addresses only."""
    owner = owner_here()
    return f"/ban/{owner[1:]}/chua-gui" if owner.startswith("w") else "/chua-gui"


def end_form() -> str:
    """The controls that follow belong to no form that is kept."""
    g.pop("unsent_form", None)
    return ""


def kept_text(name: str, usual: str) -> str:
    """What was typed into a control last, else ``usual``; several of one name have each its own."""
    form: UnsentForm | None = g.get("unsent_form")
    if form is None or name not in form.fields:
        return usual
    asked = g.unsent_asked[name] = g.unsent_asked[name] + 1
    texts = form.fields[name]
    return texts[asked - 1] if asked <= len(texts) else usual


def kept_fields(action: str) -> MultiDict[str, str] | None:
    """All that was typed into the form of that action, for a page that is laid out by it."""
    form = forms_on(page_shown()).get(action)
    return MultiDict(form.fields) if form else None


def kept_choices(name: str, usual: Iterable[str]) -> Iterable[str]:
    """What was ticked last among choices of that name, else ``usual``."""
    form: UnsentForm | None = g.get("unsent_form")
    return form.fields.get(name, ()) if form else usual
