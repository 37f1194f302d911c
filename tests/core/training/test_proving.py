"""An office's own scenario proves what the package's does, while it asks for all of it."""

from dataclasses import replace

import pytest

from training.competencies import COMPETENCIES
from training.demands import covers, find_gaps
from training.proving import competencies_to_renew, judge, proven_competencies
from training.scenario import Scenario, catalogue
from training.steps import known_steps, step_of

SMOOTH, LOST_SMS, KEEPS = "tk-01-thuan-loi", "tk-03-tin-nhan-khong-toi", "tk-12-nho-giu-mat-khau"
OLD, ONE_SIDE, ACTIVATE = "tk-11-nguoi-cao-tuoi", "tk-07-quet-mot-mat", "vn-18-lam-giup-toi"
PACKAGE = tuple(catalogue().values())


def copy(name: str, **changes: object) -> Scenario:
    """As an author's copy, under an id and a title of its own."""
    return replace(catalogue()[name], id="dv-ban-sao", title="Bản sao", **changes)  # type: ignore[arg-type]  # fields of the test's choice


def without(name: str, *steps: str) -> Scenario:
    kept = tuple(step for step in catalogue()[name].steps if step.id not in steps)
    return copy(name, steps=kept)


def eased(name: str, part: str, **changes: object) -> Scenario:
    """A copy whose setup is changed in one of its parts."""
    setup = catalogue()[name].setup
    return copy(name, setup=replace(setup, **{part: replace(getattr(setup, part), **changes)}))


@pytest.mark.parametrize("name", catalogue())
def test_an_unchanged_copy_proves_what_its_original_proves(name: str) -> None:
    found = proven_competencies(copy(name), PACKAGE)
    assert found == set(catalogue()[name].competencies)
    assert judge(copy(name), PACKAGE, name).gaps == ()


def test_other_words_other_people_and_more_to_do_take_nothing_away() -> None:
    more = (*catalogue()[SMOOTH].steps, step_of("speak_slowly"))
    changed = copy(
        SMOOTH,
        steps=more,
        situation="Khác",
        target_minutes=30,
        marked=frozenset({"tk.no_goodbye"}),
        faults=catalogue()[LOST_SMS].faults,
    )
    assert proven_competencies(changed, PACKAGE) == {"account_creation"}
    older = eased(SMOOTH, "traits", min_age=30, max_age=58, email=True)
    assert proven_competencies(older, PACKAGE) == {"account_creation"}


@pytest.mark.parametrize(
    ("easier", "says"),
    [
        (without(SMOOTH, "check_form"), "bước “"),
        (copy(SMOOTH, unmarked=frozenset({"tk.wrong_id"})), "trừ điểm lỗi “"),
        (copy(SMOOTH, unmarked=frozenset({"tk.no_greeting"})), "trừ điểm lỗi “"),
        (copy(SMOOTH, outcome=catalogue()["tk-14-cong-dan-bo-ve"].outcome), "kết quả đúng"),
        (copy(SMOOTH, era="2023"), "thời kỳ 2022"),
        (eased(SMOOTH, "traits", card=None), "loại thẻ"),
        (eased(OLD, "traits", min_age=40), "công dân từ 60 tuổi"),
        (eased("vn-17-muoi-lam-tuoi", "traits", max_age=40), "chưa đủ 18 tuổi"),
        (eased(ACTIVATE, "vneid", hands_over_phone=False), "VNeID"),
        (copy(ONE_SIDE, scanner=catalogue()[SMOOTH].scanner), "máy quét"),
    ],
)
def test_what_asks_less_is_only_practice_and_says_what_is_missing(
    easier: Scenario, says: str
) -> None:
    by_itself = [each for each in PACKAGE if set(each.competencies) <= set(easier.competencies)]
    measure = next(each for each in by_itself if each.focus == easier.focus)
    assert not covers(easier, measure)
    assert any(says in each.words for each in find_gaps(easier, measure))
    assert proven_competencies(easier, [measure]) == set()
    assert judge(easier, [measure]).practises == easier.competencies


def test_a_copy_that_lost_its_trouble_still_proves_the_plain_procedure() -> None:
    calm = copy(LOST_SMS, faults=())
    found = judge(calm, PACKAGE, LOST_SMS)
    assert found.proves == ("account_creation",)
    assert found.practises == ("trouble", "communication")
    assert found.reference
    assert (found.reference.id, [each.words for each in found.gaps]) == (
        LOST_SMS,
        ["trở ngại về tin nhắn"],
    )


def test_a_competency_nobody_proves_this_way_is_practice_however_it_is_named() -> None:
    boastful = copy(SMOOTH, competencies=("account_creation", "privacy"))
    found = judge(boastful, PACKAGE, SMOOTH)
    assert (found.proves, found.practises) == (("account_creation",), ("privacy",))


def test_trouble_must_come_as_often_and_as_late() -> None:
    late = catalogue()["tk-04-tin-nhan-toi-cham"]
    (fault,) = late.faults
    for seconds, kept in ((fault.seconds - 1, False), (fault.seconds + 30, True)):
        own = copy(late.id, faults=(replace(fault, seconds=seconds),))
        assert covers(own, late) is kept
    twice = replace(late, faults=(fault, fault))
    assert not covers(late, twice)


def test_a_new_version_touches_what_it_newly_asks_for_and_nothing_else() -> None:
    first = without(KEEPS, "decline_password")
    second = copy(KEEPS)
    assert competencies_to_renew(first, second, PACKAGE) == {"privacy"}
    renamed = replace(second, title="Tên khác", situation="Lời khác", target_minutes=20)
    assert competencies_to_renew(second, renamed, PACKAGE) == set()
    assert competencies_to_renew(second, first, PACKAGE) == set(), (
        "asking less makes nobody come back"
    )


def test_another_era_touches_everything_and_a_version_that_proves_nothing_touches_nothing() -> None:
    other_time = [replace(each, era="2023") for each in PACKAGE]
    later = copy(SMOOTH, era="2023")
    assert competencies_to_renew(copy(SMOOTH), later, other_time) == {"account_creation"}
    assert competencies_to_renew(copy(SMOOTH), later, PACKAGE) == set()


def test_every_step_belongs_to_a_competency_and_every_competency_has_steps() -> None:
    assert {step.competency for step in known_steps().values()} == set(COMPETENCIES)
