"""One entry of the rubric: a mistake, what it costs and what it does to the citizen."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from sandbox.rules import Rule

EVERYTHING = "*"
BY_HAND = "by_hand"
# What is to be done by the citizen's own hand, and so is not where a clerk's hand was quicker.
OWN_HAND = frozenset(
    {
        *("decline_doing", "ask_sms", "ask_code", "guide_registration", "own_card", "own_face"),
        *("own_sending", "guide_activation", "try_again", "try_code", "own_resending", "own_code"),
        *("own_password", "own_passcode", "own_questions", "own_sign_in", "new_phone"),
        *("lock_lost_phone", "forgot_password", "forgot_passcode", "integrate_paper"),
        *("register_child", "begin_portal", "own_consent", "enter_portal", "enter_with_account"),
        "change_portal_password",
    }
)


class Harm(StrEnum):
    """What a mistake leaves the citizen with, from the worst to the least.

    The first four cannot be made good at the desk, so whoever makes such a mistake has not passed.
    """

    SECRET = "secret"  # noqa: S105  # a kind of harm
    WRONG = "wrong"
    UNSEEN = "unseen"
    TRIP = "trip"
    LATER = "later"
    WAIT = "wait"
    EASE = "ease"

    @property
    def fails(self) -> bool:
        """Whether a run with such a mistake cannot pass."""
        return self in (Harm.SECRET, Harm.WRONG, Harm.UNSEEN, Harm.TRIP)


SAYS: Mapping[Harm, str] = {
    Harm.SECRET: "Điều riêng của công dân đã qua tay người khác, nên lượt chưa đạt.",
    Harm.WRONG: "Công dân mang về một kết quả sai mà không hay biết, nên lượt chưa đạt.",
    Harm.UNSEEN: "Công dân mang về điều mình chưa được đọc và xác nhận, nên lượt chưa đạt.",
    Harm.TRIP: "Công dân về không hoặc phải đi thêm một chuyến, nên lượt chưa đạt.",
    Harm.LATER: "Chưa gây hậu quả ngay và còn bổ sung được, nên chỉ trừ điểm.",
    Harm.WAIT: "Sửa được ngay tại quầy, công dân chỉ mất thêm thời gian, nên chỉ trừ điểm.",
    Harm.EASE: "Việc vẫn xong, công dân chỉ kém yên tâm hoặc thoải mái, nên chỉ trừ ít điểm.",
}


@dataclass(frozen=True, slots=True)
class RubricEntry:
    """A mistake the marking knows.

    ``rules``: the portal or desk refuses with one of these, and that alone shows
    the mistake; without rules a detector of the same name finds it. ``swallows``:
    entries that say less about the same slip and are left out beside this one.
    ``usual`` False: costs points only where a scenario asks for it. An entry of 0
    points only ever shows as an observation. ``step`` is the step it spoils, and
    ``explains`` are further ones that were left out because of it ("*": whatever was;
    "by_hand": those of OWN_HAND).
    ``spoils`` are further steps that nobody is praised for beside it.
    ``by_branch``: the clause where it is another one for citizens of that branch; ``by_step``: the
    clause where the procedure asks for that step, which goes before.
    ``or_step``: the step it spoils where the procedure has that one and not ``step``.
    ``harm`` says why it costs what it costs; ``because`` why it may not be passed over.
    """

    id: str
    title: str
    step: str
    clause: str
    points: int
    happened: str
    suffers: str
    instead: str
    harm: Harm = Harm.EASE
    because: str = ""
    grave: bool = False
    usual: bool = True
    rules: tuple[Rule, ...] = ()
    swallows: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()
    spoils: tuple[str, ...] = ()
    by_branch: tuple[tuple[str, str], ...] = ()
    by_step: tuple[tuple[str, str], ...] = ()
    or_step: str = ""

    @property
    def weighs(self) -> str:
        """Why it costs that much, in sentences."""
        return f"{self.because} {SAYS[self.harm]}".strip()


@cache
def rubric() -> Mapping[str, RubricEntry]:
    """Every entry by id, in the order of the files."""
    return {name: _entry(name, table) for name, table in _tables()}


def _tables() -> Iterator[tuple[str, dict[str, Any]]]:
    folder = files("training.rubric")
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text(encoding="utf-8")).items()


def _entry(name: str, table: dict[str, Any]) -> RubricEntry:
    for key in ("swallows", "explains", "spoils"):
        table[key] = tuple(table.get(key, ()))
    if BY_HAND in table["explains"]:
        table["explains"] = tuple(sorted(OWN_HAND))
    table["rules"] = tuple(Rule(rule) for rule in table.get("rules", ()))
    for key in ("by_branch", "by_step"):
        table[key] = tuple(table.get(key, {}).items())
    table["harm"] = Harm(table.get("harm", Harm.EASE))
    return RubricEntry(id=name, **table)
