"""Commitments: the place's whole job with keys alone, and with the mouse."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from textual.widgets import TextArea

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.record import Record, fresh
from cop_tui.tui.screens.commitments import CommitmentsScreen
from cop_tui.tui.screens.commitments_rows import closed
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.month_grid import ABOVE, MonthGrid
from cop_tui.tui.widgets.row_list import RowList

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NARROW, NORMAL = (80, 24), (120, 36)

Records = tuple[Record, ...]


async def test_its_whole_job_with_keys_alone(opened: Any, day: Records) -> None:
    """Close what is due, promise something, write down what one takes away, tick it, find it in its month."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("4", "y")
        await pilot.pause()
        assert place.book.commitments["circle"].outcome is Outcome.KEPT

        await pilot.press("n", *"Bring bread", "tab", *"fri 18:00", "enter")
        await pilot.pause()
        (bread,) = [one for one in place.book.commitments.values() if one.what == "Bring bread"]
        assert date(2026, 11, 27) == bread.start.date()

        await pilot.press("v", "v", "v")
        await pilot.pause()
        screen = place.app.screen
        assert isinstance(screen, CommitmentsScreen)
        screen.rows.cursor = screen.rows.page.index("circle") or 0
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)
        await pilot.press("enter")
        await pilot.pause()
        place.app.screen.query_one(TextArea).text = "A borrow is a loan"
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        (tick,) = place.book.commitments["circle"].occasions
        assert ("after-gathering", "take-away", "A borrow is a loan", NOW.date()) == (
            tick.checklist,
            tick.item,
            tick.note,
            tick.on,
        )

        await pilot.press("escape", "v", "v", "right", "right", "right", "right")
        await pilot.pause()
        assert "Bring bread" in place.shown()
        await pilot.press("enter", "D")
        await pilot.pause()
        assert bread.id not in place.book.commitments
        await pilot.press("u")
        await pilot.pause()
        assert bread.id in place.book.commitments


async def test_a_month_is_moved_in_by_keys_and_by_mouse(opened: Any, day: Records) -> None:
    """Days, weeks, months and back to today; a click marks a day; a day without promises says so."""
    place = opened(*day)
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("4", "v")
        await pilot.pause()
        grid = place.app.screen.grid
        assert "November 2026" in place.shown()
        await pilot.press("pagedown", "down", "left")
        assert date(2026, 12, 29) == grid.day
        await pilot.press("home")
        assert NOW.date() == grid.day

        await pilot.click(grid, offset=(2 + 7 * 3, 3))
        await pilot.pause()
        assert date(2026, 10, 29) == grid.day
        assert "Nothing on this day." in place.shown()


async def test_a_click_beyond_the_last_month_of_all_stays_in_it(opened: Any) -> None:
    """The page of the last month but one shows days that have no page of their own."""
    place = opened()
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("4", "v")
        await pilot.pause()
        grid = place.app.screen.query_one(MonthGrid)
        grid.day = date(9999, 11, 15)
        await pilot.pause()

        await pilot.click(grid, offset=(2, ABOVE + (5 if grid._is_compact else 10)))

        assert date(9999, 11, 15) == grid.day


async def test_kept_is_told_by_month_and_by_community(opened: Any, day: Records) -> None:
    """Counts stand at the columns and at each community; Enter opens the community."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("4", "v", "v")
        await pilot.pause()
        shown = place.shown()
        assert "Kept 8 of 10" in shown
        assert "Rust study group" in shown
        assert "80 %" in shown

        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)


async def test_an_empty_place_says_how_to_begin(opened: Any) -> None:
    """Each view says what it would show."""
    place = opened()
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert "n promises something" in place.shown()
        await pilot.press("v", "v")
        await pilot.pause()
        assert "No promise has come due yet" in place.shown()
        await pilot.press("v")
        await pilot.pause()
        assert "Nothing is closed yet." in place.shown()


async def test_twenty_thousand_promises_make_only_the_rows_that_are_seen(opened: Any) -> None:
    """The list of all that is closed makes a row when it comes into sight."""
    many = [
        fresh(
            Commitment,
            NOW,
            id=f"{number:032x}",
            what=f"Gathering {number}",
            start=NOW - timedelta(hours=number),
            timezone="Europe/Berlin",
            outcome=Outcome.KEPT,
            closed_on=NOW,
        )
        for number in range(20_000)
    ]
    place = opened(*many)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("4", "v", "v", "v")
        await pilot.pause()
        rows = place.app.screen.query_one("#rows", RowList)
        assert 20_000 == rows.page.rows
        await pilot.press("G")
        await pilot.pause()

        assert "Gathering 19999" in place.shown()
        assert len(rows.page.sections[0].rows._made) < 500


def test_what_the_host_called_off_is_said_in_the_same_words_everywhere() -> None:
    """The list of what is closed speaks as the counts above the months and the promise's own page do."""
    off = fresh(Commitment, NOW, what="Picnic", start=NOW, outcome=Outcome.RELEASED, closed_on=NOW)
    book = Book().apply(Change(sentence="", at=NOW, put=(off,)))

    (section,) = closed(book, NOW, lambda _: True)

    assert "called off" in section.rows[0].cells
