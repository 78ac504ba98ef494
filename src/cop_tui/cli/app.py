"""Opening the app from the shell. It needs none of the commands, so that it waits for none of them."""

import sys
from typing import TYPE_CHECKING

from cop_tui.cli.ahead import ahead
from cop_tui.cli.context import Here, now_of
from cop_tui.cli.guard import guarded
from cop_tui.domain.errors import CopError

if TYPE_CHECKING:
    from cop_tui.practice.first_look import FirstLook
    from cop_tui.storage.notebook import Notebook


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
    """Open the app on whatever notebook these surroundings have; return the exit code.

    To import it takes as long as to read a long notebook, so a second process looks at that meanwhile.
    """
    settings, look = here.settings, ahead(lambda: look_first(here))
    from cop_tui.tui.app import run_app as run_it
    from cop_tui.tui.desk import Desk

    seen = look()
    return run_it(Desk(lambda: _opened(here, seen), here.clock, settings, seen=seen), start=start)


def _opened(here: Here, seen: "FirstLook | None") -> "Notebook":
    """Open the notebook; one that was seen has to be there still, and is never begun anew.

    Raises:
        CopError: It is gone, or can't be opened.
    """
    notebook = here.notebook
    if seen is not None and notebook.version is None:
        from cop_tui.storage.trouble import disappeared

        raise disappeared(here.notebook_path)
    return notebook


def look_first(here: Here) -> "FirstLook | None":
    """Return what Today shows at first; none where the notebook has to be opened for it."""
    from cop_tui.practice.first_look import first_look
    from cop_tui.storage.notebook import Notebook

    peeked = Notebook.peek(here.notebook_path)
    if peeked is None:
        return None
    book, version = peeked
    return first_look(book, now_of(book), days=here.settings.days, version=version)


def need_a_terminal(hint: str) -> None:
    """Make sure that there is a terminal to open the app in.

    Raises:
        CopError: There is none.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise CopError("The app needs a terminal", hint)
