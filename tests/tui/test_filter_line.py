"""The filter of a place, which is made when somebody begins to type."""

from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from cop_tui.tui.widgets.filter_line import FilterLine

NORMAL = (120, 36)


async def test_the_box_is_made_when_the_member_begins(opened: Any, day: Any) -> None:
    """And once: what stands in it is there again."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("6")
        await pilot.pause()
        assert not place.app.screen.query(Input)

        await pilot.press("f", *"ana", "enter", "f")
        await pilot.pause()
        (box,) = place.app.screen.query(Input)
        assert (box.value, box.has_focus) == ("ana", True)
        assert "1 shown" in place.shown()


async def test_what_comes_while_it_is_made_is_typed_in_it(
    opened: Any, day: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that would do something in the list does nothing there any more."""
    made: Any = vars(FilterLine)["_made"]
    place = opened(*day)

    async def slowly(line: FilterLine) -> Input:
        place.app.post_message(events.Key("u", "u"))
        box: Input = await made(line)
        return box

    monkeypatch.setattr(FilterLine, "_made", slowly)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("6", "f")
        await pilot.pause()

        assert place.app.screen.query_one(Input).value == "u"
        assert len(place.notebook.history()) == 1


@pytest.mark.parametrize("key", ["2", "3", "4", "6", "7", "8"])
async def test_where_nothing_is_left_the_way_back_is_told(opened: Any, day: Any, key: str) -> None:
    """And not how to begin: something is there, and Escape shows it; beside the list nothing is explained."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press(key, "f", *"zzz")
        await pilot.pause()

        assert "Nothing has all of that. Escape shows everything." in place.shown()
        assert place.app.screen.nothing_in_hand == ""
        assert "yet" not in place.shown()

        await pilot.press("escape")
        await pilot.pause()
        assert "Nothing has all of that" not in place.shown()
