"""A standing as a tag for the screen: words first, the colour only supports them."""

from training.mastery import CompetencyProgress, State
from training.mastery.words import label
from web.practice.run_log.words import Tag

_TONES = {
    State.NEW: "plain",
    State.PRACTISING: "info",
    State.MASTERED: "good",
    State.EXPIRED: "wait",
    State.CHANGED: "wait",
}


def progress_tag(progress: CompetencyProgress) -> Tag:
    """How somebody stands with one competency."""
    tone = "wait" if progress.due_soon else _TONES[progress.state]
    return Tag(label(progress), tone)
