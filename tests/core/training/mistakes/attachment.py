"""Clerks who attach the wrong file, or none."""

from dataclasses import replace
from typing import ClassVar

from sandbox.refusal import Problem
from sandbox.rules import Rule
from tests.core.training.robot import GOOD_SCAN, Clerk


class AttachesNothing(Clerk):
    observed = "tk.file_missing"

    def attach(self) -> None:
        self.download()
        super().attach()


class RefusedFile(Clerk):
    """Who attaches a file the portal refuses, and then a good one."""

    refusal: ClassVar[Rule]

    def attach(self) -> None:
        self.file = Problem(self.refusal, "attachment")
        self.download()
        super().attach()


class ScansOneSide(RefusedFile):
    scenario = "tk-07-quet-mot-mat"
    finding = "tk.one_side"
    refusal = Rule.FILE_ONE_SIDE


class AttachesAPicture(RefusedFile):
    scenario = "tk-08-tep-qua-nang"
    finding = "tk.picture_file"
    refusal = Rule.FILE_FORMAT


class AttachesAHeavyFile(RefusedFile):
    scenario = "tk-08-tep-qua-nang"
    finding = "tk.file_too_large"
    refusal = Rule.FILE_TOO_LARGE


class ScansARelativesCard(Clerk):
    scenario = "tk-06-so-cua-nguoi-nha"
    finding = "tk.wrong_card"

    def attach(self) -> None:
        self.file = self.scan(replace(GOOD_SCAN, holder="relative"))
        self.download()
        super().attach()
