"""How the log of a visit shows each step of making an account."""

from collections.abc import Mapping

from sandbox import events
from sandbox.ending import CLASS_OVER
from sandbox.rules import Rule
from sandbox.state import Form
from training.signs import Moments, Sign, happened, said
from training.story import Moment, Story


def _look_up(story: Story) -> Moments:
    return [
        moment
        for moment in story.of(events.LookedUp)
        if moment.fact.id_number == moment.before.citizen.id_number
    ]


def _attach(story: Story) -> Moments:
    return [moment for moment in story.of(events.FileAttached) if moment.fact.holder == "citizen"]


def _fill_in(story: Story) -> Moments:
    """All that must stand on the form stands there, its file included: whichever came last."""
    kept: list[Moment[events.DetailsSaved] | Moment[events.FileAttached]] = [
        *story.of(events.DetailsSaved),
        *story.of(events.FileAttached),
    ]
    filled = (each for each in kept if _is_filled(each.after.portal.forms[each.fact.form - 1]))
    return sorted(filled, key=lambda each: each.seq)


def _is_filled(form: Form) -> bool:
    details = form.details
    needed = (details.full_name, details.birth_date, details.phone, details.unit, form.attachment)
    return all(needed)


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


def _closed(story: Story) -> Moments:
    """The clerk ended the visit, not its class."""
    return [each for each in story.of(events.VisitClosed) if each.fact.outcome != CLASS_OVER]


SIGNS: Mapping[str, Sign] = {
    "greet": said("greet"),
    "speak_slowly": said("speak_slowly"),
    "sign_in": happened(events.PortalSignedIn),
    "open_form": happened(events.FormOpened),
    "look_up": _look_up,
    "tell_exists": said("tell_exists"),
    "ask_phone": said("ask_phone"),
    "ask_phone_owner": said("ask_phone_owner"),
    "attach": _attach,
    "fill_in": _fill_in,
    "download": happened(events.RequestFormDownloaded),
    "invite_check": happened(events.FormChecked),
    "correct": _correct,
    "check_form": _confirmed,
    "send_code": happened(events.CodeSent),
    "ask_sms": _asked_for_message,
    "tell_wait": said("tell_wait"),
    "resend": _resend,
    "ask_code": _newest_read,
    "press_again": _press_again,
    "create": happened(events.AccountCreated),
    "tell_created": said("tell_created"),
    "decline_password": said("decline_password"),
    "cancel": happened(events.FormCancelled),
    "close": _closed,
}
