"""Every kind of record can be made, seen, changed, removed and brought back, with keys alone."""

from dataclasses import dataclass
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.book import KINDS
from cop_tui.domain.gone import Gone
from cop_tui.domain.record import Record
from cop_tui.practice.words import title_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.messages import OpenRecord
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.lines import Lines

SIZE = (80, 24)
HOSTILE = "[/x] [WIP] é 你好"


@dataclass(frozen=True)
class Made:
    """How a record of one kind is made, and where its words are changed."""

    dialog: str
    about: tuple[str, ...]
    field: str
    changed_in: str


ALL = {
    "member": Made("me", (), "name", "name"),
    "people": Made("new", ("people",), "name", "name"),
    "interests": Made("share", (), "subjects", "subject"),
    "communities": Made("new", ("communities",), "name", "name"),
    "invitations": Made("invite", (), "title", "title"),
    "commitments": Made("yes", (), "what", "what"),
    "goals": Made("new", ("goals",), "text", "text"),
    "learning": Made("learn", (), "text", "text"),
    "stories": Made("tell", (), "text", "body"),
    "check_ins": Made("", (), "", "note"),
}


def test_no_kind_is_left_out() -> None:
    """The table below has every kind that a notebook keeps."""
    assert {kind.table for kind in KINDS if kind is not Gone} == ALL.keys()


async def fill(pilot: Pilot[Any], field: str, words: str) -> None:
    """Type words into a field of the dialog that is open, in place of what stands there."""
    box = next(one for one in pilot.app.screen.query("*") if isinstance(one, Input | Lines) and one.id == field)
    box.focus()
    box.value = ""
    await pilot.pause()
    await pilot.press(*("space" if letter == " " else letter for letter in words))
    await pilot.pause()


async def make(pilot: Pilot[Any], app: Any, how: Made, words: str) -> None:
    """Make a record: by its dialog, or by going through the check-in."""
    if how.dialog:
        app.action_open(how.dialog, how.about)
        await pilot.pause()
        await fill(pilot, how.field, words)
        await pilot.press("ctrl+s")
    else:
        await pilot.press("c")
        await pilot.pause()
        while app.screen.talk.question is not None:
            await pilot.press("enter")
            await pilot.pause()
        await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize("table", ALL)
async def test_made_seen_changed_removed_and_brought_back(opened: Any, table: str) -> None:
    """Its words are on its page; `e` changes them, `D` takes it out, `u` brings it back as it was."""
    how = ALL[table]
    place = opened()

    def there() -> list[Record]:
        return list(getattr(place.book, table).values())

    async with place.app.run_test(size=SIZE) as pilot:
        await make(pilot, place.app, how, "First [x] words")
        (made,) = there()

        place.app.post_message(OpenRecord(made.id))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)
        if how.dialog:
            assert "First [x] words" in place.shown()

        await pilot.press("e")
        await pilot.pause()
        assert isinstance(place.app.screen, Dialog)
        await fill(pilot, how.changed_in, HOSTILE)
        await pilot.press("ctrl+s")
        await pilot.pause()
        (changed,) = there()
        assert HOSTILE == getattr(changed, how.changed_in)
        assert changed.updated >= made.updated
        if how.dialog:
            assert HOSTILE in place.shown()
            assert HOSTILE in title_of(changed, place.book)

        await pilot.press("D")
        await pilot.pause()
        assert [] == there()
        assert type(place.app.screen) is not RecordScreen

        await pilot.press("u")
        await pilot.pause()
        assert [changed] == there()
