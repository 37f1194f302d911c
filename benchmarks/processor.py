"""How much processor time a server has used, workers included; Linux tells in /proc."""

import os
from pathlib import Path

_LISTENS = "0A"


def cpu_of(server: str) -> float:
    """Seconds of processor time used so far by whoever listens on that port, with its workers."""
    port = f"{int(server.rpartition(':')[2]):04X}"
    return sum(_seconds(process) for process in _listeners(port))


def _listeners(port: str) -> list[Path]:
    lines = Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]
    sockets = [line.split() for line in lines]
    inodes = {each[9] for each in sockets if each[1].endswith(f":{port}") and each[3] == _LISTENS}
    return [each for each in Path("/proc").glob("[0-9]*") if _holds(each, inodes)]


def _holds(process: Path, inodes: set[str]) -> bool:
    try:
        links = [str(each.readlink()) for each in (process / "fd").iterdir()]
    except OSError:  # gone, or somebody else's
        return False
    return any(link == f"socket:[{inode}]" for link in links for inode in inodes)


def _seconds(process: Path) -> float:
    times = (process / "stat").read_text("ascii").rpartition(")")[2].split()
    return (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
