"""Whoever plays the citizen is told that part, and nothing of what the clerk ought to do."""

import pytest

from sandbox.log import Actor
from sandbox.phrases import phrase_book
from sandbox.state import World
from sandbox.world import fold_log, record
from tests.core.play import MORNING
from training.brief import Brief, brief
from training.scenario import Scenario, catalogue, opening
from training.steps import known_steps


def world_of(scenario: Scenario) -> World:
    return fold_log(record(None, opening(scenario, 7), Actor.SYSTEM, MORNING))


def told(name: str) -> tuple[World, Brief]:
    world = world_of(catalogue()[name])
    return world, brief(world, MORNING)


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_every_scenario_can_be_played(scenario: Scenario) -> None:
    world = world_of(scenario)
    part = brief(world, MORNING)
    assert dict(part.about)["Họ và tên"] == world.citizen.full_name
    assert dict(part.about)["Điện thoại của anh/chị"].startswith("0400")
    assert part.wants
    assert "{" not in repr(part)
    assert any("không tự ý đọc mã" in sentence for sentence in part.keep)


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_no_step_of_the_clerk_is_given_away(scenario: Scenario) -> None:
    part = repr(brief(world_of(scenario), MORNING))
    hints = [step.hint for step in (*known_steps().values(), *scenario.steps)]
    assert not [hint for hint in hints if hint in part]
    assert scenario.focus not in part


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        ("tk-02-da-co-tai-khoan", "đã có tài khoản trên Cổng từ trước"),
        ("tk-05-doc-nham-ma-cu", "tin cũ hơn"),
        ("tk-06-so-cua-nguoi-nha", "đứng tên"),
        ("tk-09-cong-dan-thay-sai", "đọc nhầm số điện thoại"),
        ("tk-11-nguoi-cao-tuoi", "nghe kém"),
        ("tk-12-nho-giu-mat-khau", "giữ mật khẩu giúp"),
        ("tk-14-cong-dan-bo-ve", "Đứng dậy rời quầy"),
    ],
)
def test_what_is_special_about_the_citizen_is_told(scenario: str, words: str) -> None:
    assert words in " ".join(told(scenario)[1].keep)


def test_an_ordinary_citizen_only_keeps_to_what_everybody_keeps_to() -> None:
    assert len(told("tk-01-thuan-loi")[1].keep) == 3


def test_the_number_read_wrongly_first_is_put_right_later() -> None:
    world, part = told("tk-09-cong-dan-thay-sai")
    said = " ".join(answer for _, answer in part.says)
    assert world.citizen.phones[0].number not in said
    assert world.citizen.phones[0].number in " ".join(part.keep)


def test_the_scenarios_own_words_are_the_citizens() -> None:
    assert "Số của bác đây" in " ".join(a for _, a in told("tk-11-nguoi-cao-tuoi")[1].says)


def test_answers_agree_with_what_is_to_be_held_to_and_with_the_telephone() -> None:
    said = dict(told("vn-16-hom-nay-chua-muon")[1].says)
    assert "hôm nay" in said[phrase_book()["offer_help"].says]
    assert "nút “Kích hoạt”" in said[phrase_book()["check_app"].says]


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_the_part_answers_what_is_asked_in_this_visit_and_is_told_elsewhere_of_itself(
    scenario: Scenario,
) -> None:
    names = {phrase.says: phrase.name for phrase in phrase_book().values()}
    asked = {names[question] for question, _ in brief(world_of(scenario), MORNING).says}
    of_visit = [each for each in phrase_book().values() if each.about(scenario.setup.topics)]
    own_words = {line.partition(".")[0] for line in scenario.setup.part.lines}
    questions = {each.name for each in of_visit if each.group == "hoi" or each.name in own_words}
    assert asked == questions - {"greet", "speak_slowly", "ask_vneid"}
    assert asked
