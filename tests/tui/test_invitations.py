"""Invitations: the place's whole job with keys alone, and with the mouse."""

from datetime import datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, State, Way
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.tui.screens.invitations import InvitationsScreen
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.row_list import RowList
from cop_tui.tui.widgets.views import Views

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
BERLIN = "Europe/Berlin"
NARROW, NORMAL = (80, 24), (120, 36)

Records = tuple[Record, ...]


def at(days: int) -> datetime:
    """Return six in the evening so many days from now."""
    return (NOW + timedelta(days=days)).replace(hour=18)


@pytest.fixture
def asked() -> Records:
    """Return invitations of every kind: a series that waits, one answered, one sent, proposals both ways."""
    return (
        fresh(Member, NOW, id=ME, name="Maya", emails=("maya@example.org",)),
        fresh(Person, NOW, id="li", name="Li Zhang", emails=("li@example.org",)),
        fresh(Person, NOW, id="ana", name="Ana Lind", emails=("ana@example.org",)),
        fresh(
            Invitation,
            NOW,
            id="weekly",
            title="Rust evening",
            sender="li",
            start=at(3),
            timezone=BERLIN,
            recurrence="RRULE:FREQ=WEEKLY",
            uid="weekly@example.org",
            organizer="mailto:li@example.org",
            attendee="mailto:maya@example.org",
        ),
        fresh(
            Invitation, NOW, id="yes", title="Breakfast", sender="li", start=at(5), timezone=BERLIN, answer=Answer.YES
        ),
        fresh(
            Invitation,
            NOW,
            id="mine",
            title="Compilers",
            way=Way.SENT,
            start=at(9),
            timezone=BERLIN,
            uid="mine@example.org",
            recipients=(Recipient(person="li", answer=Answer.YES), Recipient(person="ana")),
        ),
        fresh(Invitation, NOW, id="idea", title="Swap reviews", sender="ana", kind=Offer.PROPOSAL),
    )


async def go(pilot: Pilot[Any], *keys: str) -> None:
    """Go to the place, and press more keys there."""
    await pilot.press("3", *keys)
    await pilot.pause()


async def mark(pilot: Pilot[Any], row_id: str) -> None:
    """Move the highlight of whatever list has the keys to a row."""
    rows = pilot.app.focused
    assert isinstance(rows, RowList)
    index = rows.page.index(row_id)
    assert index is not None, row_id
    rows.cursor = index
    await pilot.pause()


async def test_its_whole_job_with_keys_alone(opened: Any, asked: Records, nobodys_home: Path) -> None:
    """Answer the series, one date of it otherwise, note what somebody said, withdraw, write the answer as a mail."""
    place = opened(*asked)
    async with place.app.run_test(size=NORMAL) as pilot:
        await go(pilot)
        await mark(pilot, "weekly")
        await pilot.press("y")
        await pilot.pause()
        assert place.book.invitations["weekly"].answer is Answer.YES
        assert len(place.book.commitments) >= 8

        await pilot.press("v")
        await pilot.pause()
        await mark(pilot, "weekly")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)
        dates = [row.id for section in place.app.screen.view.rows.page.sections for row in section.rows]
        await mark(pilot, next(one for one in dates if one.startswith("date:")))
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("right", "right", "enter")
        await pilot.pause()
        own = [one for one in place.book.invitations.values() if one.occurrence]
        assert [Answer.NO] == [one.answer for one in own]
        assert place.book.invitations["weekly"].answer is Answer.YES

        await pilot.press("P")
        await pilot.pause()
        assert "li@example.org" in place.shown()
        place.app.screen.query_one("#file", Input).value = str(nobodys_home / "answer.eml")
        await pilot.press("enter")
        await place.app.workers.wait_for_complete()
        letter = message_from_bytes((nobodys_home / "answer.eml").read_bytes())
        assert ("Accepted: Rust evening", "Li Zhang <li@example.org>") == (letter["Subject"], letter["To"])

        await pilot.press("escape", "v")
        await pilot.pause()
        await mark(pilot, "mine")
        await pilot.press("enter")
        await pilot.pause()
        await mark(pilot, "answer:ana")
        await pilot.press("enter", "right", "enter")
        await pilot.pause()
        answers = {one.person: one.answer for one in place.book.invitations["mine"].recipients}
        assert {"li": Answer.YES, "ana": Answer.YES} == answers

        await pilot.press("w")
        await pilot.pause()
        withdrawn = place.book.invitations["mine"]
        await pilot.press("u")
        await pilot.pause()
        assert (State.WITHDRAWN, State.OPEN) == (withdrawn.state, place.book.invitations["mine"].state)


async def test_the_mouse_chooses_a_view_marks_a_row_and_presses_a_key(opened: Any, asked: Records) -> None:
    """A click on a view shows it, one on a row marks it, one on a key in the footer presses it."""
    place = opened(*asked)
    async with place.app.run_test(size=NORMAL) as pilot:
        await go(pilot)
        views = place.app.screen.query_one(Views)
        await pilot.click(views, offset=("waiting 2   answered   s".index("s", 20), 0))
        await pilot.pause()
        assert "You invited" in place.shown()

        rows = place.app.screen.query_one("#rows", RowList)
        await pilot.click(rows, offset=(5, 1))
        await pilot.pause()
        assert "mine" == rows.row.id
        line = place.shown().splitlines()[-1]
        await pilot.click(offset=(line.index("withdraw"), 35))
        await pilot.pause()

        assert place.book.invitations["mine"].state is State.WITHDRAWN


async def test_each_view_shows_its_own(opened: Any, asked: Records) -> None:
    """Waiting with its keys and the load of the week, answered with the answer, sent with the counts, proposals."""
    place = opened(*asked)
    async with place.app.run_test(size=NORMAL) as pilot:
        await go(pilot)
        assert "y yes  p perhaps  n no" in place.shown()
        assert "every week" in place.shown()

        await pilot.press("v")
        await pilot.pause()
        assert "Breakfast" in place.shown()
        await pilot.press("v")
        await pilot.pause()
        assert "1 yes, 1 waiting" in place.shown()
        await pilot.press("v")
        await pilot.pause()
        assert "Proposed to you" in place.shown()


async def test_the_load_of_the_week_stands_beside_the_keys(opened: Any, day: Records) -> None:
    """Also where there is no room for the page beside the list."""
    place = opened(*day)
    async with place.app.run_test(size=NARROW) as pilot:
        await go(pilot)
        await mark(pilot, "breakfast")

        assert "already 2 yeses that week" in place.shown()


async def test_an_empty_place_says_how_to_begin(opened: Any) -> None:
    """Nobody waits; one key invites somebody."""
    place = opened()
    async with place.app.run_test(size=NARROW) as pilot:
        await go(pilot)

        assert isinstance(place.app.screen, InvitationsScreen)
        assert "Nobody waits for your answer. i invites somebody yourself." in place.shown()


async def test_the_filter_narrows_and_is_kept(opened: Any, asked: Records) -> None:
    """It narrows while it is typed, says back what it understood, holds over other places, and Escape takes it off."""
    place = opened(*asked)
    async with place.app.run_test(size=NORMAL) as pilot:
        await go(pilot, "f", *"@Ana")
        await pilot.pause()
        shown = place.shown()
        assert "Swap reviews" in shown
        assert "Rust evening" not in shown
        assert "Ana Lind" in shown

        await pilot.press("enter", "1", "3")
        await pilot.pause()
        assert "Rust evening" not in place.shown()
        await pilot.press("escape")
        await pilot.pause()
        assert "Rust evening" in place.shown()
