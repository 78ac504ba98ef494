"""Whatever somebody wrote into a calendar or a page shows as it is, wherever it shows, and does nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.words import visible
from cop_tui.tui.pages.page import head
from cop_tui.tui.pages.telling import page_of
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.toasts import tell
from cop_tui.tui.tones import FAINT, INK, SOFT, STRONG

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@dataclass(frozen=True)
class Case:
    """A text, and a piece of it that must be seen."""

    text: str
    seen: str


CASES = {
    "closing tag": Case("[/x]", "[/x]"),
    "closing nothing": Case("[/]", "[/]"),
    "tag in front": Case("[WIP] talk", "[WIP] talk"),
    "name": Case("[Anna] said", "[Anna] said"),
    "variable": Case("[$v] costs", "[$v] costs"),
    "style": Case("[bold red]not[/]", "[bold red]not[/]"),
    "click": Case("[@click=app.quit]go[/]", "[@click=app.quit]go"),
    "open bracket": Case("a [b", "a [b"),
    "backslash": Case("\\[b] \\", "\\[b] \\"),
    "wide and combined": Case("é 你好 e\u0301 🙂", "é 你好 e\u0301 🙂"),
    "right to left": Case("שלום עולם", "שלום עולם"),
    "override": Case("abc\u202edef", "abc⟨U+202E⟩"),
    "escape": Case("\x1b[2Jx\x07", "␛[2Jx␇"),
    "lines": Case("one\ntwo\r\nthree\ttabs", "one two three tabs"),
    "nul": Case("a\x00b", "a␀b"),
    "ten kilobytes": Case("long " * 2_000, "long long"),
    "empty": Case("", ""),
    "quotes": Case("'\"`$(x)`%s{0}", "'\"`$(x)`%s{0}"),
}
SIZE = (160, 110)
"""A screen on which all of them find room."""


def everywhere(name: str, text: str) -> tuple[Record, ...]:
    """Return records that have a text in every place that Today shows, with ids that begin with a name."""
    return (
        fresh(Person, NOW, id=f"{name}-person", name=text, organisation=text),
        fresh(Community, NOW, id=f"{name}-community", name=f"{text}!", subject=text, rhythm=7),
        fresh(
            Commitment,
            NOW,
            id=f"{name}-due",
            what=text,
            community=f"{name}-community",
            start=NOW - timedelta(days=1),
            timezone="Europe/Berlin",
            reflection=text,
        ),
        fresh(
            Invitation,
            NOW,
            id=f"{name}-waiting",
            title=text,
            note=text,
            place=text,
            link=text,
            sender=f"{name}-person",
            start=NOW + timedelta(days=1),
            timezone="Europe/Berlin",
        ),
    )


ALL = tuple(record for name, case in CASES.items() for record in everywhere(name, case.text))


async def test_on_today_every_text_shows_as_it_is(opened: Any) -> None:
    """Each text stands in the list as a promise and as an invitation, and no line is wider than the screen."""
    today = opened(*ALL)
    async with today.app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        shown = today.shown()

        assert [name for name, case in CASES.items() if shown.count(case.seen) < 2] == []
        assert all(cell_len(line) <= SIZE[0] for line in shown.splitlines())
        assert not any(letter in shown for letter in "\x00\x07\x1b\u202e")


@pytest.mark.parametrize("name", CASES)
async def test_in_frame_and_side_a_text_shows_as_it_is(opened: Any, name: str) -> None:
    """As the member's name, as a community's and as what was told a year ago."""
    case = CASES[name]
    me = fresh(Member, NOW, id=ME, name=case.text)
    community = fresh(Community, NOW, id="community", name=case.text, rhythm=7)
    story = fresh(Story, NOW, id="story", body=case.text, community="community", on=NOW.replace(year=2025))
    today = opened(me, community, story)
    async with today.app.run_test(size=(120, 36)):
        lines = today.shown().splitlines()

        assert case.seen in lines[0]
        assert sum(case.seen in line for line in lines[1:]) >= 2


async def test_a_toast_shows_every_text_as_it_is(opened: Any) -> None:
    """What was done is told with the member's own words in it."""
    today = opened(*ALL)
    async with today.app.run_test(size=(120, 36), notifications=True) as pilot:
        for name, case in CASES.items():
            tell(today.app, f"Said yes to {case.text}", undo=True)
            await pilot.pause()

            (toast,) = today.app._notifications
            assert case.seen in toast.message, name
            assert case.seen in today.shown(), name
            assert not any(letter in toast.message for letter in "\x00\x07\x1b\u202e\n")


@pytest.mark.parametrize("name", CASES)
def test_the_detail_tells_every_text_as_it_is(name: str) -> None:
    """Title, facts and notes of a record have all of each text; nothing of it styles or acts."""
    book = Book().apply(Change(sentence="", at=NOW, put=everywhere(name, CASES[name].text)))

    for record, times in ((book.invitations[f"{name}-waiting"], 4), (book.commitments[f"{name}-due"], 2)):
        told = head(page_of(book, record, NOW))

        letters = "".join(told.plain.split())
        assert letters.count("".join(visible(CASES[name].text).split())) >= times
        assert {str(span.style) for span in told.spans} <= {FAINT, INK, SOFT, STRONG}


async def test_answering_what_has_a_hostile_name(opened: Any) -> None:
    """A click that somebody wrote into a title opens, answers and takes back like any other."""
    today = opened(*everywhere("click", CASES["click"].text))
    async with today.app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(today.app.screen, RecordScreen)
        assert "[@click=app.quit]go[/]" in today.shown()
        await pilot.click(offset=(40, 15))

        await pilot.press("escape", "y")
        await pilot.pause()
        kept = today.book.commitments["click-due"]
        await pilot.click(offset=(110, 33))
        await pilot.press("u")

        assert (kept.outcome, today.book.commitments["click-due"].outcome) == (Outcome.KEPT, Outcome.OPEN)
        assert today.app.return_code is None


@pytest.mark.parametrize("name", ["closing tag", "name", "click", "lines"])
async def test_the_palette_finds_a_text_by_its_letters(opened: Any, name: str) -> None:
    """What is typed into the palette finds the record, whatever brackets are in it."""
    case = CASES[name]
    today = opened(*everywhere(name, case.text))
    async with today.app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+p", *case.seen[:4])
        await today.app.workers.wait_for_complete()
        await pilot.pause()

        assert case.seen in today.shown()
