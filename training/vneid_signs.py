"""How the log of a visit shows each step of the check at arrival and of VNeID."""

from collections.abc import Mapping

from sandbox import events
from sandbox.guiding import account_status
from sandbox.log import Actor, HandFact
from sandbox.rules import Rule
from training import truth
from training.signs import Moments, Sign, by_citizen, happened, own, said
from training.story import Story


def _noted(story: Story) -> Moments:
    return [
        each
        for each in story.of(events.ArrivalNoted)
        if each.fact.result == account_status(each.before, each.at)
    ]


def _branch(story: Story) -> Moments:
    return [
        each
        for each in story.of(events.BranchChosen)
        if each.fact.branch == truth.branch(each.before, each.at)
    ]


def _referred(story: Story) -> Moments:
    return [
        each
        for each in story.of(events.Referred)
        if each.fact.office in truth.right_offices(each.before, each.at)
    ]


def _paper(story: Story) -> Moments:
    return [each for each in own(story, events.PaperRequested) if each.fact.found]


def _signed_in(story: Story) -> Moments:
    return [each for each in own(story, events.DeviceLinked) if each.fact.device == "handset"]


def _entered(*ways: str) -> Sign:
    def sign(story: Story) -> Moments:
        return [each for each in own(story, events.PublicSignedIn) if each.fact.way in ways]

    return sign


def _activation(story: Story) -> Moments:
    """The citizen pressed [Gửi yêu cầu]; that VNeID was down then is nobody's fault."""
    attempts = [*own(story, events.ActivationAsked), *_tried(story, "request_activation")]
    return sorted(attempts, key=lambda each: each.seq)


def _code_tried(story: Story) -> Moments:
    typed = [*own(story, events.CodeAccepted), *_tried(story, "enter_code")]
    return sorted(typed, key=lambda each: each.seq)


def _tried(story: Story, step: str) -> Moments:
    """When the citizen's hand tried that step in vain."""
    return [
        each
        for each in story.of(events.StepRefused)
        if each.fact.step == step and each.fact.hand is Actor.CITIZEN
    ]


def _tried_again(story: Story) -> Moments:
    """Something the citizen did on VNeID after an outage."""
    outages = story.refused({Rule.VNEID_DOWN})
    return [
        each
        for each in story.of(HandFact)
        if outages and each.seq > outages[0].seq and each.fact.hand is Actor.CITIZEN
    ]


SIGNS: Mapping[str, Sign] = {
    "ask_vneid": said("ask_vneid"),
    "check_app": said("check_app"),
    "give_priority": said("give_priority"),
    "note_arrival": _noted,
    "offer_help": said("offer_help"),
    "respect_choice": said("respect_choice"),
    "choose_branch": _branch,
    "refer": _referred,
    "tell_referral": said("tell_referral"),
    "send_number": happened(events.NumberSent),
    "hand_over": happened(events.HandedOver),
    "introduce_supporter": said("introduce_supporter"),
    "decline_doing": said("decline_doing"),
    "guide_registration": by_citizen(events.RegistrationBegun),
    "own_card": by_citizen(events.CardRead),
    "own_face": by_citizen(events.FaceTaken),
    "own_sending": by_citizen(events.RegistrationSent),
    "guide_activation": _activation,
    "tell_outage": said("tell_outage"),
    "try_again": _tried_again,
    "try_code": _code_tried,
    "own_resending": by_citizen(events.CodeAskedAgain),
    "own_code": by_citizen(events.CodeAccepted),
    "own_password": by_citizen(events.PasswordSet),
    "own_passcode": by_citizen(events.PasscodeSet),
    "own_questions": by_citizen(events.QuestionsSet),
    "own_sign_in": _signed_in,
    "new_phone": by_citizen(events.DeviceQuestioned),
    "lock_lost_phone": by_citizen(events.HotlineCalled),
    "forgot_password": by_citizen(events.PasswordForgotten),
    "forgot_passcode": by_citizen(events.PasscodeForgotten),
    "ask_papers": said("ask_papers"),
    "integrate_paper": _paper,
    "tell_paper_there": said("tell_paper_there"),
    "register_child": by_citizen(events.ChildRegistered),
    "begin_portal": by_citizen(events.PublicSignInBegun),
    "own_consent": by_citizen(events.ConsentGiven),
    "enter_portal": _entered("vneid_qr", "vneid_number"),
    "enter_with_account": _entered("account"),
    "change_portal_password": by_citizen(events.PublicPasswordChanged),
    "receive": happened(events.ReceptionBegun),
}
