"""Values as Python writes them, in double quotes."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sandbox.state import World

Lines = Iterator[str]
StepWriter = Callable[[Any, World], Lines]


def quoted(text: str) -> str:
    """A text."""
    return json.dumps(text, ensure_ascii=False)


def python(value: object) -> str:
    """A list or table of plain words, numbers and truths."""
    return repr(value).replace("'", '"')


def plain(line: str) -> StepWriter:
    """Tells the same line whatever the fact says."""

    def write(_fact: Any, _before: World) -> Lines:
        yield line

    return write
