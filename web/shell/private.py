"""The data folder is nobody else's business: 0700, and 0600 for every file in it.

Windows keeps a person's own folders to them anyway.
"""

import os
import stat
import sys
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_private() -> None:
    """From now on this process and those it starts make files that only their owner reads."""
    os.umask(_OTHERS)


def tighten(folder: Path, *files: Path) -> str:
    """Close what others could read; "" when all is closed, else the Vietnamese sentence for it.

    A folder that others use as well, as ``/tmp``, is left open, but no file of ours in it.
    """
    if sys.platform == "win32":
        return ""
    shared = folder.stat().st_mode & stat.S_ISVTX
    ours = [] if shared else [folder, *(one for one in folder.iterdir() if one.is_file())]
    try:
        for one in {*ours, *files}:
            if one.exists() and not one.is_symlink() and one.stat().st_mode & _OTHERS:
                one.chmod(one.stat().st_mode & ~_OTHERS)
    except PermissionError as error:
        return (
            f"Người khác trên máy này đọc được {error.filename}, mà tài khoản đang chạy motcua "
            f"không đổi được quyền. Anh/chị chạy chmod -R go-rwx {folder}."
        )
    return ""
