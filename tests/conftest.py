"""What every test stands on: nobody's real files, a fixed zone, no clock."""

import gc
import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cop_tui.__main__ import COLLECT_AFTER

CASES = Path(__file__).parents[1].parent / "shared" / "cases"
"""Real files from elsewhere, beside the project where they are."""

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False  # compiled once, not anew by each of the many processes that tests start
gc.set_threshold(COLLECT_AFTER)  # as the program itself does

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""The moment at which the tests live: a Monday morning in Berlin."""


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run side by side: two on each core, for whoever presses keys waits half of the time."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def nobodys_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every place that a program may look at to a folder of the test's own."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("COP_TUI_DATA", "COP_TUI_CONFIG", "VISUAL", "EDITOR", "NO_COLOR", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COP_TUI_NOW", NOW.isoformat())
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return home


@pytest.fixture
def now() -> datetime:
    """Return the moment at which the tests live."""
    return NOW


@pytest.fixture
def cases() -> Path:
    """Return the folder of real files; skip, saying so, where it is missing."""
    if not CASES.is_dir():
        pytest.skip(f"the real files are not here: {CASES.name}")
    return CASES


def python() -> str:
    """Return this Python, for tests that start a process of their own."""
    return sys.executable
