"""Nothing heavy is imported before it is needed: what is loaded at three moments of a start."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "textual", "rich", "icalendar", "recurring_ical_events", "jinja2", "markdown_it", "dateutil", "yaml", "vobject",
    "tomlkit", "tinydb", "platformdirs", "filelock", "tzlocal", "msgspec",
}  # fmt: skip
"""What takes more than 2 ms to import, or brings much along."""

FIRST_FRAME = """
import asyncio
from datetime import datetime
from pathlib import Path
from cop_tui.cli import app
from cop_tui.settings.table import Settings
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.app import CopApp, Desk

now = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
desk = Desk(lambda: Notebook.open(Path("none.json"), now=now), lambda: now, Settings(welcomed=True))

async def show():
    async with CopApp(desk).run_test(size=(120, 36)) as pilot:
        await pilot.pause()

asyncio.run(show())
"""
"""Opens the app on an empty notebook and closes it when it stands on the screen."""


def loaded(code: str, folder: Path) -> set[str]:
    """Return the names of all modules that are loaded after some code ran in a process of its own."""
    script = f"import json, sys\n{code}\nprint('\\n' + json.dumps(list(sys.modules)))"
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, encoding="utf-8")
    return set(json.loads(ran.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("code", "may"),
    [
        pytest.param("import cop_tui.cli", set(), id="the package"),
        pytest.param("import cop_tui.cli.app", set(), id="the door to the app"),
        pytest.param("import cop_tui.cli.main", set(), id="the commands"),
        pytest.param(
            "from cop_tui.cli.main import run; run(['today'])", {"msgspec", "tinydb", "platformdirs"}, id="today"
        ),
        pytest.param(FIRST_FRAME, {"msgspec", "tinydb", "platformdirs", "textual", "rich"}, id="the first frame"),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str, may: set[str], tmp_path: Path) -> None:
    """The commands need click alone, today the notebook, the first frame the screens: no format of others, no lock."""
    packages = {name.partition(".")[0] for name in loaded(code, tmp_path)}

    assert set() == packages & (HEAVY - may)


def test_the_app_opens_without_the_commands(tmp_path: Path) -> None:
    """`cop-tui` alone waits for no command, and for no click."""
    modules = loaded(FIRST_FRAME, tmp_path)

    assert set() == modules & {"click", "cop_tui.cli.main", "cop_tui.cli.commands", "cop_tui.cli.options"}


def test_the_first_frame_needs_one_place_and_no_dialog(tmp_path: Path) -> None:
    """A place, a dialog or a page of a record is imported when the member first goes there."""
    modules = {name.removeprefix("cop_tui.tui.") for name in loaded(FIRST_FRAME, tmp_path)}
    places = {"screens.communities", "screens.people", "screens.learning", "screens.story", "screens.check_in"}

    assert set() == modules & {*places, "screens.discover", "screens.commitments", "screens.invitations", "palette"}
    assert {"dialogs", "dialogs.table"} == {name for name in modules if name.partition(".")[0] == "dialogs"}
    assert "widgets.prose" not in modules
