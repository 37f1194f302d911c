"""How the scripted citizen answers: from the phrase book, the scenario and the world's state."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from sandbox import people, sms
from sandbox.details import Details, untrue_fields
from sandbox.events import Answered, CodeRead, FormChecked, SmsSent
from sandbox.log import Fact
from sandbox.phrases import phrase_book
from sandbox.state import Form, World

CHECKED_FIELDS = {
    "id_number": "số CMND/CCCD",
    "full_name": "họ và tên",
    "birth_date": "ngày sinh",
    "phone": "số điện thoại",
    "email": "thư điện tử",
}
CODE_PHRASES = frozenset({"ask_code", "ask_newest_code"})
DEAF_PHRASES = frozenset({"greet", "ask_phone", "ask_phone_owner", "ask_email", "check_form"})


def answer(world: World, phrase: str, now: datetime) -> tuple[Fact, ...]:
    """What follows when the clerk says that phrase now."""
    if phrase in CODE_PHRASES:
        return _code_answer(world, phrase, now)
    variant = _variant(world, phrase, now)
    answered = Answered(phrase, answer_text(world, phrase, variant))
    if phrase == "check_form" and variant in {"right", "wrong"}:
        form = form_with_paper(world)
        if form and form.downloaded:
            return (FormChecked(form.number, form.downloaded, wrong_fields(world, form)), answered)
    return (answered,)


def _code_answer(world: World, phrase: str, now: datetime) -> tuple[Fact, ...]:
    arrived = code_messages(world, now)
    if not arrived:
        return (Answered(phrase, answer_text(world, phrase, "none")),)
    older = world.setup.part.reads_older_code and phrase == "ask_code" and len(arrived) > 1
    return (CodeRead((arrived[-2] if older else arrived[-1]).number),)


def code_messages(world: World, now: datetime) -> tuple[SmsSent, ...]:
    """The messages with codes on the citizen's own phone (S4-23), oldest code first."""
    arrived = sms.inbox(world, people.own_phone(world.citizen), now)
    codes = [message for message in arrived if message.what == "otp"]
    return tuple(sorted(codes, key=lambda message: message.number))


def _variant(world: World, phrase: str, now: datetime) -> str:
    if phrase in DEAF_PHRASES and cannot_hear(world):
        return "deaf"
    choose = VARIANTS.get(phrase)
    return choose(world, now) if choose else "plain"


def cannot_hear(world: World) -> bool:
    """Whether the citizen cannot follow until somebody speaks slowly."""
    return world.setup.part.hard_of_hearing and "speak_slowly" not in world.desk.phrases_said


def _greet_variant(world: World, _now: datetime) -> str:
    return "plain" if "account" in world.setup.topics else "dossier"


def _phone_variant(world: World, _now: datetime) -> str:
    if people.others_phone(world.citizen):
        return "relative"
    slips = world.setup.part.slips_phone and world.desk.checked is None
    return "slip" if slips else "own"


def _owner_variant(world: World, _now: datetime) -> str:
    if not people.others_phone(world.citizen):
        return "own"
    return "both" if people.own_phone(world.citizen) else "relative"


def _email_variant(world: World, _now: datetime) -> str:
    return "has" if world.citizen.email else "none"


def _form_variant(world: World, _now: datetime) -> str:
    form = form_with_paper(world)
    if form is None:
        return "missing"
    return "wrong" if wrong_fields(world, form) else "right"


def _sms_variant(world: World, now: datetime) -> str:
    return "arrived" if code_messages(world, now) else "none"


def _created_variant(world: World, _now: datetime) -> str:
    return "keep" if world.setup.part.asks_to_keep_password else "plain"


VARIANTS: Mapping[str, Callable[[World, datetime], str]] = {
    "greet": _greet_variant,
    "ask_phone": _phone_variant,
    "ask_phone_owner": _owner_variant,
    "ask_email": _email_variant,
    "check_form": _form_variant,
    "ask_sms": _sms_variant,
    "tell_created": _created_variant,
}


def form_with_paper(world: World) -> Form | None:
    """The open form whose printed request lies on the desk."""
    papers = [form for form in world.portal.forms if form.is_open and form.downloaded]
    return papers[-1] if papers else None


def wrong_fields(world: World, form: Form) -> tuple[str, ...]:
    """Which fields of the printed request form the citizen finds untrue (S4-18)."""
    return untrue_fields(form.downloaded or Details(), people.true_details(world))


def answer_text(
    world: World, phrase: str, variant: str, wrong: tuple[str, ...] | None = None
) -> str:
    """The answer in the scenario's words where it has its own, else in the book's.

    ``wrong``: the fields to find fault with; None: those that are untrue.
    """
    lines = world.setup.part.lines
    default = phrase_book()[phrase].answers[variant]
    text = lines.get(f"{phrase}.{variant}", lines.get(phrase, default))
    if "{" not in text:
        return text
    for name, value in placeholders(world, wrong).items():
        text = text.replace("{" + name + "}", value)
    return text


def placeholders(world: World, wrong: tuple[str, ...] | None = None) -> dict[str, str]:
    """What stands for the {placeholders} of an answer."""
    citizen = world.citizen
    phone = people.own_phone(citizen)
    form = form_with_paper(world)
    if wrong is None:
        wrong = wrong_fields(world, form) if form else ()
    return {
        "phone": phone,
        "shown_phone": people.others_phone(citizen) or with_swapped_digits(phone),
        "email": citizen.email or "",
        "relation": people.phone_owner(citizen),
        "wrong": _wrong_in_words(world, wrong),
        "papers": ", ".join(people.PAPER_NAMES[paper] for paper in world.vneid.papers),
    }


def with_swapped_digits(phone: str) -> str:
    """The number with its last two unequal neighbours swapped, as people do when they hurry."""
    for place in range(len(phone) - 2, 3, -1):
        if phone[place] != phone[place + 1]:
            return phone[:place] + phone[place + 1] + phone[place] + phone[place + 2 :]
    return phone


def _wrong_in_words(world: World, names: tuple[str, ...]) -> str:
    true = people.true_details(world)
    parts = [
        f"{CHECKED_FIELDS[name]} phải là {spoken_value(getattr(true, name))}" for name in names
    ]
    return "; ".join(parts)


def spoken_value(value: object) -> str:
    """One value of a form as people say it."""
    if not value:
        return "để trống"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
