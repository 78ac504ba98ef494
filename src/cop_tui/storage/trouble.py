"""What the operating system says when a file cannot be read or written, as sentences for the member."""

import errno
from pathlib import Path

from cop_tui.domain.errors import NotebookError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


def cannot_read(path: Path, error: OSError) -> NotebookError:
    """Return the error for a file that the system would not let us read."""
    if error.errno in _NO_RIGHT:
        return NotebookError(f"You may not read {path}", "Check the rights of the file and of its folder")
    if error.errno == errno.ENOTDIR:
        return no_folder(path)
    return NotebookError(f"{path} could not be read ({_reason(error)})", "It was left as it is")


def cannot_write(path: Path, error: OSError) -> NotebookError:
    """Return the error for a file that the system would not let us write; the old one is still whole."""
    if error.errno in _NO_ROOM:
        return NotebookError(
            f"There is no room to write {path}; what it held before is safe, and this was not saved",
            "Make some room on the disk, then do it once more",
        )
    if error.errno in _NO_RIGHT:
        return NotebookError(
            f"You may not write {path}; what it held before is safe, and this was not saved",
            "Check the rights of the file and of its folder, or name another file with --data",
        )
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return no_folder(path)
    return NotebookError(
        f"{path} could not be written ({_reason(error)}); what it held before is safe, and this was not saved",
        "When that is put right, do it once more",
    )


def no_folder(path: Path) -> NotebookError:
    """Return the error for a path that leads through a file as if that were a folder."""
    return NotebookError(f"{path} leads through a file that is no folder", "Name another file with --data")


def not_a_file(path: Path) -> NotebookError:
    """Return the error for a path at which there is a folder, a device or a pipe."""
    what = "a folder" if path.is_dir() else "not an ordinary file"
    return NotebookError(f"{path} is {what}, so it cannot be a notebook", "Name a file with --data")


def vanished(path: Path) -> NotebookError:
    """Return the error for a notebook that was there when it was opened and is there no longer."""
    return NotebookError(
        f"{path} is no longer there; this was not saved, and no new file was begun in its place",
        "Bring the file back (or its disk), or start again and restore a backup",
    )


def disappeared(path: Path) -> NotebookError:
    """Return the error for a notebook that was there when it was looked at and is gone when it is to be opened."""
    return NotebookError(
        f"{path} was there a moment ago and is gone; nothing was done",
        "Start again when the file (or its disk) is back, or restore a backup",
    )


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__
