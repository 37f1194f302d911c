"""Which expected steps a finished visit left out although they could have been taken."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from sandbox.events import (
    Answered,
    FormCancelled,
    FormChecked,
    HelpChosen,
    PhoneOffered,
    SmsSent,
    StepRefused,
)
from sandbox.rules import Rule
from sandbox.scripted_moves import account_password
from training import truth
from training.account_signs import SIGNS as ACCOUNT
from training.guided import taken_at_word, told_done
from training.obstacles import blocked
from training.rubric.manners import asked_to_keep_password, could_not_hear
from training.scorecard import StepResult
from training.steps import Step
from training.story import Story

# What still is to be done for somebody who wants no help today.
WITHOUT_HELP = {
    "greet",
    "speak_slowly",
    "ask_vneid",
    "give_priority",
    "note_arrival",
    "offer_help",
    "respect_choice",
    "receive",
}
ALWAYS_POSSIBLE = {*WITHOUT_HELP, "choose_branch"}
FOR_A_CODE = {"ask_sms", "ask_code", "ask_newest_code", "invite_code"}
# Whoever went further than being handed over needs no handing over.
HANDING_OVER = {"hand_over", "introduce_supporter"}
# The citizen's own screens: who got where they wanted to has passed those that came.
ON_THE_WAY = {
    "guide_registration",
    "own_card",
    "own_face",
    "own_sending",
    "guide_activation",
    "own_code",
    "own_password",
    "own_passcode",
    "own_questions",
    "own_sign_in",
    "new_phone",
    "forgot_password",
    "forgot_passcode",
    "begin_portal",
    "own_consent",
}

# Of the rest, those that are the citizen's to do: guided, and told that it is done, no more is due.
GUIDED_BY = {
    "own_resending": "invite_resend",
    "lock_lost_phone": "guide_hotline",
    "integrate_paper": "guide_papers",
    "register_child": "guide_child",
    "enter_portal": "invite_passcode",
    "enter_with_account": "guide_account_sign_in",
    "change_portal_password": "guide_change_password",
}


def left_out(story: Story, steps: Sequence[StepResult]) -> tuple[Step, ...]:
    """The steps that are missing at the end and were there to be taken; () before the end."""
    if story.closing is None:
        return ()
    excused = _fallen_away(story, steps)
    return tuple(
        each.step
        for each in steps
        if not each.when and each.step.id not in excused and _was_there(each.step.id, story)
    )


def _fallen_away(story: Story, steps: Sequence[StepResult]) -> Collection[str]:
    """What help was still to come when the citizen said no, or that all was done."""
    last_word = taken_at_word(story)
    if story.end.arrival.choice == "declined":
        since = story.of(HelpChosen)[-1].seq
    elif last_word:
        since = last_word.seq
    else:
        return ()
    account = ACCOUNT.keys() if "account" in story.end.setup.topics else ()
    owed = {*WITHOUT_HELP, *account}
    helped = [
        place
        for place, each in enumerate(steps)
        if each.when and each.when.seq < since and each.step.id not in WITHOUT_HELP
    ]
    reached = helped[-1] if helped else -1
    return {each.step.id for each in steps[reached + 1 :]} - owed


def _was_there(step: str, story: Story) -> bool:
    end = story.end
    if end.desk.left:  # only the form is still to be cancelled, which has an entry of its own
        return False
    if step in HANDING_OVER and story.reached:
        return False
    if step in ON_THE_WAY and story.reached:
        return False
    if told_done(story, GUIDED_BY.get(step, "")):
        return False
    if blocked(story):
        return step in ALWAYS_POSSIBLE
    trouble = ANSWERS_TROUBLE.get(step)
    return trouble is None or trouble(story)


def _refused(*rules: Rule) -> Callable[[Story], bool]:
    return lambda story: bool(story.refused(rules))


def _failed_on_a_form_that_stayed(story: Story) -> bool:
    """HỦY is free once the portal has failed: what was cancelled need not be pressed again."""
    failures = story.refused({Rule.PORTAL_FAILED})
    worked_on = {
        form.number for each in failures for form in each.before.portal.forms if form.is_pending
    }
    cancelled = {each.fact.form for each in story.of(FormCancelled)}
    return bool(failures) and not (worked_on <= cancelled and story.end.portal.accounts)


def _not_delivered(story: Story) -> bool:
    return any(each.fact.fate not in ("delivered", "duplicate") for each in story.of(SmsSent))


def _asked_in_vain(story: Story) -> bool:
    """Whether the citizen, asked for a code, had none because trouble kept it back (S0-16)."""
    answers = [each for each in story.of(Answered) if each.fact.phrase in FOR_A_CODE]
    return any(_kept_back(each.before.network.sms, each.at) for each in answers)


def _kept_back(messages: Sequence[SmsSent], now: datetime) -> bool:
    """Whether the newest of the messages has met with trouble and is not there yet."""
    newest = messages[-1] if messages else None
    troubled = newest is not None and newest.fate not in ("delivered", "duplicate")
    return troubled and not (newest and newest.deliver_at and newest.deliver_at <= now)


def _has_password(story: Story) -> bool:
    """Whether the message with the portal's password is on the citizen's telephone."""
    return bool(account_password(story.end, story.moments[-1].at))


def _found_wrong(story: Story) -> bool:
    return any(each.fact.wrong for each in story.of(FormChecked))


# Steps that answer trouble, or need a message: where it did not come, nothing is missing.
ANSWERS_TROUBLE: Mapping[str, Callable[[Story], bool]] = {
    "cancel": lambda story: any(form.is_pending for form in story.end.portal.forms),
    "ask_vneid": lambda story: not story.said("check_app"),  # the level on the screen tells more
    "ask_code": lambda story: not (story.end.desk.played and story.end.portal.accounts),
    "change_portal_password": _has_password,
    "correct": _found_wrong,
    "decline_password": asked_to_keep_password,
    "decline_doing": lambda story: bool(story.of(PhoneOffered)),
    "enter_with_account": _has_password,
    "own_resending": _refused(Rule.VNEID_CODE_WRONG),
    "respect_choice": lambda story: any(not each.fact.accepted for each in story.of(HelpChosen)),
    "speak_slowly": could_not_hear,
    "send_number": lambda story: truth.number_wanted(story.end, story.moments[-1].at),
    "press_again": _failed_on_a_form_that_stayed,
    "resend": _not_delivered,
    "tell_wait": _asked_in_vain,
    "tell_outage": _refused(Rule.VNEID_DOWN),
    "try_again": _refused(Rule.VNEID_DOWN),
    "try_code": lambda story: any(each.fact.step == "enter_code" for each in story.of(StepRefused)),
}
