"""Search: one line over everything, as one types."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.tui.dialogs.search import SearchDialog
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.row_list import RowList

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
Records = tuple[Record, ...]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_typing_finds_and_enter_opens(opened: Any, day: Records, size: tuple[int, int]) -> None:
    """From anywhere, `/` opens it; each letter narrows; the arrows choose; Enter opens the record's page."""
    place = opened(*day)
    async with place.app.run_test(size=size) as pilot:
        await pilot.press("4", "slash", *"borrow")
        await pilot.pause()
        shown = place.shown()
        assert "Nobody knew why the" in shown
        assert "Found  1" in shown
        assert "Compiler circle" not in shown.split("Found")[1]

        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)
        assert "brought dumplings" in " ".join(place.shown().split())

        await pilot.press("escape", "slash")
        await pilot.pause()
        assert "borrow" in place.shown(), "the words are there again"


async def test_letters_type_themselves_in_it(opened: Any, day: Records) -> None:
    """No key of a place works while words are typed; Escape leaves."""
    place = opened(*day)
    async with place.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"quy?/12")
        await pilot.pause()
        assert isinstance(place.app.screen, SearchDialog)
        assert "quy?/12" in place.shown()
        assert "Nothing has all these words." in place.shown()

        await pilot.press("escape")
        await pilot.pause()
        assert type(place.app.screen) is not SearchDialog
    assert 1 == len(place.notebook.history())


async def test_the_mouse_opens_what_was_found(opened: Any, day: Records) -> None:
    """A double click on a row opens it."""
    place = opened(*day)
    async with place.app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash", *"dumplings")
        await pilot.pause()
        await pilot.click(place.app.screen.query_one(RowList), offset=(5, 1), times=2)
        await pilot.pause()
        await pilot.pause()

        assert isinstance(place.app.screen, RecordScreen)


async def test_the_palette_jumps_to_any_record(opened: Any, day: Records) -> None:
    """Words in the palette find records of every kind, and Enter opens their page."""
    place = opened(*day)
    async with place.app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+p", *"dumplings")
        await place.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Open this story" in place.shown()

        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)


async def test_many_finds_are_a_list_that_says_so(opened: Any) -> None:
    """No more than two hundred are listed."""
    many = [fresh(Story, NOW, id=f"{n:032x}", body=f"Tea {n}", on=NOW - timedelta(days=n)) for n in range(300)]
    place = opened(*many)
    async with place.app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash", *"tea")
        await pilot.pause()

        assert "200 or more" in place.shown()
