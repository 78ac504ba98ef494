"""Story: entries beside the page, value, stars, this day, prompts, days."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn, DayKind, Step, StepDone
from cop_tui.domain.community import Community, Element
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.tui.pages.page import tail
from cop_tui.tui.pages.telling import page_of, plain_words
from cop_tui.tui.screens.story_rows import entries
from cop_tui.tui.screens.writing import WritingScreen

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)
NORMAL, NARROW = (120, 36), (80, 24)


def story(name: str, ago: int, **fields: Any) -> Story:
    """Return a story of so many days ago."""
    given = {"body": f"Body of {name}, **bold** [/x]"} | fields
    return fresh(Story, NOW, id=name, on=NOW - ago * DAY, **given)


CYCLE = Cycle(cycle=Value.IMMEDIATE, text="It was warm [b]", on=NOW - 9 * DAY)
PAGES: tuple[Record, ...] = (
    fresh(Community, NOW, id="rust", name="Rust", rhythm=7),
    fresh(Person, NOW, id="ana", name="Ana"),
    story("new", 1, title="Newest", community="rust", people=("ana",), tags=("tea",), element=Element.FOCUS),
    story("elder", 40),
    story("worth", 100, title="Worth it", cycles=(CYCLE,)),
    story("then", 365, title="Then", starred=True),
    fresh(Learning, NOW, id="learned", text="Learned then", on=NOW - 730 * DAY),
    fresh(CheckIn, NOW, id="day", day=(NOW - DAY).date(), steps=(StepDone(step=Step.TELL, did=("Told: [Newest]",)),)),
    fresh(CheckIn, NOW, id="off", day=(NOW - 2 * DAY).date(), kind=DayKind.SKIPPED, note="ill"),
)
"""A small book of stories and days."""


def titles(place: Any) -> list[str]:
    """Return the titles of the sections that a place shows."""
    return [section.title for section in place.rows.page.sections]


async def test_the_whole_job_with_keys(opened: Any) -> None:
    """Tell, star, begin a story of value and add to it, take out, undo; all of it in the notebook."""
    place = opened(*PAGES)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("8", "n", *"Hm", "ctrl+s")
        await pilot.pause()
        assert "Hm" in {one.body for one in place.book.stories.values()}

        await pilot.press("asterisk")
        await pilot.pause()
        assert place.book.stories["new"].starred

        await pilot.press("greater_than_sign", "tab", *"W", "ctrl+s")
        await pilot.pause()
        assert [(Value.IMMEDIATE, "W")] == [(one.cycle, one.text) for one in place.book.stories["new"].cycles]

        await pilot.press("v", "tab", "enter", "tab", *"I", "ctrl+s")
        await pilot.pause()
        assert [Value.IMMEDIATE, Value.POTENTIAL] == [one.cycle for one in place.book.stories["new"].cycles]
        assert "● ● ○ ○ ○ 2 of 5" in place.shown()

        await pilot.press("shift+tab", "D")
        await pilot.pause()
        assert "new" not in place.book.stories
        await pilot.press("u")
        await pilot.pause()
        assert "new" in place.book.stories


async def test_every_view_shows_its_own(opened: Any) -> None:
    """Months, value with its strip, stars, this day by year, prompts by what they are about, days."""
    place = opened(*PAGES)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("8")
        await pilot.pause()
        assert ["November", "October", "August", "November 2025"] == titles(place.app.screen)
        assert "Body of new, bold [/x]" in place.shown()

        await pilot.press("v")
        await pilot.pause()
        assert ["What came of it"] == titles(place.app.screen)
        page = place.shown()
        assert "● ○ ○ ○ ○ 1 of 5" in page
        assert "immediate  It was warm [b] (Sat 14 Nov)" in page
        assert "What did you take away?" in page

        await pilot.press("v")
        await pilot.pause()
        assert ["November 2025"] == titles(place.app.screen)
        assert "★ Then" in place.shown()

        await pilot.press("v")
        await pilot.pause()
        assert ["A year ago today", "2 years ago today"] == titles(place.app.screen)

        await pilot.press("v", "g", "j", "j")
        await pilot.pause()
        rounds = ["Once a week", "Once a month", "Once a year"]
        assert ["Today", "Rust", "Occasions", *rounds, "What value showed", "Any day"] == titles(place.app.screen)
        assert "Learning focus: steady. 1 story" in place.shown()

        await pilot.press("v")
        await pilot.pause()
        assert ["Rest", "November"] == titles(place.app.screen)
        assert "Told: [Newest]" in place.shown()
        assert "a day off: ill" in place.shown()


FILTERS = {
    "@Ana": ["Newest"],
    "+Rust": ["Newest"],
    "#tea": ["Newest"],
    "about:focus": ["Newest"],
    "since:nov": ["Newest"],
    "until:2025": ["★ Then"],
    "body elder": ["Body of elder, **bold** [/x]"],
    "nowhere": [],
}
"""Lines of the filter, and the stories that each of them leaves."""


async def test_the_filter_narrows_the_entries(opened: Any) -> None:
    """By person, community, tag, element, date, words; where nothing is left, it says what to do."""
    place = opened(*PAGES)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("8", "f")
        found = {}
        for line in FILTERS:
            place.app.screen.query_one("FilterBox").value = line
            await pilot.pause()
            page = place.app.screen.rows.page
            found[line] = [row.cells[1] for number in range(page.rows) if (row := page.row(number))]

        assert FILTERS == found
        assert "Nothing has all of that. Escape shows everything." in place.shown()


async def test_prompts_are_narrowed_too_and_open_a_page(opened: Any) -> None:
    """Those of a community and an element; what is written under one belongs there."""
    place = opened(*PAGES)
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("8", "V", "V", "f")
        place.app.screen.query_one("FilterBox").value = "+Rust about:people"
        await pilot.press("enter")
        await pilot.pause()
        assert ["Rust"] == titles(place.app.screen)

        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, WritingScreen)
        assert "Who in Rust should hear from you, and what about?" in place.shown()
        await pilot.press(*"Li", "ctrl+s", "escape")
        await pilot.pause()
        assert [("rust", Element.PEOPLE)] == [
            (one.community, one.element) for one in place.book.stories.values() if one.body == "Li"
        ]


async def test_days_rest_and_come_back(opened: Any) -> None:
    """Today off with a word, a pause until a day, and its end."""
    place = opened(*PAGES)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("8", "V", "enter", "tab", *"a", "enter")
        await pilot.pause()
        assert ["a"] == [one.note for one in place.book.check_ins.values() if one.day == NOW.date()]

        await pilot.press("g", "enter", *"6 dec", "tab", *"b", "enter")
        await pilot.pause()
        (pause,) = (one for one in place.book.check_ins.values() if one.kind is DayKind.PAUSED)
        assert ("2026-12-06", "b") == (str(pause.until), pause.note)
        assert "a pause until Sun 6 Dec: b" in place.shown()

        await pilot.press("g", "enter", "enter")
        await pilot.pause()
        assert pause.id not in place.book.check_ins


async def test_an_empty_book_says_what_to_press(opened: Any) -> None:
    """Each view says in a line what it waits for."""
    place = opened()
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("8")
        for words in ("t tells a line, W gives", "> begins one", "* gives one", "earlier years"):
            await pilot.pause()
            assert words in place.shown()
            await pilot.press("v")


async def test_a_long_page_is_read_before_its_rows(opened: Any) -> None:
    """Opened by a double click, it begins at its top; the arrow scrolls until the rows come into sight."""
    place = opened(*PAGES, story("long", 0, title="Long", body="\n\n".join(f"Line {n}" for n in range(40))))
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("8")
        await pilot.click("#rows", offset=(8, 1), times=2)
        await pilot.pause()
        assert "Line 1" in place.shown()
        assert place.app.screen.view.scroll_offset.y == 0

        await pilot.press("j")
        await pilot.pause()
        assert place.app.screen.view.scroll_offset.y == 3
        await pilot.press(*["pagedown"] * 6)
        await pilot.pause()
        assert "Follow its value" in place.shown()
        assert place.app.screen.view.rows.cursor == 0


def test_what_a_page_says_can_be_copied() -> None:
    """Facts, the text, and what value showed."""
    one = story("one", 100, title="One", cycles=(CYCLE,), starred=True)
    book = Book().apply(Change(sentence="", at=NOW, put=(one,)))

    assert plain_words(book, one, NOW).splitlines() == [
        "One",
        "",
        "asks: You told it three months ago: what came of it since?",
        "when: Sat 15 Aug 09:00",
        "star: ★ one to come back to",
        "",
        "Body of one, **bold** [/x]",
        "",
        "What value showed  ● ○ ○ ○ ○ 1 of 5",
        "immediate  It was warm [b] (Sat 14 Nov)",
    ]


def test_a_day_tells_what_it_brought() -> None:
    """Stories and learning of that day beside what was done in the check-in; a pause tells how long."""
    book = Book().apply(Change(sentence="", at=NOW, put=PAGES))
    pause = fresh(CheckIn, NOW, day=NOW.date(), kind=DayKind.PAUSED)

    page = page_of(book, book.check_ins["day"], NOW)

    assert ["new"] == [row.id for section in page.sections for row in section.rows]
    assert [("it was", "a pause; the rhythm holds"), ("until", "you come back")] == list(
        page_of(book, pause, NOW).facts
    )
    assert tail(page).plain == ""


def test_entries_stand_under_the_months_of_the_members_clock() -> None:
    """Told in Auckland on the first of the month, when it was the last of the month in Berlin: one list, one clock."""
    there = datetime(2026, 11, 1, 8, 0, tzinfo=ZoneInfo("Pacific/Auckland"))
    ones = (
        fresh(Story, NOW, id="late", body="Late", on=datetime(2026, 10, 31, 23, 0, tzinfo=NOW.tzinfo)),
        fresh(Story, NOW, id="far", body="Far", on=there),
        fresh(Story, NOW, id="early", body="Early", on=datetime(2026, 10, 31, 8, 0, tzinfo=NOW.tzinfo)),
    )
    book = Book(stories={one.id: one for one in ones})

    (october,) = entries(book, NOW, lambda _: True)

    assert "October" == october.title
    assert [("Sat 31", "Late"), ("Sat 31", "Far"), ("Sat 31", "Early")] == [row.cells[:2] for row in october.rows]
