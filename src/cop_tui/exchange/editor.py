"""The member's own editor, for texts longer than a line. What was written is never lost."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cop_tui.domain.errors import CopError, NotebookError


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
            _say_where(error, path)
        raise
    except BaseException as error:
        if _kept(path):
            error.add_note(f"Your text is kept in {path}")
        raise
    path.unlink(missing_ok=True)


@contextmanager
def kept_where_it_fails(text: str) -> Iterator[str]:
    """Hand over a text that came by other ways; where the notebook can't take it, it is put into a file and named."""
    try:
        yield text
    except NotebookError as error:
        put_aside(text, error)
        raise


def put_aside(text: str, error: CopError) -> Path | None:
    """Put a text into a file because of this error, which names it then; none where not even that can be."""
    with suppress(CopError):
        path = _new_file(text)
        _say_where(error, path)
        return path
    return None


def _say_where(error: CopError, path: Path) -> None:
    """Say where the text is, before what to do next."""
    error.hint = ". ".join(words for words in (f"Your text is kept in {path}", error.hint) if words)


def _editor() -> list[str]:
    words = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not words:
        raise CopError("No editor is set", "Set EDITOR, or give the text: cop-tui tell TEXT")
    try:
        return shlex.split(words, posix=os.name != "nt")
    except ValueError as error:
        raise CopError(f"The editor {words!r} can't be understood: {error}", "Look at VISUAL and EDITOR") from error


def _new_file(start: str) -> Path:
    """Return a new file with this text, readable by the member alone."""
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix="cop-tui-", suffix=".md")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(start)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        raise CopError(
            f"No file could be made for the editor to write in: {reason}", "Make some room for temporary files"
        ) from error
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
