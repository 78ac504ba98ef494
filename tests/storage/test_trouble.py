"""What the system says of a file, as sentences for the member."""

import errno
import os
from pathlib import Path

import pytest

from cop_tui.domain.errors import NotebookError
from cop_tui.storage.trouble import cannot_read, cannot_write, no_folder, not_a_file, vanished

PATH = Path("/notes/notebook.json")
SAFE = "what it held before is safe, and this was not saved"


def words(error: NotebookError) -> tuple[str, str | None]:
    """Return what a member reads of an error."""
    return error.sentence, error.hint


def trouble(number: int) -> OSError:
    """Return the error of the system with this number."""
    return OSError(number, "odd")


@pytest.mark.parametrize(
    ("error", "sentence", "hint"),
    [
        (trouble(errno.EACCES), f"You may not read {PATH}", "Check the rights of the file and of its folder"),
        (trouble(errno.EPERM), f"You may not read {PATH}", "Check the rights of the file and of its folder"),
        (
            trouble(errno.ENOTDIR),
            f"{PATH} leads through a file that is no folder",
            "Name another file with --data",
        ),
        (trouble(errno.EIO), f"{PATH} could not be read (odd)", "It was left as it is"),
        (OSError("no number"), f"{PATH} could not be read (no number)", "It was left as it is"),
        (OSError(), f"{PATH} could not be read (OSError)", "It was left as it is"),
    ],
)
def test_what_cannot_be_read_is_said(error: OSError, sentence: str, hint: str) -> None:
    """Why, and what to do; nothing was touched."""
    assert (sentence, hint) == words(cannot_read(PATH, error))


@pytest.mark.parametrize(
    ("error", "sentence", "hint"),
    [
        (
            trouble(errno.ENOSPC),
            f"There is no room to write {PATH}; {SAFE}",
            "Make some room on the disk, then do it once more",
        ),
        (
            trouble(errno.EFBIG),
            f"There is no room to write {PATH}; {SAFE}",
            "Make some room on the disk, then do it once more",
        ),
        (
            trouble(errno.EROFS),
            f"You may not write {PATH}; {SAFE}",
            "Check the rights of the file and of its folder, or name another file with --data",
        ),
        (
            trouble(errno.ENOTDIR),
            f"{PATH} leads through a file that is no folder",
            "Name another file with --data",
        ),
        (
            trouble(errno.EEXIST),
            f"{PATH} leads through a file that is no folder",
            "Name another file with --data",
        ),
        (
            trouble(errno.EIO),
            f"{PATH} could not be written (odd); {SAFE}",
            "When that is put right, do it once more",
        ),
    ],
)
def test_what_cannot_be_written_is_said(error: OSError, sentence: str, hint: str) -> None:
    """Why, that the old one is safe, and what to do."""
    assert (sentence, hint) == words(cannot_write(PATH, error))


def test_a_path_that_is_none_for_a_notebook_is_said(tmp_path: Path) -> None:
    """One that leads through a file, one to a folder, one to a device, one that was there before."""
    assert [
        (f"{PATH} leads through a file that is no folder", "Name another file with --data"),
        (f"{tmp_path} is a folder, so it cannot be a notebook", "Name a file with --data"),
        (f"{os.devnull} is not an ordinary file, so it cannot be a notebook", "Name a file with --data"),
        (
            f"{PATH} is no longer there; this was not saved, and no new file was begun in its place",
            "Bring the file back (or its disk), or start again and restore a backup",
        ),
    ] == [words(one) for one in (no_folder(PATH), not_a_file(tmp_path), not_a_file(Path(os.devnull)), vanished(PATH))]
