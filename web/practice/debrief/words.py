"""What is signed about a run, and in which order: the trainee first, then the trainer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sandbox.guard import real_looking, without_real
from sandbox.vietnamese import nfc
from web.shell.forms import Errors, problem_errors
from web.shell.people import ROLE_WORDS, Role

LONGEST = 1000  # letters of one answer


class Side(StrEnum):
    """Who speaks."""

    TRAINEE = "trainee"
    TRAINER = "trainer"


class Way(StrEnum):
    """How a word was given: written, or after talking face to face.

    Until the marks lay open from the start, one declined to see them; such words are still told.
    """

    WRITTEN = "written"
    DECLINED = "declined"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class Answers:
    """The three questions of an after-action review, answered; "" where nothing was written."""

    went_well: str = ""
    was_hard: str = ""
    next_time: str = ""


QUESTIONS = {
    "went_well": "Điều gì làm tốt?",
    "was_hard": "Chỗ nào còn vướng?",
    "next_time": "Lần sau làm khác thế nào?",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One signed word."""

    side: Side
    way: Way
    answers: Answers
    author: str
    role: Role
    signed_at: datetime

    @property
    def speaker(self) -> str:
        """As whom they spoke; a desk head may stand in for the trainer."""
        return "Người luyện" if self.side is Side.TRAINEE else ROLE_WORDS[self.role]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Question and answer, those that were answered."""
        pairs = ((words, getattr(self.answers, name)) for name, words in QUESTIONS.items())
        return [(words, text) for words, text in pairs if text]


@dataclass(frozen=True, slots=True)
class SignedWords:
    """All that was signed about one run, in order."""

    words: tuple[Word, ...] = ()

    def by(self, side: Side) -> tuple[Word, ...]:
        """What that side signed."""
        return tuple(word for word in self.words if word.side is side)

    @property
    def trainee_spoke(self) -> bool:
        """Whether the trainee has written, or had chosen not to."""
        return bool(self.by(Side.TRAINEE))

    def ends_with(self, side: Side, way: Way, answers: Answers) -> bool:
        """Whether that was said last: the same button pressed twice signs once."""
        newest = self.words[-1] if self.words else None
        return newest is not None and (newest.side, newest.way, newest.answers) == (
            side,
            way,
            answers,
        )

    @property
    def awaits_trainer(self) -> bool:
        """Whether the trainee's newest written word is still without an answer."""
        newest = self.words[-1] if self.words else None
        return bool(newest and newest.side is Side.TRAINEE and newest.way is Way.WRITTEN)


def read(typed: Mapping[str, str]) -> Answers:
    """The three answers as typed."""
    return Answers(**{name: nfc(typed.get(name, "")).strip() for name in QUESTIONS})


def mistakes(answers: Answers) -> Errors:
    """A sentence for each answer that cannot be signed; for all of them when none was given."""
    errors = Errors()
    for name in QUESTIONS:
        text = getattr(answers, name)
        errors.update(problem_errors(real_looking(text, name)))
        if len(text) > LONGEST:
            errors.setdefault(
                name, f"Mỗi câu trả lời dài tối đa {LONGEST} chữ cái. Anh/chị rút ngắn lại."
            )
    if not any(getattr(answers, name) for name in QUESTIONS):
        errors["went_well"] = "Anh/chị chưa viết gì. Anh/chị trả lời ít nhất một câu rồi ký."
    return errors


def without_real_data(answers: Answers) -> Answers:
    """What was typed, without what in it looks real."""
    return Answers(**{name: without_real(getattr(answers, name)) for name in QUESTIONS})


TRAINEE_FIRST = (
    "Người luyện chưa viết lời của mình. Anh/chị chờ người luyện ký trước, "
    "hoặc đánh dấu là đã trao đổi trực tiếp."
)


def out_of_turn(signed_words: SignedWords, side: Side, way: Way) -> str:
    """Why that side cannot sign now; "" when it can. Everybody may add to what they signed."""
    waiting = side is Side.TRAINER and not signed_words.trainee_spoke
    return TRAINEE_FIRST if waiting and way is not Way.IN_PERSON else ""
