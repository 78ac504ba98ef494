"""The page of a record: it comes and goes whole, whatever another program does meanwhile."""

from typing import Any

from cop_tui.domain.change import Change
from cop_tui.domain.record import Record
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.messages import OpenRecord
from cop_tui.tui.screens.people import PeopleScreen
from cop_tui.tui.screens.record import RecordScreen

Records = tuple[Record, ...]
NARROW = (80, 24)


async def test_a_record_that_goes_leaves_the_dialog_before_its_page(opened: Any, day: Records) -> None:
    """What is typed stays until the member leaves it; then the page closes, and nothing falls."""
    place = opened(*day)
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("6")
        place.app.post_message(OpenRecord("ana"))
        await pilot.pause()
        await pilot.press("e")
        await pilot.press(*" Berg")
        ana = place.book.people["ana"]

        place.notebook.apply(Change(sentence="Removed", at=place.time[0], take=(ana,)))
        await pilot.pause()

        assert isinstance(place.app.screen, Dialog)
        assert "Ana Lind Berg" == place.app.screen.text("name")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(place.app.screen, PeopleScreen)


async def test_a_page_that_was_closed_watches_no_more(opened: Any, day: Records) -> None:
    """Opening and closing pages leaves nothing behind that every later change would have to fill."""
    place = opened(*day)
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("6")
        await pilot.pause()
        before = len(place.app.desk._listeners)

        for _ in range(2):
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()

        assert (2, before) == (before, len(place.app.desk._listeners))


async def test_the_page_that_is_open_is_not_opened_again(opened: Any, day: Records) -> None:
    """A row about the record itself stays on its page, so that one Escape leaves it."""
    place = opened(*day)
    async with place.app.run_test(size=NARROW) as pilot:
        place.app.post_message(OpenRecord("rust"))
        await pilot.pause()

        place.app.post_message(OpenRecord("rust"))
        await pilot.pause()

        assert 1 == sum(isinstance(one, RecordScreen) for one in place.app.screen_stack)


async def test_ticking_where_the_record_is_gone_says_so(opened: Any, day: Records) -> None:
    """A key that was faster than the page says what happened."""
    place = opened(*day)
    async with place.app.run_test(size=NARROW) as pilot:
        place.app.post_message(OpenRecord("rust"))
        await pilot.pause()
        page = place.app.screen
        assert isinstance(page, RecordScreen)
        place.notebook.apply(Change(sentence="Removed", at=place.time[0], take=(place.book.communities["rust"],)))

        page.action_tick()
        await pilot.pause()

        assert ["It is no longer there. Somebody else has removed it."] == [
            one.message for one in place.app._notifications
        ]
