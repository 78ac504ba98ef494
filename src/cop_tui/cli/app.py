"""Opening the app from the shell. It needs none of the commands, so that it waits for none of them."""

import sys

from cop_tui.cli.context import Here
from cop_tui.cli.guard import guarded
from cop_tui.domain.errors import CopError


def run() -> int:
    """Open the app on Today and return the exit code; no traceback reaches the member."""
    return guarded(lambda: open_app(Here()))


def open_app(here: Here, *, start: str = "today") -> int:
    """Open the app on the member's notebook and return the exit code when they leave.

    Raises:
        CopError: There is no terminal to open it in.
    """
    need_a_terminal("cop-tui today prints the day")
    return run_app(here, start)


def run_app(here: Here, start: str) -> int:
    """Open the app on whatever notebook these surroundings have; return the exit code."""
    from cop_tui.tui.app import run_app as run_it

    return run_it(here.notebook, here.clock, here.settings, start=start)


def need_a_terminal(hint: str) -> None:
    """Make sure that there is a terminal to open the app in.

    Raises:
        CopError: There is none.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise CopError("The app needs a terminal", hint)
