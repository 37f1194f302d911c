"""The steps a procedure can be made of: what each asks for, and how the log shows it was done."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from motcua.sandbox import events
from motcua.sandbox.log import Fact
from motcua.sandbox.rules import Rule
from motcua.training.story import Moment, Story

Moments = Sequence[Moment[Fact]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the expected procedure; ``praise`` is "" where doing it is only natural."""

    id: str
    title: str
    hint: str
    clause: str
    weight: int
    praise: str = ""


@cache
def known_steps() -> Mapping[str, Step]:
    """Every step a scenario may ask for, with its usual wording (``steps.toml``)."""
    text = (files("motcua.training") / "steps.toml").read_text(encoding="utf-8")
    return {name: Step(id=name, **table) for name, table in tomllib.loads(text).items()}


def step_of(name: str, hint: str = "") -> Step:
    """The step of that name, with a scenario's own hint where it has one."""
    usual = known_steps()[name]
    return replace(usual, hint=hint) if hint else usual


def done(step: str, story: Story) -> Moment[Fact] | None:
    """The first moment the step was done, if it was."""
    return next(iter(SIGNS[step](story)), None)


def _said(phrase: str) -> Callable[[Story], Moments]:
    return lambda story: story.said(phrase)


def _happened(kind: type[Fact]) -> Callable[[Story], Moments]:
    return lambda story: story.of(kind)


def _look_up(story: Story) -> Moments:
    return [
        moment
        for moment in story.of(events.LookedUp)
        if moment.fact.id_number == moment.before.citizen.id_number
    ]


def _attach(story: Story) -> Moments:
    return [moment for moment in story.of(events.FileAttached) if moment.fact.holder == "citizen"]


def _correct(story: Story) -> Moments:
    """A request form made anew after the citizen had found something wrong in one."""
    return [
        moment
        for moment in story.of(events.RequestFormDownloaded)
        if moment.before.desk.checked not in (None, moment.fact.details)
        and not moment.before.desk.check_passed
    ]


def _confirmed(story: Story) -> Moments:
    return [moment for moment in story.of(events.FormChecked) if not moment.fact.wrong]


def _resend(story: Story) -> Moments:
    return [moment for moment in story.of(events.CodeSent) if moment.fact.number > 1]


def _newest_read(story: Story) -> Moments:
    return [moment for moment in story.of(events.CodeRead) if _reads_newest(moment)]


def _reads_newest(moment: Moment[events.CodeRead]) -> bool:
    """Whether the message read out carries the newest code of an open form."""
    read = [sms for sms in moment.before.network.sms if sms.number == moment.fact.sms]
    newest = [form.codes[-1].digits for form in moment.before.portal.forms if form.codes]
    return any(digits in sms.body for sms in read for digits in newest)


def _asked_for_message(story: Story) -> Moments:
    asking = {"ask_sms", "ask_code", "ask_newest_code"}
    return [moment for moment in story.of(events.Said) if moment.fact.phrase in asking]


def _press_again(story: Story) -> Moments:
    """The account was made on a form that was already there when the portal failed."""
    failures = story.refused({Rule.PORTAL_FAILED})
    return [
        moment
        for moment in story.of(events.AccountCreated)
        if any(moment.fact.form <= len(failure.before.portal.forms) for failure in failures)
    ]


SIGNS: Mapping[str, Callable[[Story], Moments]] = {
    "greet": _said("greet"),
    "speak_slowly": _said("speak_slowly"),
    "sign_in": _happened(events.PortalSignedIn),
    "open_form": _happened(events.FormOpened),
    "look_up": _look_up,
    "tell_exists": _said("tell_exists"),
    "ask_phone": _said("ask_phone"),
    "ask_phone_owner": _said("ask_phone_owner"),
    "attach": _attach,
    "download": _happened(events.RequestFormDownloaded),
    "invite_check": _happened(events.FormChecked),
    "correct": _correct,
    "check_form": _confirmed,
    "send_code": _happened(events.CodeSent),
    "ask_sms": _asked_for_message,
    "tell_wait": _said("tell_wait"),
    "resend": _resend,
    "ask_code": _newest_read,
    "press_again": _press_again,
    "create": _happened(events.AccountCreated),
    "tell_created": _said("tell_created"),
    "decline_password": _said("decline_password"),
    "cancel": _happened(events.FormCancelled),
    "close": _happened(events.VisitClosed),
}
