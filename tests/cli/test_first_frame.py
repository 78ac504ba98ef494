"""The app in a real terminal: Today is on the screen before the notebook is opened in the process that shows it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.benchmarks.books import NOW, records_of
from tests.benchmarks.figures import TODAY

from cop_tui.domain.change import Change
from cop_tui.storage.notebook import Notebook

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the terminal that is read here wants Linux"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

OPENED = """
import os
from pathlib import Path
from textual._context import active_app
from cop_tui.__main__ import main
from cop_tui.storage.notebook import Notebook

opens = Notebook.open

def open_notebook(path, *, now):
    app = active_app.get(None)
    strips = app.screen._compositor.render_strips() if app else []
    Path(os.environ["SHOWN"]).write_text("\\n".join(strip.text for strip in strips), encoding="utf-8")
    if app:
        app.call_later(app.notify, "The notebook is open")
    return opens(path, now=now)

Notebook.open = open_notebook
os.sched_getaffinity = lambda _: {0, 1}
main()
"""
"""The program, which notes what is on the screen when it opens the notebook, and says that it does."""


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """Return the environment of the program on a book, with a file for what it showed."""
    path = tmp_path / "notebook.json"
    Notebook.open(path, now=NOW).apply(Change(sentence="Began", at=NOW, put=records_of(300)))
    ours = {"COP_TUI_DATA": str(path), "COP_TUI_CONFIG": str(tmp_path / "none.toml"), "SHOWN": str(tmp_path / "shown")}
    return {**os.environ, **ours, "COP_TUI_NOW": NOW.isoformat(), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def test_today_is_shown_and_then_the_notebook_is_opened(surroundings: dict[str, str]) -> None:
    """All its words stand there by then, seen by a second process; and they stay."""
    from tests.benchmarks.terminal import first_frame

    first_frame([sys.executable, "-c", OPENED], (*TODAY, "The notebook is open"), surroundings)

    shown = Path(surroundings["SHOWN"]).read_text(encoding="utf-8")
    assert all(word in shown for word in TODAY)
    assert "The notebook is open" not in shown


def test_a_notebook_that_is_not_whole_is_told_in_the_shell(surroundings: dict[str, str]) -> None:
    """What cannot be seen is opened, before there is an app, and its error is the one that commands give."""
    path = Path(surroundings["COP_TUI_DATA"])
    path.write_text("{", encoding="utf-8")

    by_command = run_in_a_terminal([sys.executable, "-m", "cop_tui", "today"], surroundings)
    by_app = run_in_a_terminal([sys.executable, "-c", OPENED], surroundings)

    assert by_app == by_command
    assert (by_app[0], "is damaged" in by_app[1]) == (1, True)
    assert Path(surroundings["SHOWN"]).read_text(encoding="utf-8") == ""


def run_in_a_terminal(command: list[str], env: dict[str, str]) -> tuple[int, str]:
    """Run a command in a terminal to its end; return its exit code and all that it wrote."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=env, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        written = b""
        while chunk := _read(ours):
            written += chunk
    os.close(ours)
    return process.returncode, written.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
