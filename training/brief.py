"""What somebody who plays the citizen is told: who they are, what they want, what they answer.

Made from what the scenario laid down for the world. It tells the citizen's part and never what
the clerk ought to do.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from sandbox import answers, guiding, people
from sandbox.phrases import phrase_book
from sandbox.state import World

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Brief:
    """``about``: name and value; ``keep``: what to hold to; ``says``: asked this, say that."""

    about: tuple[Pair, ...]
    wants: str
    keep: tuple[str, ...]
    says: tuple[Pair, ...]


def brief(world: World, now: datetime) -> Brief:
    """The part of this world's citizen, as it would be played by script."""
    return Brief(
        about=tuple(pair for pair in _about(world) if pair[1]),
        wants=_words(world, "greet", now),
        keep=(*_texts()["always"], *_own_ways(world)),
        says=tuple(_says(world, now)),
    )


def _about(world: World) -> Iterator[Pair]:
    citizen = world.citizen
    yield "Họ và tên", citizen.full_name
    yield "Ngày sinh", f"{citizen.birth_date:%d/%m/%Y}"
    yield "Số trên thẻ", citizen.id_number
    yield "Điện thoại của anh/chị", people.own_phone(citizen)
    yield f"Điện thoại của {people.phone_owner(citizen)}", people.others_phone(citizen)
    yield "Thư điện tử", citizen.email or "Không dùng"
    yield "Loại máy", "Điện thoại thông minh" if citizen.has_smartphone else "Máy bấm phím"
    if "vneid" in world.setup.topics:
        yield "VNeID", _texts()["eid"][citizen.eid]


def _says(world: World, now: datetime) -> Iterator[Pair]:
    """Answers that the script would give now, and those this scenario wrote itself."""
    named = {line.partition(".")[0] for line in world.setup.part.lines}
    for phrase in phrase_book().values():
        answerable = phrase.group == "hoi" or phrase.name in named
        if answerable and phrase.about(world.setup.topics) and phrase.name not in OWN_BUSINESS:
            yield phrase.says, _words(world, phrase.name, now)


def _words(world: World, phrase: str, now: datetime) -> str:
    """The script's answer once the citizen can hear."""
    choose = answers.VARIANTS.get(phrase) or guiding.TRUE_ANSWERS.get(phrase)
    return answers.answer_text(
        world, phrase, choose(world, now) if choose else _usual(world, phrase)
    )


def _usual(world: World, phrase: str) -> str:
    """How it goes when nothing is special: done as guided, else the scenario's or book's first."""
    if phrase == "offer_help":
        return guiding.help_choice(world)
    known = phrase_book()[phrase].answers
    return "done" if "done" in known else next(iter(known))


def _own_ways(world: World) -> Iterator[str]:
    """How this citizen behaves, in the order of a visit."""
    part, vneid = world.setup.part, world.setup.vneid
    texts, values = _texts(), answers.placeholders(world)
    if world.era.portal_accounts and world.citizen.has_account:
        yield texts["has_account"]
    if people.others_phone(world.citizen):
        yield texts["relatives_phone"].format(**values)
    for way, sentence in texts["ways"].items():
        if getattr(part, way, False) or getattr(vneid, way, False):
            yield sentence.format(**values)
    if vneid.forgets:
        yield texts["forgets"][vneid.forgets]


@cache
def _texts() -> Mapping[str, Any]:
    text = (files("training") / "brief.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


# Told elsewhere: as what the citizen wants, as one of their ways, by the line "VNeID".
OWN_BUSINESS = frozenset({"greet", "speak_slowly", "ask_vneid"})
