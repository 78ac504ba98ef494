"""Learning: by purpose and rung, goals, what comes back."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.goal import Goal
from cop_tui.domain.learning import Climb, FollowUp, Learning
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import Record, fresh
from cop_tui.tui.pages.page import head
from cop_tui.tui.pages.telling import page_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)
NORMAL, NARROW = (120, 36), (80, 24)


def entry(name: str, ago: int, **fields: Any) -> Learning:
    """Return something learned so many days ago."""
    return fresh(Learning, NOW, id=name, text=f"Entry {name} [/x]", on=NOW - ago * DAY, **fields)


PAGES: tuple[Record, ...] = (
    entry("fresh", 1),
    entry("back", 40, links=("https://a.example/x", "javascript:alert(1)")),
    entry("tried", 3, rung=Rung.TRIED),
    entry("helped", 5, purpose=Purpose.HELPING, rung=Rung.HELPED, goal="speak"),
    fresh(Goal, NOW, id="speak", text="Speak [b]", why="to be heard", by=(NOW + 9 * DAY).date()),
)
"""A small book of what was learned."""


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def titles(place: Any) -> list[str]:
    """Return the titles of the sections that a place shows."""
    return [section.title for section in place.rows.page.sections]


async def test_the_whole_job_with_keys(opened: Any) -> None:
    """Climb, say what came of one that came back, put off, set a goal, reach it; all of it in the notebook."""
    place = opened(*PAGES)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("7", "greater_than_sign")
        await pilot.pause()
        assert Rung.TRIED is place.book.learning["fresh"].rung

        await pilot.press("V", "w", *"Y", "ctrl+s")
        await pilot.pause()
        assert ["Y"] == [one.text for one in place.book.learning["back"].follow_ups]
        assert "Nothing comes back just now" in place.shown()

        await pilot.press("u")
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        assert [""] == [one.text for one in place.book.learning["back"].follow_ups]

        await pilot.press("V", "n", *"L", "ctrl+s")
        await pilot.pause()
        assert {"Speak [b]", "L"} == {one.text for one in place.book.goals.values()}
        await pilot.press("g", "r")
        await pilot.pause()
        assert place.book.goals["speak"].state == "reached"
        await pilot.press("r")
        await pilot.pause()
        assert place.book.goals["speak"].state == "pursuing"
        await pilot.press("x")
        await pilot.pause()
        assert place.book.goals["speak"].state == "let-go"


async def test_every_view_shows_its_own(opened: Any) -> None:
    """Purposes with their ladders, months, goals with what serves them, what comes back; a filter narrows each."""
    place = opened(*PAGES)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("7")
        await pilot.pause()
        assert ["", "Individual development", "Helping", "", "", ""] == titles(place.app.screen)
        page = place.shown()
        assert "2 came to a second rung." in page
        assert "2 noticed → 1 tried → reached" in page
        assert "Entry tried [/x]" in page
        assert "● ● ○ tried" in page
        assert "Innovation: you give new ideas room to grow." in page

        await pilot.press("v")
        await pilot.pause()
        assert ["November", "October"] == titles(place.app.screen)

        await pilot.press("v")
        await pilot.pause()
        assert ["You pursue"] == titles(place.app.screen)
        assert "1 entry" in place.shown()
        assert "What serves it  1" in place.shown()

        await pilot.press("v")
        await pilot.pause()
        assert ["Was it used?"] == titles(place.app.screen)
        assert "comes back 1" in place.shown()

        await pilot.press("v", "f", *"helped", "enter")
        await pilot.pause()
        assert ["", "Helping"] == titles(place.app.screen)
        await pilot.press("f", *"xx", "enter")
        await pilot.pause()
        assert "Nothing has all of that. Escape shows everything." in place.shown()


async def test_an_empty_book_says_what_to_press(opened: Any) -> None:
    """The place says what it is for, and one key begins; it does."""
    place = opened()
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("7")
        await pilot.pause()
        assert "Nothing written down yet. n begins, with one line." in place.shown()

        await pilot.press("n", *"F", "ctrl+s")
        await pilot.pause()
        assert ["F"] == [one.text for one in place.book.learning.values()]
        await pilot.press("v", "v")
        await pilot.pause()
        assert "No goal yet. n sets one." in place.shown()


async def test_the_mouse_chooses_views_and_opens_rows(opened: Any) -> None:
    """A click on a view, on a row, twice on it."""
    place = opened(*PAGES)
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("7")
        await pilot.click("Views", offset=(14, 0))
        await pilot.pause()
        assert ["November", "October"] == titles(place.app.screen)

        await pilot.click("#rows", offset=(8, 2))
        await pilot.click("#rows", offset=(8, 2), times=2)
        await pilot.pause()
        assert "The climb" in place.shown()


async def test_an_address_is_shown_before_it_is_opened(opened: Any, monkeypatch: Any) -> None:
    """A page of the web opens on Enter; anything else only shows, and can be copied."""
    went: list[str] = []
    place = opened(*PAGES)
    monkeypatch.setattr(place.app, "open_url", lambda address, **_: went.append(address))
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("7", "v", "G", "enter", "enter")
        await pilot.pause()
        assert "https://a.example/x" in place.shown()
        assert [] == went
        await pilot.press("enter")
        await pilot.pause()
        assert ["https://a.example/x"] == went

        await pilot.press("j", "enter")
        await pilot.pause()
        assert "not opened from here" in place.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert ["https://a.example/x"] == went


def test_a_page_tells_all_of_an_entry() -> None:
    """From whom, towards what, the climb with its days, what came of it and what was put off."""
    one = entry(
        "one",
        100,
        people=("ana",),
        goal="speak",
        rung=Rung.TRIED,
        climbs=(Climb(rung=Rung.NOTICED, on=NOW - 100 * DAY), Climb(rung=Rung.TRIED, on=NOW - 400 * DAY)),
        tags=("a", "b"),
        follow_ups=(FollowUp(on=NOW - 60 * DAY), FollowUp(on=NOW - 5 * DAY, text="Used [it]")),
    )
    book = book_of(one, fresh(Person, NOW, id="ana", name="Ana"), *PAGES)

    page = page_of(book, one, NOW)

    assert head(page).plain.splitlines() == [
        "Entry one [/x]",
        "",
        "when       Sat 15 Aug 09:00",
        "from       Ana",
        "towards    Speak [b]",
        "for        individual development",
        "rung       ● ● ○ tried",
        "tags       #a  #b",
        "",
        "The climb  > climbs to reached",
        "noticed    Sat 15 Aug   Something caught your eye",
        "tried      Sun 19 Oct 2025   You tried it yourself",
        "",
        "What came of it  ",
        "24 Sep     put off until later",
        "18 Nov     Used [it]",
    ]
    assert ["Around it"] == [section.title for section in page.sections]
