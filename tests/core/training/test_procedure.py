"""A run beside the official procedure: done, too early, skipped, and what spoilt a step."""

from tests.core.training.mistakes.manners import NeverGreets
from tests.core.training.mistakes.procedure import NeverAsksForACheck
from tests.core.training.robot import Clerk, marks_of
from training.procedure import Comparison, StepStatus, compare
from training.scoring import score


def compared(clerk: Clerk) -> Comparison:
    return compare(marks_of(clerk), clerk.log[0].at)


class AsksLate(Clerk):
    """Sends the code first and asks whose telephone it is afterwards."""

    def ask_phone(self) -> str:
        named = self.say("ask_phone")
        return named[-11:-1]

    def send_code(self) -> None:
        super().send_code()
        self.say("ask_phone_owner")


def test_a_run_without_mistake_follows_the_procedure_step_by_step() -> None:
    clerk = Clerk()
    steps = compared(clerk).steps
    assert [each.number for each in steps] == list(range(1, len(clerk.task.steps) + 1))
    assert {each.status for each in steps} == {StepStatus.IN_ORDER}
    assert not [each for each in steps if each.findings or each.before]


def test_the_time_of_a_step_counts_from_the_start_of_the_run() -> None:
    times = [each.since_s for each in compared(Clerk()).steps]
    assert all(time is not None for time in times)
    assert times == sorted(time or 0 for time in times)


def test_a_skipped_step_has_no_time_and_carries_its_finding() -> None:
    steps = compared(NeverAsksForACheck()).steps
    skipped = next(each for each in steps if each.step.id == "check_form")
    assert (skipped.status, skipped.when, skipped.since_s) == (StepStatus.SKIPPED, None, None)
    assert [finding.rule for finding in skipped.findings] == ["tk.check_skipped"]


def test_a_step_done_too_early_names_the_one_it_overtook() -> None:
    steps = {each.step.id: each for each in compared(AsksLate()).steps}
    early = steps["send_code"]
    assert early.status is StepStatus.EARLY
    assert early.before == steps["ask_phone_owner"].step.title
    assert steps["ask_phone_owner"].status is StepStatus.IN_ORDER


def test_every_finding_stands_at_one_step_or_beside_the_procedure() -> None:
    clerk = NeverGreets()
    card = marks_of(clerk)
    told = compare(card, clerk.log[0].at)
    placed = [finding for each in told.steps for finding in each.findings]
    assert sorted(each.rule for each in (*placed, *told.beside)) == sorted(
        each.rule for each in card.findings
    )


def test_a_run_that_has_only_begun_skips_all_the_rest() -> None:
    clerk = Clerk()
    clerk.welcome()
    steps = compare(score(clerk.task, clerk.log), clerk.log[0].at).steps
    assert {each.status for each in steps[1:]} == {StepStatus.SKIPPED}
