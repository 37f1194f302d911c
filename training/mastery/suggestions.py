"""What is worth practising next, and when: what slips from memory before what is new.

When a scenario should come back, a memory model says (see ``web.practice.competence.spacing``);
here its answers arrive as plain dates. The order is a pure function of values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from training.mastery.attempts import Attempt, Proof
from training.mastery.progress import CompetencyProgress

AT_MOST = 5
NEW_AT_MOST = 2
_FAILED_LAST, _PROVES_WHAT_IS_MISSING, _REFRESHES = range(3)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Practise ``scenario`` on ``day`` (today, or a day to come), because ``why``."""

    scenario: str
    title: str
    day: date
    why: str


def suggestions(
    latest: Mapping[str, Attempt],
    review_days: Mapping[str, date],
    progress: Sequence[CompetencyProgress],
    proofs: Mapping[str, Proof],
    today: date,
) -> tuple[Suggestion, ...]:
    """At most five, soonest first; of equal days those that prove what is still missing.

    ``latest`` is the newest attempt of each scenario tried so far, ``review_days`` when the
    memory model wants it again. Never-tried scenarios come in the catalogue's order, two at
    a time, and only while they prove something the person has not mastered. What proves nothing, or
    is not offered to the person, is not suggested.
    """
    offered = {key: proof for key, proof in proofs.items() if proof.offered}
    missing = frozenset(each.competency for each in progress if not each.mastered)
    expected = frozenset(each.competency for each in progress)
    ranked = [
        (_rank(latest[key], proof, missing), _again(key, proof, latest, review_days, today))
        for key, proof in offered.items()
        if key in latest and proof.competencies & expected
    ]
    ranked += [
        (_PROVES_WHAT_IS_MISSING, Suggestion(key, proof.title, today, "chưa luyện lần nào"))
        for key, proof in offered.items()
        if key not in latest and proof.competencies & missing
    ][:NEW_AT_MOST]
    ranked.sort(key=lambda each: (each[1].day, each[0]))
    return tuple(suggestion for _, suggestion in ranked[:AT_MOST])


def _rank(latest: Attempt, proof: Proof, missing: frozenset[str]) -> int:
    if not latest.passed:
        return _FAILED_LAST
    return _PROVES_WHAT_IS_MISSING if proof.competencies & missing else _REFRESHES


def _again(
    key: str,
    proof: Proof,
    latest: Mapping[str, Attempt],
    review_days: Mapping[str, date],
    today: date,
) -> Suggestion:
    day = max(review_days[key], today)
    if not latest[key].passed:
        return Suggestion(key, proof.title, day, "lần gần nhất chưa đạt")
    why = "đến lúc ôn lại cho khỏi quên" if day == today else "ôn lại để nhớ lâu"
    return Suggestion(key, proof.title, day, why)
