"""The phrases as the desk offers them: by manner, or by task where VNeID is practised."""

from collections.abc import Collection
from dataclasses import dataclass

from sandbox.mock_vneid.values import Purpose
from sandbox.phrases import SECTIONS, Phrase, phrase_book
from sandbox.state import World
from sandbox.triage import AccountStatus

MANNERS = {"hoi": "Hỏi", "moi": "Mời", "bao": "Thông báo", "dap": "Đáp lại"}
_BY_PURPOSE = {
    Purpose.ACTIVATE: "activate",
    Purpose.DEVICE: "sign_in",
    Purpose.PASSWORD: "forgotten",
    Purpose.PASSCODE: "forgotten",
    Purpose.PORTAL: "portal",
}
_BY_NOTE = {
    AccountStatus.NO_ACCOUNT: "register",
    AccountStatus.PORTAL_ONLY: "register",
    AccountStatus.LEVEL2_NOT_ACTIVE: "activate",
    AccountStatus.ACTIVE: "portal",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases under one heading; ``id`` is a manner or a section."""

    id: str
    heading: str
    phrases: tuple[Phrase, ...]


def by_manner(topics: Collection[str]) -> list[Group]:
    """Asking, inviting, telling, replying."""
    phrases = _phrases_about(topics)
    return [
        Group(manner, heading, tuple(each for each in phrases if each.group == manner))
        for manner, heading in MANNERS.items()
    ]


def by_task(topics: Collection[str]) -> list[Group]:
    """One section a task; a phrase that several rows of screens have a place for is in each."""
    order = list(MANNERS)
    phrases = sorted(_phrases_about(topics), key=lambda each: order.index(each.group))
    groups = [
        Group(section, heading, tuple(each for each in phrases if section in each.sections))
        for section, heading in SECTIONS.items()
    ]
    return [group for group in groups if group.phrases]


def _phrases_about(topics: Collection[str]) -> list[Phrase]:
    return [phrase for phrase in phrase_book().values() if phrase.about(topics)]


def fitting_section(world: World) -> str:
    """Where the phrases for now are, judged by what the clerk has seen, said and noted alone."""
    if world.vneid.task:
        return _BY_PURPOSE[world.vneid.task.purpose]
    if world.vneid.application:
        return "register"
    return _last_task(world) or _by_own_note(world)


def _last_task(world: World) -> str:
    """By the last phrase that belongs to one task only."""
    sections_said = (phrase_book()[name].sections for name in reversed(world.desk.phrases_said))
    tasks = (sections[0] for sections in sections_said if len(sections) == 1)
    return next((task for task in tasks if task not in ("welcome", "reply")), "")


def _by_own_note(world: World) -> str:
    if world.arrival.choice != "accepted" or not world.arrival.result:
        return "welcome"
    return _BY_NOTE.get(AccountStatus(world.arrival.result), "welcome")
