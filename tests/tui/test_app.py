"""The app: themes, help, palette, what types itself, and how one leaves."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.record import Record
from cop_tui.tui import app as app_module
from cop_tui.tui.app import run_app
from cop_tui.tui.dialogs.ask import AskDialog
from cop_tui.tui.dialogs.keys import KeysDialog
from cop_tui.tui.screens.today import TodayScreen

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NORMAL, NARROW = (120, 36), (80, 24)
THEMES = ("ansi-dark", "ansi-light", "nord", "textual-light", "hearth", "daylight")
Records = tuple[Record, ...]


async def palette(pilot: Pilot[Any], words: str) -> None:
    """Open the palette, type words and take the first hit."""
    await pilot.press("ctrl+p", *words)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize("name", THEMES)
async def test_every_theme_shows_today(opened: Any, day: Records, name: str) -> None:
    """Ours and Textual's, those with the terminal's own colours too: all styling is through their tokens."""
    today = opened(*day, theme=name)
    async with today.app.run_test(size=NARROW):
        assert today.app.theme == name
        assert "▸ Compiler circle" in today.shown()


async def test_an_unknown_theme_is_told_and_does_no_harm(opened: Any, day: Records) -> None:
    """A theme that is not there, or no longer, is hearth, and a toast says so."""
    today = opened(*day, theme="[nowhere]")
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await pilot.pause()

        assert today.app.theme == "hearth"
        assert "There is no theme [nowhere]; this is hearth." in today.shown()


async def test_without_colour_nothing_is_lost(opened: Any, day: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR every word and mark is the same, and nothing is drawn in a colour."""
    coloured = opened(*day)
    async with coloured.app.run_test(size=NORMAL):
        words = coloured.shown()
    monkeypatch.setenv("NO_COLOR", "1")
    plain = opened()
    async with plain.app.run_test(size=NORMAL):
        assert plain.shown() == words
        segments = [segment for strip in _drawn(plain.app) for segment in strip]
        colours = {segment.style.color.triplet for segment in segments if segment.style and segment.style.color}

        assert all(colour.red == colour.green == colour.blue for colour in colours if colour)


def _drawn(app: Any) -> list[Any]:
    """Return the lines as they go to the terminal, filters applied."""
    lines = app.screen._compositor.render_strips()
    ground = app.screen.background_colors[1]
    return [strip.apply_filter(each, ground) for strip in lines for each in app._filters[-1:]]


async def test_help_shows_the_keys_of_here(opened: Any, day: Records) -> None:
    """The question mark shows what can be done here and anywhere, and Escape goes back."""
    today = opened(*day)
    async with today.app.run_test(size=(120, 50)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(today.app.screen, KeysDialog)
        shown = today.shown()
        for words in ("On Today", "Showed up", "In a list", "Anywhere", "Undo", "Take the last change back"):
            assert words in shown

        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(today.app.screen, TodayScreen)


async def test_letters_type_themselves_in_a_text_box(opened: Any, day: Records) -> None:
    """With a text box in focus no letter and no sign is a key: also not ? or q."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("a", *"yqu1", "question_mark", "slash")
        await pilot.pause()

        assert isinstance(today.app.screen, AskDialog)
        assert today.app.screen.query_one("#who", Input).value == "yqu1?/"
    assert len(today.notebook.history()) == 1


async def test_the_palette_does_what_can_be_done_here(opened: Any, day: Records) -> None:
    """By its name an action does what its key does, on the row that is highlighted."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await palette(pilot, "showed up")

        assert today.book.commitments["circle"].outcome.value == "kept"
        await palette(pilot, "undo")
        assert today.book.commitments["circle"].outcome.value == "open"


async def test_the_palette_leaves_out_what_can_not_be_done_here(opened: Any, day: Records) -> None:
    """On a promise that is due, the answers to invitations are not offered."""
    today = opened(*day)
    async with today.app.run_test(size=(120, 60)) as pilot:
        await pilot.press("ctrl+p")
        await today.app.workers.wait_for_complete()
        await pilot.pause()

        assert isinstance(today.app.screen, CommandPalette)
        assert "Showed up" in today.shown()
        assert "Say perhaps" not in today.shown()


async def test_the_theme_is_chosen_in_the_palette(opened: Any, day: Records) -> None:
    """Theme, then its name."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await palette(pilot, "theme")
        await pilot.press(*"daylight")
        await today.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()

        assert today.app.theme == "daylight"


async def test_a_record_is_opened_from_the_palette(opened: Any, day: Records) -> None:
    """By a few of its letters an invitation that waits is opened."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await palette(pilot, "breakfast")

        assert "Town hall" in today.shown()


async def test_however_narrow_the_footer_tells_help_and_quit(opened: Any, day: Records) -> None:
    """At 40 columns the last line still has the way to all keys and the way out; a number goes to a place."""
    today = opened(*day)
    async with today.app.run_test(size=(40, 24)) as pilot:
        assert today.shown().splitlines()[-1].endswith("? keys  q quit")

        await pilot.press("1")
        assert isinstance(today.app.screen, TodayScreen)


async def test_the_mouse_presses_keys_and_tabs(opened: Any, day: Records) -> None:
    """A click on a word of the footer does what its key does; a click beside it does nothing."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        footer = today.shown().splitlines()[-1]
        await pilot.click("Tabs", offset=(6, 0))
        await pilot.click("KeysLine", offset=(footer.index("? keys") + 6, 0))
        await pilot.click("KeysLine", offset=(118, 0))
        assert isinstance(today.app.screen, TodayScreen)

        await pilot.click("KeysLine", offset=(footer.index("? keys") + 3, 0))
        await pilot.pause()
        assert isinstance(today.app.screen, KeysDialog)


async def test_q_leaves(opened: Any, day: Records) -> None:
    """Nothing has to be saved: q leaves at once."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("q")
        await pilot.pause()

    assert today.app.return_code == 0
    assert len(today.notebook.history()) == 1


async def test_the_app_may_begin_with_the_check_in(opened: Any, day: Records) -> None:
    """Asked to, it opens the check-in over Today."""
    today = opened(*day, start="check-in")
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.pause()

        assert type(today.app.screen).__name__ == "CheckInScreen"


def test_run_app_returns_an_exit_code(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the shell gets: 0 when the member left, the app's own code when it failed."""
    today = opened()
    for result, code, expected in ((None, None, 0), (3, 0, 3), (None, 1, 1)):
        monkeypatch.setattr(app_module.CopApp, "run", lambda _, result=result: result)
        monkeypatch.setattr(app_module.CopApp, "return_code", code)

        assert run_app(today.app.desk) == expected


async def test_your_own_page_is_in_the_palette(opened: Any, day: Records) -> None:
    """It opens by its name, and can be changed there."""
    place = opened(*day)
    async with place.app.run_test(size=(120, 36)) as pilot:
        place.app.action_open("you")
        await pilot.pause()
        await pilot.pause()
        assert "maya@example.org" in place.shown()
        await pilot.press("e")
        await pilot.pause()
        assert "Who you are" in place.shown()


async def test_as_long_as_nobody_said_who_they_are_it_is_asked_for(opened: Any) -> None:
    """There is no page of nobody."""
    nobody = opened()
    async with nobody.app.run_test(size=(120, 36)) as pilot:
        nobody.app.action_open("you")
        await pilot.pause()
        assert "Who you are" in nobody.shown()
