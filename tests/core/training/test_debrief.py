"""A run is told back kindly, in full, and without the citizen's secrets."""

import pytest

from sandbox import events, own_secrets
from sandbox.log import KINDS, Actor, Entry, Fact
from tests.core.play import MORNING
from tests.core.training.careful import FirstSignIn, careful
from tests.core.training.mistakes.code import GuessesTheCode, ReadsTheHandsetItself
from tests.core.training.mistakes.manners import KeepsThePassword, NeverGreets
from tests.core.training.mistakes.own_hands import AsksForThePassword, ChoosesThePassword
from tests.core.training.mistakes.procedure import NeverAsksForACheck, SkipsTheLookUp
from tests.core.training.robot import Clerk, marks_of
from tests.core.training.robot_vneid import VneidClerk
from training.debrief import ALL_DONE, Debrief, debrief
from training.narration import NARRATORS, narrate
from training.scenario import Scenario, catalogue
from training.scoring import score


def told(clerk: Clerk) -> Debrief:
    marks = marks_of(clerk)
    return debrief(clerk.task, clerk.log, marks)


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_every_line_is_a_sentence(scenario: Scenario) -> None:
    told_back = [line.text.strip("“‘’”") for line in told(careful(scenario)).timeline]
    assert [text for text in told_back if not (text[0].isupper() and text[-1] in ".…?!")] == []


def test_every_kind_of_fact_can_be_told() -> None:
    assert NARRATORS.keys() == set(KINDS.values())


def test_no_code_and_no_password_is_told() -> None:
    clerk = GuessesTheCode()
    told_back = str(told(clerk))
    sent = [entry.fact for entry in clerk.log if isinstance(entry.fact, events.CodeSent)]
    assert sent
    assert not any(code.digits in told_back for code in sent)
    assert clerk.chance.password() not in told_back


def test_the_timeline_counts_from_the_start_and_says_who_did_it() -> None:
    lines = told(Clerk()).timeline
    assert (lines[0].since_s, lines[0].actor) == (0, Actor.SYSTEM)
    assert [line.since_s for line in lines] == sorted(line.since_s for line in lines)
    assert {line.actor for line in lines} == {Actor.SYSTEM, Actor.CLERK, Actor.CITIZEN}


def test_what_the_clerks_hand_did_on_the_telephone_is_told_as_done_for_the_citizen() -> None:
    lines = [line for line in told(ChoosesThePassword()).timeline if "Làm thay" in line.text]
    assert [(line.actor, line.text) for line in lines] == [
        (Actor.CLERK, "Làm thay công dân: đặt mật khẩu VNeID.")
    ]


@pytest.mark.parametrize("kind", [VneidClerk, ChoosesThePassword, AsksForThePassword, FirstSignIn])
def test_no_secret_of_vneid_is_told(kind: type[Clerk]) -> None:
    clerk = kind()
    told_back = str(told(clerk))
    chosen = [own_secrets.password(clerk.world.seed, edition) for edition in range(3)]
    codes = [f"{number:06d}" for number in range(1, clerk.chance.drawn + 1)]
    secrets = [*chosen, *codes, own_secrets.passcode(clerk.world.seed), "Mau#2468", "Canh chua"]
    assert codes
    assert [secret for secret in secrets if secret in told_back] == []


def test_a_refused_step_is_marked_and_gives_its_reason() -> None:
    refused = [line.text for line in told(SkipsTheLookUp()).timeline if line.refused]
    assert refused == ["Bấm “Tải xuống”: chưa được nhận. Tra cứu trước khi nhập."]


def test_what_was_right_is_praised_and_what_a_finding_spoils_is_not() -> None:
    praised = " ".join(told(ReadsTheHandsetItself()).praise)
    assert "tra cứu đúng số" in praised
    assert "tự đọc mã" not in praised


def test_somebody_who_did_nothing_yet_still_hears_a_kind_word() -> None:
    clerk = Clerk()
    assert len(debrief(clerk.task, clerk.log, score(clerk.task, clerk.log)).praise) == 1


def test_a_clean_run_leads_to_the_next_scenario() -> None:
    assert told(Clerk()).next_scenario == "tk-02-da-co-tai-khoan"
    assert told(Clerk(catalogue()["tk-14-cong-dan-bo-ve"])).next_scenario.startswith("vn-01")
    last = told(careful(list(catalogue().values())[-1]))
    assert (last.suggestion, last.next_scenario) == (ALL_DONE, "")


def test_an_unfinished_run_is_to_be_finished_first() -> None:
    clerk = Clerk()
    clerk.welcome()
    back = debrief(clerk.task, clerk.log, score(clerk.task, clerk.log))
    assert (back.next_scenario, "đủ các bước" in back.suggestion) == (clerk.task.id, True)


def test_the_gravest_finding_is_what_to_try_differently() -> None:
    class Hasty(KeepsThePassword, NeverAsksForACheck, NeverGreets):
        pass

    back = told(Hasty())
    assert len(back.findings) == 3
    assert "nhẹ nhàng từ chối" in back.suggestion
    assert back.next_scenario == "tk-12-nho-giu-mat-khau"


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (events.ClockMoved(90.0), "Đồng hồ diễn tập chạy nhanh tới 90 giây."),
        (events.HintShown("look_up"), "Xem gợi ý: Tra cứu số CMND/CCCD."),
        (events.HintShown("unheard_of"), "Xem gợi ý."),
        (events.WorldForked("khac", 12), "Sao chép từ một lượt khác, tới bước 12."),
    ],
)
def test_facts_of_other_actors_are_told_too(fact: Fact, sentence: str) -> None:
    assert narrate(Entry(2, MORNING, Actor.TESTER, fact)) == sentence
