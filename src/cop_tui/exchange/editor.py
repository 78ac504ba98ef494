"""The member's own editor, for texts longer than a line. What was written is never lost."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cop_tui.domain.errors import CopError


@contextmanager
def written_in_editor(start: str = "") -> Iterator[str]:
    """Open the editor on a text and hand over what the member made of it.

    The block does something with the text. Where that, or the editor, fails, the file with the text is kept and named.

    Raises:
        CopError: No editor is set, it can't be started, or it ended with an error.
    """
    command = _editor()
    path = _new_file(start)
    try:
        _edit(command, path)
        yield _text(path)
    except CopError as error:
        if _kept(path):
            error.hint = f"Your text is kept in {path}"
        raise
    except BaseException as error:
        if _kept(path):
            error.add_note(f"Your text is kept in {path}")
        raise
    path.unlink(missing_ok=True)


def kept_in_file(text: str) -> Path:
    """Write a text that could not go anywhere else to a file of its own, and return where it is.

    Raises:
        OSError: There is no room for it either.
    """
    return _new_file(text)


def _editor() -> list[str]:
    words = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not words:
        raise CopError("No editor is set", "Set EDITOR, or give the text: cop-tui tell TEXT")
    try:
        return shlex.split(words, posix=os.name != "nt")
    except ValueError as error:
        raise CopError(f"The editor {words!r} can't be understood: {error}", "Look at VISUAL and EDITOR") from error


def _new_file(start: str) -> Path:
    handle, name = tempfile.mkstemp(prefix="cop-tui-", suffix=".md")  # readable by the member alone
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(start)
    return Path(name)


def _edit(command: list[str], path: Path) -> None:
    try:
        ended = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the member's own editor
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CopError(f"The editor {command[0]} could not be started: {reason}") from error
    if ended.returncode:
        raise CopError(f"The editor ended with an error ({ended.returncode}), so nothing was taken over")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise CopError("What the editor saved is not UTF-8, so nothing was taken over") from error
    except OSError as error:
        raise CopError("The editor took the file away, so there is nothing to tell") from error


def _kept(path: Path) -> bool:
    """Tell whether there is a text worth keeping; an empty file is taken away."""
    if path.exists() and not path.read_bytes().strip():
        path.unlink()
    return path.exists()
