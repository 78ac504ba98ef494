"""Every text shows as it is in every place, on every page, in every form, in the search and in the palette."""

import importlib.util
import os
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.messages import OpenRecord
from cop_tui.tui.pages.page import head
from cop_tui.tui.pages.telling import page_of, plain_words
from cop_tui.tui.places import PLACES
from cop_tui.tui.screens.list_place import ListPlace
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.lines import Lines

spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("hostile.py"))
assert spec
assert spec.loader
hostile = importlib.util.module_from_spec(spec)
spec.loader.exec_module(hostile)

SIZE = (120, 36)
LONG = bool(os.environ.get("COP_TUI_LONG"))
"""Whether every text is tried: minutes, where the chosen ones take seconds."""
NOW = hostile.NOW
TITLED = ("person", "community", "waiting", "sent", "due", "kept", "goal", "learning", "story")
"""Records whose title is the text."""


def seen(shown: str, case: Any) -> bool:
    """Tell whether a text is seen, wherever its lines break."""
    letters = "".join(case.seen.split())
    return letters in "".join(shown.replace("│", "").split())


def steering(shown: str) -> list[str]:
    """Return what steers a terminal among what is shown."""
    return [letter for letter in hostile.STEERING if letter in shown]


@pytest.mark.parametrize("name", ["click", "escape", "ten kilobytes"] if not LONG else hostile.CASES)
async def test_in_every_place_and_on_every_page(opened: Any, name: str) -> None:
    """Each view of each place, and each record's page: nothing dies, nothing steers, no line is too wide."""
    case = hostile.CASES[name]
    place = opened(*hostile.everywhere(case.text))
    async with place.app.run_test(size=SIZE) as pilot:
        for one in PLACES:
            await pilot.press(one.key)
            await pilot.pause()
            views = len(place.app.screen.VIEWS) if isinstance(place.app.screen, ListPlace) else 1
            for _ in range(views):
                shown = place.shown()
                assert [] == steering(shown), one.id
                assert all(cell_len(line) <= SIZE[0] for line in shown.splitlines()), one.id
                await pilot.press("v") if views > 1 else None
                await pilot.pause()
        for record_id in TITLED:
            place.app.post_message(OpenRecord(record_id))
            await pilot.pause()
            await pilot.pause()
            assert isinstance(place.app.screen, RecordScreen), record_id
            shown = place.shown()
            assert seen(shown, case), record_id
            assert [] == steering(shown), record_id
            await pilot.press("escape")
            await pilot.pause()
        assert place.app.return_code is None


@pytest.mark.parametrize("name", ["escape", "lines"] if not LONG else hostile.CASES)
async def test_in_every_form_and_kept_to_the_letter(opened: Any, name: str) -> None:
    """Each record's form opens with the text in it; keeping it untouched changes nothing."""
    case = hostile.CASES[name]
    place = opened(*hostile.everywhere(case.text))
    async with place.app.run_test(size=SIZE) as pilot:
        before = {record.id: record for record in place.book.records()}
        for record_id, record in before.items():
            place.app.action_open("edit", (record_id,))
            await pilot.pause()
            assert isinstance(place.app.screen, Dialog), record_id
            assert any(isinstance(box, Input | Lines) for box in place.app.screen.query("*")), record_id
            assert [] == steering(place.shown()), record_id
            await pilot.press("ctrl+s")
            await pilot.pause()

            assert record == place.book.find(record_id), record_id


@pytest.mark.parametrize("name", hostile.CASES)
def test_a_page_has_all_of_a_text_and_nothing_of_it_acts(name: str) -> None:
    """The head of every page is drawn for any width; what is copied of it steers nothing either."""
    case = hostile.CASES[name]
    book = Book().apply(Change(sentence="", at=NOW, put=hostile.everywhere(case.text)))

    for record in book.records():
        page = page_of(book, record, NOW)
        for width in (20, 54, 88):
            drawn = head(page, width)
            assert [] == steering(drawn.plain), record.id
            assert not any("@click" in str(span.style) for span in drawn.spans), record.id
        assert plain_words(book, record, NOW)


@pytest.mark.parametrize("name", ["click", "override", "markdown"])
async def test_in_search_and_palette(opened: Any, name: str) -> None:
    """What is found is shown as it is, and opens."""
    case = hostile.CASES[name]
    place = opened(*hostile.everywhere(f"needle {case.text}"))
    async with place.app.run_test(size=SIZE, notifications=True) as pilot:
        for opener in ("slash", "ctrl+p"):
            await pilot.press(opener, *"needle")
            await place.app.workers.wait_for_complete()
            await pilot.pause()
            shown = place.shown()
            assert seen(shown, case), opener
            assert [] == steering(shown), opener
            await pilot.press("escape")
            await pilot.pause()
