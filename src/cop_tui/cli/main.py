"""The command line: the root of all commands, and the one place that turns errors into exit codes."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import click

from cop_tui.cli.commands import SECTIONS
from cop_tui.cli.context import Here
from cop_tui.cli.lazy import LazyGroup
from cop_tui.cli.options import with_places
from cop_tui.domain.errors import CopError

NAME = "cop-tui"
"""What a member types."""

INTERRUPTED = 130
"""What a shell expects of a program that ctrl+c ended."""

COMPLETE = "_COP_TUI_COMPLETE"
"""The variable by which a shell asks for completion."""


TRACEBACK = "COP_TUI_TRACEBACK"
"""The variable that makes an unexpected error show where it happened; for those who mend it."""


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click calls it so
    if wanted:
        from importlib.metadata import version

        click.echo(f"{NAME} {version(NAME)}")
        ctx.exit()


@click.group(
    NAME,
    cls=LazyGroup,
    sections=SECTIONS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say which version."
)
@click.pass_context
def root(ctx: click.Context) -> None:
    """Your own place for your communities of practice.

    Ask people what they care about, share what you care about, invite, say yes and show up, learn, tell the story
    as you go. Without a command the app opens on Today.
    """
    here = ctx.ensure_object(Here)
    if ctx.invoked_subcommand is None:
        from cop_tui.cli.opening import open_app

        open_app(here)


with_places(root, hidden=False)


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code; no traceback reaches the member.

    Returns:
        0 done, 1 it could not be done, 2 wrong usage or settings, 130 interrupted.
    """
    _print_what_cannot_be_encoded()
    code = _guarded(lambda: _invoke(argv))
    late = _guarded(_flushed)
    return code or late


def _invoke(argv: Sequence[str]) -> int:
    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(root, {}, NAME, COMPLETE, instruction)
    try:
        with root.make_context(NAME, list(argv)) as ctx:
            root.invoke(ctx)
    except click.exceptions.Exit as left:
        return left.exit_code
    return 0


def _guarded(work: Callable[[], int]) -> int:
    try:
        return work()
    except (KeyboardInterrupt, click.Abort) as stopped:
        _tell_notes(stopped)
        return INTERRUPTED
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
            return _told(error.sentence, error.hint, error.exit_code, getattr(error, "candidates", ()))
        case click.UsageError():
            return _told(error.format_message(), _usage_hint(error), 2)
        case click.ClickException():
            return _told(error.format_message(), None)
        case OSError():
            _let_go_of_stdout()
            return _told(_os_sentence(error), None)
    if os.environ.get(TRACEBACK):
        import traceback

        traceback.print_exception(error)
    _tell_notes(error)
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    return _told(
        f"Something went wrong inside {NAME} ({what})",
        f"Please tell us; {TRACEBACK}=1 before the command shows where it happened",
    )


def _told(sentence: str, hint: str | None, code: int = 1, candidates: Sequence[str] = ()) -> int:
    """Write one line of error, the candidates there may be, and one line of hint; return the code."""
    from cop_tui.cli.output import narrate, one

    with suppress(OSError, ValueError):
        narrate(f"error: {one(sentence)}")
        for line in candidates:
            narrate(f"  {one(line)}")
        if hint:
            narrate(f"hint: {one(hint)}")
    return code


def _usage_hint(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else NAME
    if isinstance(error, click.NoSuchOption) and error.possibilities:
        return f"Did you mean {' or '.join(sorted(error.possibilities))}?"
    if isinstance(error, click.NoSuchOption) and " " in error.option_name:
        return "A text that begins with a dash goes after --"
    return f"{path} --help shows how"


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
