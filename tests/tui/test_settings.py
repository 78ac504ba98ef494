"""The settings within the app: tried on, kept in the file, left as they were."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.record import Record
from cop_tui.tui.dialogs.settings import SettingsDialog
from cop_tui.tui.screens.today import TodayScreen
from cop_tui.tui.widgets.choice import Choice

Records = tuple[Record, ...]
NORMAL, NARROW = (120, 36), (80, 24)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the settings are; there are none yet."""
    return tmp_path / "mine" / "config.toml"


def said(file: Path) -> str:
    """Return what stands in the file; nothing where there is none."""
    return file.read_text(encoding="utf-8") if file.exists() else ""


def say(file: Path, text: str) -> None:
    """Put a text into the file."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


async def settings(pilot: Pilot[Any]) -> SettingsDialog:
    """Open the settings by their key."""
    await pilot.press("comma")
    await pilot.pause()
    assert isinstance(pilot.app.screen, SettingsDialog)
    return pilot.app.screen


async def test_the_theme_is_seen_as_it_is_chosen_and_kept(opened: Any, file: Path) -> None:
    """The arrow puts the next one on; Enter keeps it, in the file too."""
    today = opened(file=file)
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        dialog = await settings(pilot)
        assert "hearth" == dialog.query_one("#theme", Choice).value
        await pilot.press("right")
        await pilot.pause()
        assert "daylight" == today.app.theme
        assert "" == said(file)

        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(today.app.screen, TodayScreen)
        assert "daylight" == today.app.theme == today.app.desk.settings.theme
        assert 'theme = "daylight"\n' == said(file)
        assert "Your settings are kept." in today.shown()


async def test_escape_puts_the_theme_back(opened: Any, file: Path) -> None:
    """What was tried on and not kept is gone, and so is what was typed; nothing was written."""
    today = opened(file=file, theme="daylight")
    async with today.app.run_test(size=NORMAL) as pilot:
        await settings(pilot)
        await pilot.press("right", "right", "tab", "1")
        await pilot.pause()
        assert "daylight" != today.app.theme

        await pilot.press("escape")
        await pilot.pause()
        assert "daylight" == today.app.theme == today.app.desk.settings.theme
        dialog = await settings(pilot)
        assert "7" == dialog.query_one("#days", Input).value
        assert "daylight" == dialog.query_one("#theme", Choice).value
    assert "" == said(file)


async def test_days_and_nudges_hold_at_once(opened: Any, day: Records, file: Path) -> None:
    """Today looks as far as was just said, and what was in the file beside it stays."""
    say(file, "# mine\ndays = 7 # a week\n")
    today = opened(*day, file=file)
    async with today.app.run_test(size=NORMAL) as pilot:
        dialog = await settings(pilot)
        dialog.query_one("#days", Input).value = "30"
        dialog.query_one("#nudges", Input).value = "0"
        await pilot.press("ctrl+s")
        await pilot.pause()

        assert "Next 30 days" in today.shown()
        assert (30, 0) == (today.app.desk.settings.days, today.app.desk.settings.nudges)
        assert "# mine\ndays = 30 # a week\nnudges = 0\n" == said(file)


async def test_what_can_not_be_is_told_in_the_dialog(opened: Any, file: Path) -> None:
    """What it wants, and an example; the rest of what was chosen stays, and nothing is written."""
    today = opened(file=file)
    async with today.app.run_test(size=NARROW) as pilot:
        dialog = await settings(pilot)
        await pilot.press("right")
        for typed in ("0", "61", "x", "", "-1", "9" * 30, "[/x]"):
            dialog.query_one("#error").display = False
            dialog.query_one("#days", Input).value = typed
            await pilot.press("ctrl+s")

            assert dialog is today.app.screen
            assert "days wants a whole number from 1 to 60. As in days = 7." in today.shown(), typed
        assert "daylight" == today.app.theme
        assert "" == said(file)


@pytest.mark.parametrize("text", ["theem = 1", "days = "])
async def test_a_file_that_went_wrong_meanwhile_is_left_alone(opened: Any, file: Path, text: str) -> None:
    """Whatever somebody is about to write there stays, and is told with its place; the theme is not kept either."""
    today = opened(file=file)
    say(file, text)
    async with today.app.run_test(size=NORMAL) as pilot:
        dialog = await settings(pilot)
        dialog.query_one("#days", Input).value = "9"
        await pilot.press("ctrl+s")
        await pilot.pause()

        assert dialog is today.app.screen
        assert "config.toml" in today.shown()
        assert 7 == today.app.desk.settings.days
    assert text == said(file)


async def test_the_dialog_tells_the_file_and_ones_own_keys(opened: Any) -> None:
    """Where the settings stand, and which keys are other ones than ours."""
    today = opened(file=Path("config.toml"), keys={"verb.ask": "A,f5", "record.no": ""})
    async with today.app.run_test(size=NORMAL) as pilot:
        await settings(pilot)
        shown = today.shown()

    assert "config.toml" in shown
    assert "A f5  Ask, anywhere  verb.ask" in shown
    assert "no key  Say no, with the record in hand  record.no" in shown


async def test_without_a_file_settings_hold_until_one_leaves(opened: Any) -> None:
    """And it says so."""
    today = opened()
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        dialog = await settings(pilot)
        assert "They hold until you leave." in today.shown()
        assert "None are other than ours" in today.shown()
        dialog.query_one("#nudges", Input).value = "1"
        await pilot.press("ctrl+s")
        await pilot.pause()

        assert 1 == today.app.desk.settings.nudges
        assert "They hold until you leave." in today.shown()


async def test_a_theme_from_the_palette_lasts(opened: Any, file: Path) -> None:
    """Chosen there, it is written down, and nothing else is."""
    today = opened(file=file)
    async with today.app.run_test(size=NORMAL) as pilot:
        today.app.theme = "nord"
        await pilot.pause()

        assert "nord" == today.app.desk.settings.theme
    assert 'theme = "nord"\n' == said(file)


async def test_a_theme_that_is_not_there_is_not_written_over(opened: Any, file: Path) -> None:
    """A member may have it on another machine: what stands in the file stays until they choose another."""
    say(file, 'theme = "elsewhere"')
    today = opened(file=file, theme="elsewhere")
    async with today.app.run_test(size=NORMAL) as pilot:
        dialog = await settings(pilot)
        dialog.query_one("#days", Input).value = "9"
        await pilot.press("ctrl+s")
        await pilot.pause()

        assert "hearth" == today.app.theme
    assert 'theme = "elsewhere"\ndays = 9\n' == said(file)


async def test_a_theme_that_can_not_be_kept_is_told(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is on all the same, for now."""
    monkeypatch.chdir(tmp_path)
    say(tmp_path / "blocked", "")
    today = opened(file=Path("blocked", "config.toml"))
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        today.app.theme = "nord"
        await pilot.pause()

        assert "nord" == today.app.theme
        assert "The settings blocked/config.toml can't be" in today.shown()
