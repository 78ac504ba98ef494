"""The one place that turns errors into exit codes and lines for the member; it knows nothing of click.

So the app opens without the commands; click's own errors are told through `told`, in `main`.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from cop_tui.domain.errors import CopError

NAME = "cop-tui"
"""What a member types."""

INTERRUPTED = 130
"""What a shell expects of a program that ctrl+c ended."""

TRACEBACK = "COP_TUI_TRACEBACK"
"""The variable that makes an unexpected error show where it happened; for those who mend it."""


def guarded(work: Callable[[], int]) -> int:
    """Do what a member asked for and return the exit code; no traceback reaches the member.

    Returns:
        What the work returns; 1 it could not be done, 2 wrong usage or settings, 130 interrupted.
    """
    _print_what_cannot_be_encoded()
    code = _caught(work)
    late = _caught(_flushed)
    return code or late


def interrupted(stopped: BaseException) -> int:
    """Say what was kept safe when the member stopped it, and return the exit code."""
    _tell_notes(stopped)
    return INTERRUPTED


def told(sentence: str, hint: str | None, code: int = 1, candidates: Sequence[str] = ()) -> int:
    """Write one line of error, the candidates there may be, and one line of hint; return the code."""
    from cop_tui.cli.output import narrate, one

    with suppress(OSError, ValueError):
        narrate(f"error: {one(sentence)}")
        for line in candidates:
            narrate(f"  {one(line)}")
        if hint:
            narrate(f"hint: {one(hint)}")
    return code


def _caught(work: Callable[[], int]) -> int:
    try:
        return work()
    except KeyboardInterrupt as stopped:
        return interrupted(stopped)
    except BrokenPipeError:
        _let_go_of_stdout()
        return 0
    except Exception as error:  # noqa: BLE001 - whatever it is, a member gets one line
        return _failed(error)


def _tell_notes(error: BaseException) -> None:
    """Say what was kept safe of what was going on, if anything."""
    from cop_tui.cli.output import narrate

    with suppress(OSError, ValueError):
        for note in getattr(error, "__notes__", ()):
            narrate(note)


def _failed(error: Exception) -> int:
    """Tell what went wrong in one line, with a hint where there is one; return the exit code."""
    match error:
        case CopError():
            return told(error.sentence, error.hint, error.exit_code, getattr(error, "candidates", ()))
        case OSError():
            _let_go_of_stdout()
            return told(_os_sentence(error), None)
    if os.environ.get(TRACEBACK):
        import traceback

        traceback.print_exception(error)
    _tell_notes(error)
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    return told(
        f"Something went wrong inside {NAME} ({what})",
        f"Please tell us; {TRACEBACK}=1 before the command shows where it happened",
    )


def _os_sentence(error: OSError) -> str:
    reason = (error.strerror or str(error) or type(error).__name__).lower()
    return f"{error.filename}: {reason}" if error.filename else f"It could not be written or read: {reason}"


def _print_what_cannot_be_encoded() -> None:
    """Let a terminal that knows no UTF-8 show escapes rather than an error."""
    streams: tuple[Any, ...] = (sys.stdout, sys.stderr)
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _flushed() -> int:
    """Flush while errors can still be told, and not when Python ends."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return 0


def _let_go_of_stdout() -> None:
    """Send what is still to be printed nowhere: nobody reads it, and Python would complain at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
