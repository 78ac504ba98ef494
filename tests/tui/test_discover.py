"""Discover: the place's whole job with keys alone, and with the mouse; the map's own drawing."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.community import Community, Stage
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Offer
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.interest_grid import interest_grid
from cop_tui.tui.dialogs.ask import AskDialog
from cop_tui.tui.dialogs.merge_subject import MergeSubjectDialog
from cop_tui.tui.dialogs.share import ShareDialog
from cop_tui.tui.dialogs.start import StartDialog
from cop_tui.tui.screens.discover import DiscoverScreen
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.interest_lines import Sight, initials, initials_line, name_line, subject_line
from cop_tui.tui.widgets.interest_map import NARROWEST, InterestMap

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NARROW, NORMAL = (80, 24), (120, 36)
HOSTILE = "[red]A\x1b[31m\u202e[/x]\nB 你好 👩‍👩‍👧"

Records = tuple[Record, ...]


def cares(who: str, subject: str, **fields: Any) -> Interest:
    """Return an interest, with an id to know it by."""
    return fresh(Interest, NOW, id=f"{who}-{subject}", who=who, subject=subject, on=NOW, **fields)


@pytest.fixture
def caring() -> Records:
    """Return a member and three people with a few interests; one subject has a community, two may be one."""
    return (
        fresh(Member, NOW, id=ME, name="Maya", organisation="Library"),
        fresh(Person, NOW, id="ana", name="Ana Lind", organisation="TU"),
        fresh(Person, NOW, id="li", name="Li Zhang", organisation="City"),
        fresh(Person, NOW, id="kofi", name="Kofi Mensah"),
        fresh(Community, NOW, id="open", name="Open data breakfast", subject="Open data"),
        cares(ME, "Compilers", depth=Depth.LEARNING, note="parsers"),
        cares("li", "Compilers", depth=Depth.PRACTISING, note="how errors are told"),
        cares("ana", "Compilers"),
        cares("li", "Open data"),
        cares("kofi", "Open data"),
        cares("kofi", "Rust", depth=Depth.CAN_HELP),
        cares("ana", "rust-lang"),
    )


async def go(pilot: Pilot[Any], *keys: str) -> DiscoverScreen:
    """Go to the place, press more keys there, and return it."""
    await pilot.press("5", *keys)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, DiscoverScreen)
    return screen


def marked(screen: DiscoverScreen) -> tuple[str, str]:
    """Return the subject and the person of the marked cell."""
    assert screen.map.subject is not None
    return screen.map.subject.subject, screen.map.who


async def test_its_whole_job_with_keys_alone(opened: Any, caring: Records) -> None:
    """Go about in the map, ask, deepen, make two subjects one, start a community of a spark, take it back."""
    place = opened(*caring)
    async with place.app.run_test(size=NORMAL) as pilot:
        screen = await go(pilot)
        assert ("Compilers", ME) == marked(screen)
        await pilot.press("right")
        await pilot.pause()
        assert "Li Zhang is practising Compilers: how errors are told" in place.shown()
        await pilot.press("plus")
        await pilot.pause()
        assert Depth.CAN_HELP is place.book.interests["li-Compilers"].depth

        await pilot.press("end", "enter")
        await pilot.pause()
        assert isinstance(place.app.screen, AskDialog)
        assert ["Kofi Mensah", "Compilers"] == [box.value for box in place.app.screen.query(Input)][:2]
        await pilot.press("enter")
        await pilot.pause()
        assert "Compilers" in [one.subject for one in place.book.interests_by_person["kofi"]]

        await pilot.press("v", "v", "v", "enter")
        await pilot.pause()
        assert isinstance(place.app.screen, MergeSubjectDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert {"Rust"} == {one.subject for one in place.book.interests.values() if one.subject[0] in "Rr"}

        await pilot.press("V")
        await pilot.pause()
        assert "Ana, Kofi, Li and you" in place.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, StartDialog)
        await pilot.press("enter")
        await pilot.pause()
        made = next(one for one in place.book.communities.values() if one.id != "open")
        assert ("Compilers circle", Stage.POTENTIAL, ("City", "Library", "TU"), 6) == (
            made.name,
            made.stage,
            made.organisations,
            len(made.phases),
        )
        (asked,) = place.book.invitations.values()
        assert (made.id, Offer.PROPOSAL, 3) == (asked.community, asked.kind, len(asked.recipients))

        await pilot.press("u")
        await pilot.pause()
        assert (["open"], []) == (list(place.book.communities), list(place.book.invitations))


async def test_what_one_cares_about_oneself_is_shared_deepened_and_removed(opened: Any, caring: Records) -> None:
    """An empty cell of one's own opens the dialog with its subject; the view by depth has it."""
    place = opened(*caring)
    async with place.app.run_test(size=NARROW) as pilot:
        await go(pilot, "down", "home")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, ShareDialog)
        await pilot.press("enter", "v")
        await pilot.pause()
        shown = place.shown()
        assert shown.index("You are learning") < shown.index("You are curious about") < shown.index("Open data")
        assert "with 2" in shown

        await pilot.press("minus")
        await pilot.pause()
        assert Depth.CURIOUS is place.book.interests["me-Compilers"].depth
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)
        assert "Li Zhang" in place.shown()
        await pilot.press("D", "u")
        await pilot.pause()
        assert "me-Compilers" in place.book.interests


async def test_the_mouse_marks_a_cell_and_a_second_click_opens_it(opened: Any, caring: Records) -> None:
    """A click on a name above or at the left marks its column or row."""
    place = opened(*caring)
    async with place.app.run_test(size=NORMAL) as pilot:
        screen = await go(pilot)
        left = 3 + NARROWEST + 1
        await pilot.click(screen.map, offset=(left + 4, 3))
        await pilot.pause()
        assert ("Open data", "li") == marked(screen)
        await pilot.click(screen.map, offset=(left + 1, 1))
        await pilot.click(screen.map, offset=(4, 4))
        await pilot.pause()
        assert (2, 0) == screen.map.spot

        await pilot.click(screen.map, offset=(left + 4, 2), times=2)
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)
        assert "how errors are told" in place.shown()


async def test_an_empty_place_says_how_to_begin(opened: Any) -> None:
    """In every view, and no key breaks anything."""
    place = opened()
    async with place.app.run_test(size=NARROW) as pilot:
        await go(pilot, "down", "right", "G", "end", "pagedown", "g", "enter")
        assert "s shares what you do, a asks others" in " ".join(place.shown().split())
        for words in ("n shares it", "a asks, and shows more", "a asks, s shares"):
            await pilot.press("v")
            await pilot.pause()
            assert words in place.shown()


async def test_the_filter_leaves_what_fits_in_the_map(opened: Any, caring: Records) -> None:
    """Its rows and columns; the marked cell stays on its subject where that is there."""
    place = opened(*caring)
    async with place.app.run_test(size=NORMAL) as pilot:
        screen = await go(pilot, "down", "down")
        await pilot.press("f", *"@Kofi", "enter")
        await pilot.pause()

        assert ((ME, "kofi"), ["Open data", "Rust"]) == (
            screen.map.told.people,
            [one.subject for one in screen.map.told.subjects],
        )
        assert "2 shown" in place.shown()


async def test_hostile_names_are_drawn_as_they_are(opened: Any) -> None:
    """Markup, control characters, wide and joined letters: nothing is obeyed, and every line is as wide as the map."""
    place = opened(
        fresh(Person, NOW, id="x", name=HOSTILE, organisation=HOSTILE),
        cares("x", HOSTILE, note=HOSTILE),
        cares(ME, HOSTILE),
    )
    async with place.app.run_test(size=NORMAL) as pilot:
        screen = await go(pilot, "right")
        shown = place.shown()
        assert "[red]A␛[31m⟨U+202E⟩[/x] B" in shown
        widths = {screen.map.render_line(y).cell_length for y in range(6)}
        assert {screen.map.scrollable_content_region.width} == widths
        await pilot.press("v", "v", "enter")
        await pilot.pause()
        assert isinstance(place.app.screen, StartDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert ["x"] == [one.person for made in place.book.communities.values() for one in made.people]


async def test_a_large_map_draws_only_what_is_seen(opened: Any) -> None:
    """300 subjects and 200 people: both ends are reached, and the marked cell is in sight."""
    people = [fresh(Person, NOW, id=f"p{number:03}", name=f"Person {number:03}") for number in range(200)]
    said = [cares(f"p{n % 200:03}", f"Subject {n % 300:03}") for n in range(600)]
    place = opened(*people, *{one.id: one for one in said}.values())
    async with place.app.run_test(size=NARROW) as pilot:
        screen = await go(pilot, "G", "end")
        assert (299, 200) == screen.map.spot
        shown = place.shown()
        assert "▸ Subject 299" in shown
        assert "‹" in shown
        await pilot.press("g", "home", "pagedown")
        assert screen.map.spot[1] == 0
        assert 0 < screen.map.spot[0] < 30


def test_lines_of_the_map_keep_their_columns() -> None:
    """Names above their column or as near as there is room; marks below them; brackets around the marked cell."""
    from cop_tui.domain.book import Book
    from cop_tui.domain.change import Change

    records = (
        fresh(Person, NOW, id="li", name="Li Zhang"),
        cares(ME, "Rust"),
        cares("li", "Rust", depth=Depth.PRACTISING),
    )
    book = Book().apply(Change(sentence="", at=NOW, put=records))
    sight = Sight(interest_grid(book, NOW), {ME: "you", "li": "Li Zhang"}, (0, 1), 8, 0, 30)

    lines = [
        "".join(words for words, *_ in line)
        for line in (name_line(sight), initials_line(sight), subject_line(sight, 0))
    ]
    assert ["   1 subje…    Li Zhang", "   1 person me LZ ", " ▸ Rust      · ‹◐›"] == lines
    assert not hasattr(InterestMap, "told")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Li Zhang", "LZ"), ("Ana Maria Lind", "AL"), ("Cher", "C"), ("", ""), ("— [x]", "X"), ("佐藤 美咲", "佐美")],
)
def test_initials(name: str, letters: str) -> None:
    """Of the first and the last word that has a letter."""
    assert letters == initials(name)
