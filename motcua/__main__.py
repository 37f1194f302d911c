"""The command ``motcua``: the one way into the office's own process."""

import os
import sys
from importlib import import_module
from pathlib import Path

_HERE = Path(__file__).parent
_OFFICE = _HERE / "_office"  # in a wheel; a checkout has the rooms at its root


def main() -> int:
    """Run the command line; returns the exit code.

    The office's rooms come first in this process, and are found in no other: whoever has
    packages called ``web`` or ``training`` of their own keeps them.
    """
    sys.path.insert(0, str(_OFFICE if _OFFICE.is_dir() else _HERE.parent))
    try:
        code: int = import_module("web.cli").main()  # by name: only now can it be found
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what we say has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
