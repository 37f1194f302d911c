"""A draft is told everything that is wrong with it at once, and each thing at its place."""

from typing import Any

import pytest

from training.draft import Draft, check_draft
from training.scenario import source
from training.scenario_file import read

FAULT = {"channel": "sms", "action": "lost", "what": "otp"}
TABLE = read(source("tk-05-doc-nham-ma-cu"), "").model_dump()


def changed(**changes: Any) -> Draft:
    return check_draft({**TABLE, **changes})


def places(draft: Draft) -> set[str]:
    return {".".join(str(part) for part in each.path) for each in draft.mistakes}


def test_a_good_draft_is_a_scenario_and_its_own_text() -> None:
    draft = check_draft(TABLE)
    assert (draft.mistakes, draft.unfit) == ((), frozenset())
    assert draft.scenario
    assert read(draft.text, "").model_dump() == TABLE


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"title": ""}, "title"),
        ({"target_minutes": "mười"}, "target_minutes"),
        ({"target_minutes": 0}, "target_minutes"),
        ({"target_minutes": 9999}, "target_minutes"),
        ({"clauses": []}, "clauses"),
        ({"procedure": []}, "procedure"),
        ({"procedure": ["bay"]}, "procedure"),
        ({"era": "1999"}, "era"),
        ({"era": "2024"}, "era"),
        ({"outcome": "gi-do"}, "outcome"),
        ({"topics": []}, "topics"),
        ({"citizen": {"min_age": 60, "max_age": 20}}, "citizen.min_age"),
        ({"citizen": {"min_age": "già"}}, "citizen.min_age"),
        ({"part": {"lines": {"greet.plain": ""}}}, "part.lines.greet.plain"),
        ({"part": {"lines": {"greet.plain": "Chào {ten}"}}}, "part.lines.greet.plain"),
        ({"part": {"lines": {"greet.plain": "Chào {"}}}, "part.lines.greet.plain"),
        ({"part": {"lines": {"greet.nobody": "Chào"}}}, "part.lines.greet.nobody"),
        ({"hints": {"greet": "a" * 501}}, "hints.greet"),
        ({"title": "a" * 151}, "title"),
        ({"faults": [{"channel": "sms", "action": "error", "what": "otp"}]}, "faults.0"),
        ({"faults": [{"channel": "sms", "action": "lost", "times": 0}]}, "faults.0.times"),
        ({"marking": {"off": ["tk.khong_co"]}}, "marking.off"),
    ],
)
def test_a_mistake_stands_at_its_field(changes: dict[str, Any], place: str) -> None:
    draft = changed(**changes)
    assert place in places(draft)
    assert (draft.text, draft.scenario) == ("", None)


def test_shape_and_meaning_are_told_together() -> None:
    draft = changed(title="", target_minutes="lâu", citizen={"min_age": 99}, era="1999")
    assert places(draft) == {"title", "target_minutes", "citizen.min_age", "era"}


def test_a_part_that_cannot_be_read_hides_nothing_elsewhere() -> None:
    draft = changed(faults=[FAULT | {"times": 0}], procedure=["bay"])
    assert {"faults.0.times", "procedure"} <= places(draft)


def test_what_looks_like_a_real_persons_is_named_by_its_place_and_never_repeated() -> None:
    real = "0912345678"  # refused on purpose
    draft = changed(situation=f"Gọi {real}.", hints={"greet": f"Hỏi số {real}"})
    assert draft.unfit == {("situation",), ("hints", "greet")}
    assert all(real not in each.why for each in draft.mistakes)


def test_a_text_with_two_kinds_of_real_data_is_told_of_once() -> None:
    both = "Gọi 0912345678 hoặc viết lan@congdan.vn"  # refused on purpose
    assert [each.path for each in changed(situation=both).mistakes] == [("situation",)]


@pytest.mark.parametrize(
    ("place", "longest"),
    [("title", 150), ("focus", 300), ("situation", 2000), ("hints.greet", 500)],
)
def test_a_text_may_be_as_long_as_its_place_and_no_longer(place: str, longest: int) -> None:
    def mistaken(length: int) -> bool:
        words = "a" * length
        draft = changed(hints={"greet": words}) if "." in place else changed(**{place: words})
        return place in places(draft)

    assert (mistaken(longest), mistaken(longest + 1)) == (False, True)


@pytest.mark.parametrize(
    ("place", "fits", "too_many"),
    [
        ("target_minutes", 240, 241),
        ("target_minutes", 1, 0),
        ("procedure", ["greet"] * 60, ["greet"] * 61),
        ("faults", [FAULT] * 20, [FAULT] * 21),
    ],
)
def test_of_a_thing_there_may_be_so_many_and_no_more(
    place: str, fits: object, too_many: object
) -> None:
    def told(value: object) -> set[str]:
        return {each.why for each in changed(**{place: value}).mistakes if each.path == (place,)}

    assert told(too_many) - told(fits)


def test_a_procedure_its_time_had_no_more_is_told_where_it_fits() -> None:
    (mistake,) = changed(era="2025").mistakes
    assert mistake.why.startswith("Từ 01/7/2024 ")
    assert "Anh/chị chọn thời kỳ 2022 hoặc 2023" in mistake.why
