"""The phrase book: what a clerk can say, and how the scripted citizen may answer."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FILES = {"account": "phrases.toml", "vneid": "phrases_vneid.toml"}
SECTIONS = {
    "welcome": "Đón tiếp",
    "account": "Tạo tài khoản trên Cổng",
    "register": "Đăng ký mức 1",
    "activate": "Kích hoạt",
    "sign_in": "Đăng nhập và máy mới",
    "forgotten": "Quên mật khẩu hoặc mật mã",
    "papers": "Giấy tờ và con nhỏ",
    "portal": "Cổng Dịch vụ công",
    "reply": "Đáp lại",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing to say. ``answers`` by variant; ``topic`` names what it is about (see FILES).

    ``also`` are the topics it is of use in besides its own; ``sections`` the tasks it is said
    in (see SECTIONS).
    """

    name: str
    topic: str
    group: str
    label: str
    says: str
    answers: Mapping[str, str]
    sections: tuple[str, ...]
    also: tuple[str, ...] = ()

    def about(self, topics: Collection[str]) -> bool:
        """Whether it is of use where one of those topics is practised."""
        return not {self.topic, *self.also}.isdisjoint(topics)


@cache
def phrase_book() -> Mapping[str, Phrase]:
    """Every phrase by name, in the order of the desk's buttons."""
    return {phrase.name: phrase for topic in FILES for phrase in _phrases(topic)}


def _phrases(topic: str) -> list[Phrase]:
    text = (files("sandbox") / FILES[topic]).read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    usual = tables.pop("usual", {})
    return [_phrase(name, topic, table, usual) for name, table in tables.items()]


def _phrase(name: str, topic: str, table: dict[str, Any], usual: Mapping[str, str]) -> Phrase:
    """A guiding phrase can be answered in all the usual ways besides its own."""
    own = table.pop("answers")
    answers = {**usual, **own} if "done" in own else own
    lists = {key: tuple(value) for key, value in table.items() if isinstance(value, list)}
    return Phrase(name=name, topic=topic, answers=answers, **{**table, **lists})
