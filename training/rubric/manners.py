"""What is said at the desk: greeting, telling, keeping a secret."""

from collections.abc import Sequence

from sandbox.answers import cannot_hear
from sandbox.events import AccountCreated, Said, VisitClosed
from sandbox.phrases import phrase_book
from sandbox.state import World
from training.rubric.detector import detector
from training.story import Moment, Story

Closing = Sequence[Moment[VisitClosed]]


@detector
def no_greeting(story: Story) -> Closing:
    """S0-25: no greeting in the whole visit."""
    return [each for each in story.of(VisitClosed) if "greet" not in each.before.desk.phrases_said]


@detector
def no_goodbye(story: Story) -> Closing:
    """S0-25: the visit was closed without a word to the citizen."""
    return [
        each
        for each in story.of(VisitClosed)
        if not each.before.desk.left and "goodbye" not in each.before.desk.phrases_said
    ]


@detector
def not_spoken_slowly(story: Story) -> Sequence[Moment[Said]]:
    """S0-23: went on asking as before, though the citizen had said they could not hear."""
    lost = [each for each in story.of(Said) if _unheard(each)]
    return lost[1:]


@detector
def required_vneid(story: Story) -> Sequence[Moment[Said]]:
    """A6-1: turned the citizen away for want of VNeID."""
    return story.said("require_vneid")


@detector
def kept_password(story: Story) -> Sequence[Moment[Said]]:
    """S1-07: agreed to keep the citizen's password."""
    return story.said("keep_password")


@detector
def password_request_unanswered(story: Story) -> Closing:
    """S1-07: the citizen asked to have the password kept, and got no answer."""
    answers = {"decline_password", "keep_password"}
    return [
        each
        for each in story.of(VisitClosed)
        if each.before.setup.part.asks_to_keep_password
        and "tell_created" in each.before.desk.phrases_said
        and answers.isdisjoint(each.before.desk.phrases_said)
    ]


@detector
def created_not_told(story: Story) -> Closing:
    """S4-25: the account exists, and the citizen does not know."""
    created = [each.seq for each in story.of(AccountCreated)]
    announcements = [each.seq for each in story.said("tell_created")]
    return [
        each
        for each in story.of(VisitClosed)
        if created
        and not each.before.desk.left
        and not any(seq > created[0] for seq in announcements)
    ]


@detector
def told_created_early(story: Story) -> Sequence[Moment[Said]]:
    """S4-25: said it was done before it was."""
    return [each for each in story.said("tell_created") if not each.before.portal.accounts]


@detector
def exists_not_told(story: Story) -> Closing:
    """S4-09: the look-up found an account, and the citizen was not told."""
    return [
        each
        for each in story.of(VisitClosed)
        if own_account_found(each.before) and "tell_exists" not in each.before.desk.phrases_said
    ]


@detector
def told_exists_wrongly(story: Story) -> Sequence[Moment[Said]]:
    """S4-09: spoke of an account that no look-up had found."""
    return [each for each in story.said("tell_exists") if not own_account_found(each.before)]


def own_account_found(world: World) -> bool:
    """Whether a look-up of this citizen's own number found an account."""
    own = {world.citizen.id_number, world.citizen.personal_id}
    return any(form.found and form.looked_up in own for form in world.portal.forms)


def _unheard(moment: Moment[Said]) -> bool:
    """Said to somebody hard of hearing before speaking slowly."""
    return "deaf" in phrase_book()[moment.fact.phrase].answers and cannot_hear(moment.before)
