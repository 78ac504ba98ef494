"""The frame: who and when, the tabs of however many places there are, and what waits elsewhere."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.say_yes import promise
from cop_tui.tui.desk import Desk
from cop_tui.tui.places import Place
from cop_tui.tui.screens.today import TodayScreen
from cop_tui.tui.widgets import frame

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
Records = tuple[Record, ...]
NAMES = ("Today", "Communities", "Invitations", "Commitments", "Discover", "People", "Learning", "Story")


def waiting(desk: Desk) -> int:
    """Return how many invitations wait."""
    return len(desk.agenda.waiting)


@pytest.fixture
def eight_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be all eight places."""
    places = tuple(
        Place(
            id=name.lower(),
            key=str(number),
            name=name,
            screen="",
            count=waiting if name in ("Invitations", "Story") else None,
        )
        for number, name in enumerate(NAMES, 1)
    )
    monkeypatch.setattr(frame, "PLACES", places)


@pytest.mark.usefixtures("eight_places")
async def test_all_eight_places_find_room(opened: Any, day: Records) -> None:
    """At 120 columns each tab has its number, its name and what waits there."""
    today = opened(*day)
    async with today.app.run_test(size=(120, 36)):
        tabs = today.shown().splitlines()[2].strip()

    assert tabs == (
        "1 Today   2 Communities  3 Invitations 3  4 Commitments  5 Discover  6 People  7 Learning  8 Story 3"
    )


@pytest.mark.usefixtures("eight_places")
async def test_narrow_tabs_are_numbers_with_the_present_one_named(opened: Any, day: Records) -> None:
    """At 80 columns the tabs shorten to numbers; counts stay."""
    today = opened(*day)
    async with today.app.run_test(size=(80, 24)):
        assert today.shown().splitlines()[1].strip() == "1 Today   2  3 3  4  5  6  7  8 3"


@pytest.mark.usefixtures("eight_places")
async def test_a_count_follows_the_book(opened: Any, day: Records) -> None:
    """An answer given on Today shows in the tab."""
    today = opened(*day)
    async with today.app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j", "j", "n")
        await pilot.pause()

        assert "3 Invitations 2" in today.shown()


async def test_where_nothing_waits_no_count_stands(
    opened: Any, monkeypatch: pytest.MonkeyPatch, eight_places: None
) -> None:
    """A nought is not worth saying."""
    today = opened()
    async with today.app.run_test(size=(120, 36)):
        assert "3 Invitations  4" in today.shown()


@pytest.mark.parametrize(
    ("done", "words"),
    [
        ((), "○ today is open"),
        ((0,), "● 1 day in rhythm"),
        ((0, 1, 2), "● 3 days in rhythm"),
        ((1, 2), "○ 2 days in rhythm"),
        ((5, 6), "○ today is open"),
    ],
)
async def test_the_rhythm_is_told_in_words(opened: Any, done: tuple[int, ...], words: str) -> None:
    """At the top right: whether today is checked in, and for how many days it goes on."""
    days = [fresh(CheckIn, NOW, day=(NOW - timedelta(days=away)).date()) for away in done]
    today = opened(*days)
    async with today.app.run_test(size=(80, 24)):
        assert today.shown().splitlines()[0].endswith(words)


async def test_a_long_name_gives_way(opened: Any) -> None:
    """Date and rhythm are always whole; the name takes what is left."""
    today = opened(fresh(Member, NOW, id=ME, name="Maria Magdalena " * 8))
    async with today.app.run_test(size=(80, 24)):
        head = today.shown().splitlines()[0]

    assert head.startswith("  cop  Monday 23 November  ")
    assert "Maria Mag" in head
    assert head.endswith("…  ○ today is open")


async def test_the_date_follows_the_clock(opened: Any) -> None:
    """After midnight it is another day, without a key pressed."""
    today = opened()
    async with today.app.run_test(size=(80, 24)) as pilot:
        today.time[0] = datetime(2027, 3, 1, 0, 0, 30, tzinfo=UTC)
        today.app._look()
        await pilot.pause()

        assert "Monday 1 March" in today.shown()


async def test_a_place_that_is_not_shown_is_filled_when_it_is(opened: Any, day: Records) -> None:
    """What changes while another place is shown stands there on the way back, and costs nothing before."""
    today = opened(*day)
    async with today.app.run_test(size=(120, 36)) as pilot:
        filled: list[str] = []
        first = today.app.screen
        today.app.add_mode("other", lambda: TodayScreen(today.app.desk))
        await today.app.switch_mode("other")
        await pilot.pause()
        first.show_book = lambda: filled.append("first")
        today.app.desk.do(promise(today.app.desk.book, "Bring cake", now=NOW, start=NOW + timedelta(days=1)))
        await pilot.pause()
        assert filled == []

        await today.app.switch_mode("today")
        await pilot.pause()
        assert filled == ["first"]

        await today.app.remove_mode("other")
        today.app.desk.do(promise(today.app.desk.book, "Bring tea", now=NOW))
        assert filled == ["first", "first"]


async def test_the_page_of_keys_tells_all_that_a_key_does(opened: Any, day: Records) -> None:
    """At 80 columns a longer sentence goes on in the next line; none is cut."""
    today = opened(*day)
    async with today.app.run_test(size=(80, 60)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        told = " ".join(today.shown().replace("▌", "").split())

    assert "The minute a day in which all is kept up" in told
