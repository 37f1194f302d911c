"""A scenario in a time other than its own: whether its procedure existed then, and what it was.

What a time had and asked for stands in ``sandbox/eras``; the scenario's own year says nothing here.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from sandbox.citizens import CardKind
from sandbox.era import Era, era, era_names
from sandbox.triage import Action, Branch, actions
from training.outcomes import Outcome
from training.scenario import Scenario
from training.steps import Step, step_of


@dataclass(frozen=True, slots=True)
class _Ended:
    """Something that came to an end: whether a time still has it, and what cannot be without it."""

    still_there: Callable[[Era], bool]
    says: str
    steps: frozenset[str]
    outcomes: frozenset[str] = frozenset()


FORM_STEPS = frozenset(
    {
        "open_form",
        "look_up",
        "attach",
        "fill_in",
        "download",
        "invite_check",
        "correct",
        "check_form",
        "send_code",
        "resend",
        "ask_code",
        "press_again",
        "create",
        "cancel",
    }
)
_ENDED = (
    _Ended(
        lambda time: time.portal_accounts,
        "Từ 01/7/2024 công dân vào Cổng Dịch vụ công bằng VNeID, không còn tạo tài khoản của Cổng.",
        FORM_STEPS | {"enter_with_account", "change_portal_password"},
        frozenset({Outcome.ACCOUNT_CREATED, Outcome.ACCOUNT_EXISTS}),
    ),
    _Ended(
        lambda time: time.vneid.insurance_sync,
        "Từ 01/8/2025 không còn gửi mã số của công dân sang cơ quan Bảo hiểm xã hội.",
        frozenset({"send_number"}),
    ),
)


def why_not_in(era_name: str, steps: Collection[str], outcome: str) -> str:
    """Why that procedure cannot be played in that era; "" when it can.

    Raises:
        KeyError: no era has that name.
    """
    return " ".join(each.says for each in _missed(era(era_name), steps, outcome))


def eras_for(steps: Collection[str], outcome: str) -> list[str]:
    """The eras in which that procedure can be played, oldest first."""
    return [name for name in era_names() if not why_not_in(name, steps, outcome)]


def _missed(time: Era, steps: Collection[str], outcome: str) -> list[_Ended]:
    gone = [each for each in _ENDED if not each.still_there(time)]
    return [each for each in gone if outcome in each.outcomes or not each.steps.isdisjoint(steps)]


def why_not_now(scenario: Scenario) -> str:
    """Why the scenario cannot be played in the era it names; "" when it can."""
    return why_not_in(scenario.era, [step.id for step in scenario.steps], scenario.outcome)


def in_era(scenario: Scenario, era_name: str) -> Scenario:
    """The scenario as that time's procedure has it; as it is in its own.

    Hints of its own speak of its own time, so elsewhere the usual ones stand.
    """
    if era_name == scenario.era:
        return scenario
    steps = tuple(step_of(step.id) for step in scenario.steps)
    if _sends_number(scenario, era(era_name)):
        steps = _after_referral(steps, step_of("send_number"))
    return replace(scenario, era=era_name, steps=steps)


def _sends_number(scenario: Scenario, time: Era) -> bool:
    """Whether social insurance wants the number of whoever is referred for a card (S2-08)."""
    asked = {step.id for step in scenario.steps}
    for_a_card = scenario.setup.traits.card is CardKind.OLD and "refer" in asked
    wanted = Action.SEND_NUMBER in actions(Branch.B1, time.vneid)
    return for_a_card and wanted and "send_number" not in asked


def _after_referral(steps: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    said = max(n for n, each in enumerate(steps, 1) if each.id in ("refer", "tell_referral"))
    return (*steps[:said], step, *steps[said:])
