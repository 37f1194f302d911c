"""How far an activation on the desk's computer has come."""

from dataclasses import dataclass
from enum import StrEnum

from sandbox.citizens import EidState
from sandbox.mock_vneid.values import Device, Purpose
from web.desk.citizen_side.following import Followed, codes_sent
from web.desk.citizen_side.visits import Side

ACTIVATION = "kich-hoat"


class Stage(StrEnum):
    """What the activation page shows; the middle four are named after what VNeID wants."""

    CLOSED = "closed"
    ASK = "ask"
    CODE = "code"
    PASSWORD = "password"  # noqa: S105  # the name of a page
    PASSCODE = "passcode"
    QUESTIONS = "questions"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Computer:
    """The computer as one answer shows it."""

    side: Side

    @property
    def home(self) -> str:
        """Its first page; every address of the computer begins with it."""
        return f"{self.side.home}may-tinh/"

    @property
    def activation(self) -> str:
        """The page of the activation."""
        return f"{self.home}{ACTIVATION}"

    @property
    def portal(self) -> str:
        """The public portal, which is opened on the same computer."""
        return f"{self.side.home}cong/"

    @property
    def stage(self) -> Stage:
        """What comes next here; an activation on the telephone is none of its business."""
        world = self.side.world
        task = world.vneid.task
        if world.desk.closed:
            return Stage.CLOSED
        if task and (task.purpose, task.device) == (Purpose.ACTIVATE, Device.COMPUTER):
            return Stage(task.wanted)
        return Stage.DONE if self._activated_today else Stage.ASK

    @property
    def _activated_today(self) -> bool:
        state_before, state_now = self.side.world.citizen.eid, self.side.world.vneid.level
        return state_now is EidState.LEVEL2_ACTIVE is not state_before

    @property
    def followed(self) -> Followed:
        """What its pages ask again and again."""
        codes = codes_sent(self.side.world) if self.stage is Stage.CODE else 0
        return Followed(f"{self.home}_/man-hinh", f"{self.stage}-{codes}")
