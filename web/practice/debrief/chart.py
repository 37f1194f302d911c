"""A small bar chart as numbers for an SVG: one bar a finding, its words above it."""

from dataclasses import dataclass
from textwrap import wrap

from training.class_debrief import ClassDebrief, Common
from web.shell.formatting import percent

WIDTH = 400
AT_MOST = 8  # bars; the table beside the picture has them all
_LETTERS_A_LINE = 46
_LINE, _BAR, _GAP = 21, 18, 18


@dataclass(frozen=True, slots=True)
class Bar:
    """Lines of words with their heights, and the bar below them; ``figure`` stands behind it."""

    words: tuple[tuple[int, str], ...]
    y: int
    length: float
    figure: str


@dataclass(frozen=True, slots=True)
class Chart:
    """``says`` is the whole picture in words."""

    bars: tuple[Bar, ...]
    height: int
    says: str
    width: int = WIDTH
    thickness: int = _BAR


def chart_of(debrief: ClassDebrief) -> Chart:
    """The bars of the most frequent findings, as long as their share of the runs."""
    bars, y = [], 0
    for common in debrief.findings[:AT_MOST]:
        bar = _bar(common, y)
        bars.append(bar)
        y = bar.y + _BAR + _GAP
    return Chart(tuple(bars), y, _in_words(debrief))


def _bar(common: Common, top: int) -> Bar:
    lines = wrap(common.finding.title, _LETTERS_A_LINE)
    words = tuple((top + _LINE * place - 5, line) for place, line in enumerate(lines, start=1))
    longest = WIDTH - 60  # what is left of the width is for the figure
    return Bar(
        words, top + _LINE * len(lines), round(longest * common.share, 1), percent(common.share)
    )


def _in_words(debrief: ClassDebrief) -> str:
    parts = (f"{each.finding.title}: {percent(each.share)}" for each in debrief.findings[:AT_MOST])
    return "Biểu đồ cột, tỷ lệ lượt mắc từng lỗi. " + "; ".join(parts) + "."
