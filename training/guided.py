"""What the citizen's own hand did because the clerk had said so.

Only that can be held against the clerk. Each word of guidance accounts for one try: what a citizen
presses unasked, or once more on their own, is theirs alone (S1-05), whoever plays them.
"""

from collections.abc import Iterable, Mapping

from sandbox import events
from sandbox.answers import answer_text
from sandbox.log import Actor, Fact, HandFact
from sandbox.phrases import phrase_book
from sandbox.played import SPOKEN_ANSWER
from sandbox.rules import Rule
from training.story import F, Moment, Story

# Which steps each guiding phrase asks for (see scripted_moves.MOVES and the steps' names).
ASKS_FOR: Mapping[str, tuple[str, ...]] = {
    "guide_register": ("begin_registration",),
    "invite_chip": ("read_chip",),
    "invite_qr": ("read_qr",),
    "invite_face": ("take_face",),
    "invite_send": ("submit_registration",),
    "guide_activation": ("request_activation",),
    "guide_activation_computer": ("request_activation",),
    "invite_code": ("enter_code",),
    "invite_resend": ("resend_code",),
    "invite_password": ("set_password",),
    "invite_passcode": ("set_passcode", "confirm_passcode"),
    "invite_questions": ("set_questions",),
    "guide_sign_in": ("vneid_sign_in",),
    "guide_hotline": ("call_hotline",),
    "guide_forgot_password": ("forget_password",),
    "guide_forgot_passcode": ("forget_passcode",),
    "guide_papers": ("integrate_paper",),
    "guide_child": ("register_child",),
    "guide_portal_qr": ("scan_qr",),
    "guide_portal_number": ("give_number",),
    "invite_consent": ("share_consent",),
    "guide_account_sign_in": ("account_sign_in",),
    "guide_change_password": ("change_password",),
}
_STEP_TAKEN: Mapping[type[Fact], str] = {
    events.RegistrationBegun: "begin_registration",
    events.FaceTaken: "take_face",
    events.RegistrationSent: "submit_registration",
    events.ActivationAsked: "request_activation",
    events.CodeAccepted: "enter_code",
    events.CodeAskedAgain: "resend_code",
    events.PasswordSet: "set_password",
    events.PasscodeSet: "set_passcode",
    events.QuestionsSet: "set_questions",
    events.DeviceQuestioned: "vneid_sign_in",
    events.DeviceLinked: "vneid_sign_in",
    events.HotlineCalled: "call_hotline",
    events.PasswordForgotten: "forget_password",
    events.PasscodeForgotten: "forget_passcode",
    events.PaperRequested: "integrate_paper",
    events.ChildRegistered: "register_child",
    events.ConsentGiven: "share_consent",
    events.PublicPasswordChanged: "change_password",
    events.LookedUp: "look_up",
    events.RequestFormDownloaded: "download",
    events.CodeSent: "send_code",
    events.AccountCreated: "create",
}
_BY_DETAIL = {
    "nfc": "read_chip",
    "qr": "read_qr",
    "vneid_qr": "scan_qr",
    "vneid_number": "give_number",
}


def answered_for(story: Story, moments: Iterable[Moment[F]]) -> list[Moment[F]]:
    """Those of the moments that are the clerk's: by their own hand, or guided by them."""
    moments = list(moments)
    if not any(_hand(each.fact) is Actor.CITIZEN for each in moments):
        return moments
    guided = guidance(story)
    return [each for each in moments if _hand(each.fact) is not Actor.CITIZEN or each.seq in guided]


def refused(story: Story, rules: Iterable[Rule]) -> list[Moment[events.StepRefused]]:
    """When a step that the clerk took, or guided to, was refused for one of those rules."""
    return answered_for(story, story.refused(rules))


def guidance(story: Story) -> Mapping[int, Moment[events.Said]]:
    """Each guided step of the citizen's hand, by its place in the log, with what the clerk said."""
    open_words: dict[str, Moment[events.Said]] = {}
    found: dict[int, Moment[events.Said]] = {}
    for moment in story.moments:
        if isinstance(moment.fact, events.Said):
            said = Moment(moment.seq, moment.at, moment.fact, moment.before, moment.after)
            open_words |= dict.fromkeys(ASKS_FOR.get(moment.fact.phrase, ()), said)
        elif isinstance(moment.fact, events.Answered) and not moment.before.desk.played:
            for step in ASKS_FOR.get(moment.fact.phrase, ()):  # the script does it, or never will
                open_words.pop(step, None)
        elif _hand(moment.fact) is Actor.CITIZEN:
            words = open_words.pop(step_of(moment.fact), None)
            if words:
                found[moment.seq] = words
    return found


def is_answer(answer: Moment[events.Answered], variant: str) -> bool:
    """Whether the citizen gave that answer of the book, or of the scenario in its place."""
    phrase = answer.fact.phrase
    known = variant in phrase_book()[phrase].answers
    return known and answer.fact.words == answer_text(answer.before, phrase, variant)


def told_done(story: Story, phrase: str) -> bool:
    """Whether a person, last guided by that phrase, had it be done without doing it."""
    answers = [each for each in story.of(events.Answered) if each.fact.phrase == phrase]
    return any(_only_said(story, each) for each in answers[-1:])


def taken_at_word(story: Story) -> Moment[events.Answered] | None:
    """What a person said last of all they were guided to, if nothing was done with it."""
    answers = [each for each in story.of(events.Answered) if each.fact.phrase in ASKS_FOR]
    return next((each for each in answers[-1:] if _only_said(story, each)), None)


def _only_said(story: Story, answer: Moment[events.Answered]) -> bool:
    """Said to be done, or answered in the room, where only those present know how.

    The script never says so without having done it.
    """
    said = is_answer(answer, "done") or answer.fact.words == SPOKEN_ANSWER
    if not story.end.desk.played or not said:
        return False
    words = [each.seq for each in story.said(answer.fact.phrase) if each.seq < answer.seq]
    return words[-1] not in {each.seq for each in guidance(story).values()}


def _hand(fact: Fact) -> Actor | None:
    return fact.hand if isinstance(fact, HandFact | events.StepRefused) else None


def step_of(fact: Fact) -> str:
    """The name of the step that fact is the taking or refusing of; "" for none."""
    match fact:
        case events.StepRefused(step=step):
            return step
        case events.CardRead(how=detail) | events.PublicSignInBegun(way=detail):
            return _BY_DETAIL[detail]
        case events.PublicSignedIn(way=way):
            return "account_sign_in" if way == "account" else "confirm_passcode"
    return _STEP_TAKEN.get(type(fact), "")
