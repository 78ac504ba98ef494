"""One file for others, written whole or not at all: what a single export and a folder of them both need.

A temporary file beside it is filled, brought safely to the disk and put in its place. Its name begins with a full stop
and ends in `.tmp`, so that whoever watches the folder knows to leave it alone.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def put_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Put these bytes under a name, at once and for good.

    Args:
        path: The file; its folder is there.
        data: What is to be in it.
        replace: Whether a file that is there gives way.

    Raises:
        FileExistsError: there is something already and `replace` was not asked for.
        OSError: it can't be written; nothing is left behind.
    """
    handle, name = tempfile.mkstemp(prefix=".cop-tui-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(Path(name), path, replace=replace)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _put_in_place(whole: Path, path: Path, *, replace: bool) -> None:
    if replace:
        whole.replace(path)
        return
    try:
        path.hardlink_to(whole)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(path):
            raise FileExistsError from None
        whole.replace(path)
