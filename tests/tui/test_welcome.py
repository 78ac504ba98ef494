"""The welcome: five short questions to a new member, all of which may be skipped."""

from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.widgets import Input

from cop_tui.domain.record import Record
from cop_tui.tui.dialogs.welcome import WelcomeDialog

Records = tuple[Record, ...]


async def test_five_answers_are_one_change(opened: Any) -> None:
    """Name, address, interests, community and date are typed one after another; one undo takes them back."""
    first = opened(welcomed=False)
    async with first.app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(first.app.screen, WelcomeDialog)
        await pilot.press(*"Maya", "tab", *"maya@example.org", "tab", *"compilers,birds", "tab", *"Rust", "tab", *"fri")
        await pilot.pause()
        assert "Fri 27 Nov" in first.shown()
        await pilot.press("enter")
        await pilot.pause()

        assert ("Maya", 2, 1, 1) == (
            first.book.me.name,
            len(first.book.interests),
            len(first.book.communities),
            len(first.book.commitments),
        )
        assert "Rust" in first.shown()
        await pilot.press("u")
        await pilot.pause()
        assert [] == list(first.book.records())


async def test_what_is_wrong_is_told_and_nothing_typed_is_lost(opened: Any) -> None:
    """Nothing at all, and an address that is none."""
    first = opened(welcomed=False)
    async with first.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "One of the five is enough" in " ".join(first.shown().split())

        await pilot.press("tab", *"nowhere", "enter")
        await pilot.pause()
        assert "is not a mail address" in first.shown()
        assert "nowhere" == first.app.screen.query_one("#email", Input).value


async def test_skipped_it_asks_no_more(opened: Any, tmp_path: Path) -> None:
    """Escape leaves it, nothing is written but that it was seen."""
    first = opened(welcomed=False, file=tmp_path / "config.toml")
    async with first.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()

        assert "Today" in first.shown()
        assert [] == list(first.book.records())
        assert "welcomed = true" in (tmp_path / "config.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("start", ["today", "check-in"])
async def test_a_notebook_with_something_in_it_is_not_greeted(opened: Any, day: Records, start: str) -> None:
    """Nor is whoever goes straight to the check-in."""
    known = opened(*day, welcomed=False, start=start)
    async with known.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()

        assert type(known.app.screen) is not WelcomeDialog


async def test_marks_that_need_a_word_have_a_tooltip(opened: Any, day: Records) -> None:
    """As text, never as markup."""
    place = opened(*day)
    async with place.app.run_test(size=(120, 36), tooltips=True) as pilot:
        await pilot.press("4", "v", "f")
        await pilot.pause()
        for selector in ("#grid", "#plot", "Views", "Tabs", "FilterBox"):
            assert isinstance(place.app.screen.query_one(selector).tooltip, Content), selector
