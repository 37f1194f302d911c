"""What is said about a roster, with names of every Vietnamese letter."""

from datetime import date

import pytest

from rostering.judging import Worry, judge
from rostering.planner import apply, conflict, plan, repairs
from rostering.planner.repair import Change
from rostering.rules import Kind, Rule
from rostering.sentences import Sentences
from rostering.values import Half, Leave, Limits, Request, Wish
from rostering.why import Availability, why
from tests.core.rostering.offices import (
    FRIDAY,
    MONDAY,
    YOUTH,
    absent,
    at,
    person,
    shift,
    venue,
    week,
)

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
TUESDAY = date(2027, 3, 2)


def conflict_in_words(request: Request) -> list[str]:
    gap = plan(request).roster.gaps[0]
    return list(Sentences(request).conflict(conflict(request, gap)))


def test_a_conflict_is_told_in_whole_sentences() -> None:
    mornings = frozenset((day, Half.MORNING) for day in range(5))
    request = week(
        person("a", leave=absent(MONDAY, TUESDAY)),
        person("b", available=mornings - {(0, Half.MORNING)}),
        person("c", limits=Limits(per_week=0)),
    )
    assert conflict_in_words(request) == [
        "Sáng thứ Hai 01/03/2027, Bàn hỗ trợ cần 1 người thạo việc trực hỗ trợ.",
        "Mẫu a nghỉ từ 01/03/2027 đến 02/03/2027.",
        "Mẫu b chỉ trực được sáng thứ Ba, sáng thứ Tư, sáng thứ Năm, sáng thứ Sáu.",
        "Mẫu c trực nhiều nhất 0 buổi trong tuần 01/03–07/03/2027.",
    ]


def test_a_conflict_about_many_sessions_stays_short() -> None:
    request = week(person("a", limits=Limits(per_period=9)))
    assert conflict_in_words(request) == [
        "Từ sáng thứ Hai 01/03/2027 đến chiều thứ Sáu 05/03/2027 có 10 yêu cầu về người trực.",
        "Mẫu a trực nhiều nhất 9 buổi trong cả kỳ.",
    ]


def test_a_worry_is_told() -> None:
    request = week(person("a", capable_phone=False, experienced=False))
    texts = [Sentences(request).worry(at(MONDAY), worry) for worry in Worry]
    assert texts == [
        "Sáng thứ Hai 01/03/2027, Bàn hỗ trợ chưa có ai mang điện thoại cấu hình cao, chụp ảnh rõ.",
        "Sáng thứ Hai 01/03/2027, Bàn hỗ trợ chưa có người nhiều kinh nghiệm kèm.",
    ]


def test_proposals_are_told_as_what_to_do() -> None:
    request = week(
        person("a", leave=(Leave(FRIDAY, FRIDAY, Half.MORNING),)),
        person("b", leave=absent()),
        person("c", leave=absent(), limits=Limits(per_day=1)),
    )
    texts = [Sentences(request).repair(way) for way in repairs(request, plan(request).roster)]
    assert (
        "Mời Mẫu a trực sáng thứ Sáu 05/03/2027, dù đã báo nghỉ buổi sáng thứ Sáu 05/03/2027.",
    ) in texts
    assert len(set(texts)) == 3


def test_what_is_left_after_a_proposal_is_told_too() -> None:
    request = week(person("a", leave=absent()), venues=(venue("ban"), venue("buu-dien")))
    [way] = repairs(request, plan(request).roster)
    assert Sentences(request).repair(way)[-1] == "Vẫn còn thiếu 10 lượt người."


@pytest.mark.parametrize("missing_all", [True, False])
def test_a_gap_says_what_is_missing(missing_all: bool) -> None:
    someone = [] if missing_all else [person("a")]
    request = week(*someone, venues=(venue(wanted=2),))
    texts = Sentences(request).gap(plan(request).roster.gaps[0])
    assert texts == (
        "Sáng thứ Hai 01/03/2027, Bàn hỗ trợ thiếu 2 người trực hỗ trợ, trong đó 1 người thạo việc."
        if missing_all
        else "Sáng thứ Hai 01/03/2027, Bàn hỗ trợ thiếu 1 người trực hỗ trợ."
    )


def test_names_of_every_letter_come_through_unchanged() -> None:
    name = f"Mẫu {LETTERS.upper()} {LETTERS}"
    request = week(person(LETTERS, leave=absent()), person(LETTERS.upper()))
    assert {one.person for one in plan(request).roster.shifts} == {LETTERS.upper()}
    named = week(type(request.people[0])("x", name, YOUTH, leave=absent()))
    assert any(name in texts for texts in conflict_in_words(named))


def test_everybody_learns_why_they_are_on_duty_or_not() -> None:
    request = week(
        person("on-leave", leave=absent(MONDAY, MONDAY)),
        person("elsewhere"),
        person("here", carried=-3.0),
        person("full", limits=Limits(per_period=1)),
        person("free"),
        person("new", competent=frozenset(), learning=frozenset({"supporter"})),
        venues=(venue("ban"), venue("buu-dien")),
        wishes=(Wish("here", True, weekday=0),),
    )
    shifts = [
        shift("here", MONDAY),
        shift("elsewhere", MONDAY, Half.MORNING, "buu-dien"),
        shift("full", TUESDAY),
    ]
    answers = {one.person: one for one in why(request, shifts, at(MONDAY))}
    assert next(iter(answers)) == "here"
    assert {who: one.availability for who, one in answers.items()} == {
        "here": Availability.CHOSEN,
        "free": Availability.POSSIBLE,
        "new": Availability.BESIDE,
        "elsewhere": Availability.PREVENTED,
        "full": Availability.PREVENTED,
        "on-leave": Availability.PREVENTED,
    }
    assert answers["full"].rules[0].kind == Kind.PERIOD_LIMIT
    say = Sentences(request).answer
    assert say(answers["here"]).startswith("Mẫu here trực buổi này như đã mong: cả kỳ 1 buổi")
    assert say(answers["elsewhere"]) == "Mẫu elsewhere đã trực ở nơi khác sáng thứ Hai 01/03/2027."
    assert "chưa đến lượt" in say(answers["free"])
    assert "đang học việc" in say(answers["new"])


def test_frozen_turns_are_explained_as_laid_down() -> None:
    laid_down = shift("a", MONDAY)
    request = week(person("a"), frozen=frozenset({laid_down}))
    first, *_ = why(request, plan(request).roster.shifts, laid_down.slot)
    assert Sentences(request).answer(first) == "Mẫu a trực buổi này theo lịch đã chốt."


def test_turns_moved_by_hand_are_judged() -> None:
    request = week(
        person("a", leave=absent(), capable_phone=False, experienced=False),
        person("y1", YOUTH, limits=Limits(per_day=1)),
        person("y2", YOUTH),
        venues=(venue("ban"), venue("buu-dien")),
    )
    shifts = [
        shift("a", MONDAY),
        shift("y1", TUESDAY),
        shift("y1", TUESDAY, Half.AFTERNOON),
        shift("y2", TUESDAY, Half.MORNING, "buu-dien"),
        shift("y2", TUESDAY),
        shift("nobody", TUESDAY),
    ]
    judgement = judge(request, shifts)
    assert [rule.kind for rule in judgement.broken] == [
        Kind.LEAVE,
        Kind.DAY_LIMIT,
        Kind.KEEPS_ONE,
        Kind.ONE_PLACE,
    ]
    assert {worry for slot, worry in judgement.worries if slot == at(MONDAY)} == set(Worry)
    assert len(judgement.gaps) == 20 - 4
    texts = [Sentences(request).rule(rule) for rule in judgement.broken]
    assert "Đoàn Thanh niên Mẫu cần ít nhất một người ở lại đơn vị sáng thứ Ba 02/03/2027." in texts


def test_a_proposal_that_is_agreed_to_is_no_longer_broken() -> None:
    request = week(person("a", leave=absent()))
    agreed = apply(request, repairs(request, plan(request).roster)[0])
    assert judge(agreed, plan(agreed).roster.shifts).broken == ()


@pytest.mark.parametrize(
    ("days", "last"),
    [(3, ", sáng thứ Tư 03/03/2027"), (4, " và 1 buổi khác"), (5, " và 2 buổi khác")],
)
def test_more_than_three_sessions_are_counted_not_named(days: int, last: str) -> None:
    moved = tuple(at(date(2027, 3, day)).session for day in range(1, days + 1))
    told = Sentences(week(person("a"))).change(Change(Rule(Kind.HOURS, "a"), moved))
    assert told.endswith(f"{last}, ngoài giờ đã đăng ký.")
