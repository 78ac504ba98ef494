"""Communities: the place's whole job with keys alone, and with the mouse."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Element, Level, Place, Stage, StageMove, Taker, Tick
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import Purpose
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.demo import demo_book
from cop_tui.practice.field import (
    CONVENING,
    ELEMENT_TEXTS,
    JOINING,
    LEAVING,
    LEVEL_TEXTS,
    PHASES,
    PURPOSES,
    STAGE_TEXTS,
)
from cop_tui.practice.words import visible
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.behind import BehindDialog
from cop_tui.tui.dialogs.checklists import ChecklistsDialog
from cop_tui.tui.dialogs.forms.blank import Blank, Given
from cop_tui.tui.dialogs.forms.communities import places, takers
from cop_tui.tui.pages.page import head
from cop_tui.tui.pages.telling import page_of
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.choice import Choice
from cop_tui.tui.widgets.lines import Lines
from cop_tui.tui.widgets.row_list import RowList

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NARROW, NORMAL = (80, 24), (120, 36)
CONVENES = Taker(person="ana", level=Level.CORE, part="convenes")

Records = tuple[Record, ...]


async def mark(pilot: Pilot[Any], row_id: str) -> None:
    """Move the highlight of whatever list has the keys to a row."""
    rows = pilot.app.focused
    assert isinstance(rows, RowList)
    index = rows.page.index(row_id)
    assert index is not None, row_id
    rows.cursor = index
    await pilot.pause()


def fill(pilot: Pilot[Any], **words: str) -> None:
    """Put words into the fields of the dialog that is open."""
    boxes = {one.id: one for one in pilot.app.screen.query("*") if isinstance(one, Input | Lines | Choice)}
    for field, value in words.items():
        boxes[field].value = value


def rewritten(blank: Blank, book: Book, one: Community, *, more: str) -> Mapping[str, object]:
    """Return what a blank makes of its own words with a line below them."""
    words = visible(blank.shows(book, one, NOW))
    return blank.reads(Given(book=book, words=f"{words}\n{more}", now=NOW, record=one))


async def do(pilot: Pilot[Any], key: str, **words: str) -> None:
    """Press a key, fill in the dialog that it opens, and keep it."""
    await pilot.press(key)
    await pilot.pause()
    fill(pilot, **words)
    await pilot.press("ctrl+s")
    await pilot.pause()


async def test_its_whole_job_with_keys_alone(opened: Any, day: Records) -> None:
    """New, stage on and back with its day, level, people, rhythm, a tick with a note, leave, come back, archive."""
    place = opened(*day)

    def birds() -> Community:
        found: Community = next(one for one in place.book.communities.values() if one.name == "Birds")
        return found

    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await do(pilot, "n", name="Birds", subject="birds", organisations="TU, City", takers="Ana Lind (core, hosts)")
        assert ((Stage.POTENTIAL,), ("TU", "City")) == (
            tuple(move.stage for move in birds().stages),
            birds().organisations,
        )
        assert ("ana", Level.CORE, "hosts") == (
            birds().people[0].person,
            birds().people[0].level,
            birds().people[0].part,
        )

        await mark(pilot, birds().id)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)
        await do(pilot, "m", stage="coalescing")
        await do(pilot, "m", stage="potential")
        assert [Stage.POTENTIAL, Stage.COALESCING, Stage.POTENTIAL] == [move.stage for move in birds().stages]
        await do(pilot, "h", level="core")
        await do(pilot, "w", people="Li Zhang, Somebody New", level="active", part="hosts")
        await do(pilot, "b", days="14")
        assert (Level.CORE, 14, 3) == (birds().level, birds().rhythm, len(birds().people))

        await mark(pilot, "tick:early-conversations:possible")
        await pilot.press("space")
        await pilot.pause()
        await do(pilot, "enter", note="A walk at six")
        (tick,) = birds().phases
        assert (NOW.date(), "A walk at six") == (tick.on, tick.note)
        await do(pilot, "enter", note="")
        assert "" == birds().phases[0].note

        await do(pilot, "o", why="Ana sings like one", runs="Ana")
        assert ("Ana sings like one", NOW.date()) == (birds().why, birds().joined_on)
        assert ["Ana"] == [one.note for one in birds().occasions if one.item == "runs"]
        await do(pilot, "O", why="Too early", keep="The list")
        assert birds().archived
        assert {"why", "keep"} <= {one.item for one in birds().occasions if one.checklist == "leaving"}
        await do(pilot, "o")
        assert (False, None) == (birds().archived, birds().left_on)
        await pilot.press("z")
        await pilot.pause()
        assert birds().archived
        await pilot.press("z")
        await pilot.pause()
        assert not birds().archived

        await pilot.press("D")
        await pilot.pause()
        assert "Birds" not in {one.name for one in place.book.communities.values()}
        await pilot.press("u")
        await pilot.pause()
        assert 3 == len(birds().people)


async def test_naming_somebody_again_keeps_what_is_not_said(opened: Any) -> None:
    """Their level and part stay as they were noted, each until another one is said."""
    ana = fresh(Person, NOW, id="ana", name="Ana Lind")
    place = opened(ana, fresh(Community, NOW, id="birds", name="Birds", people=(CONVENES,)))

    def noted() -> list[tuple[Level, str]]:
        return [(one.level, one.part) for one in place.book.communities["birds"].people]

    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await do(pilot, "w", people="Ana Lind, Somebody New")
        assert [(Level.CORE, "convenes"), (Level.PERIPHERAL, "")] == noted()

        await do(pilot, "w", people="Ana Lind", level="peripheral")
        assert (Level.PERIPHERAL, "convenes") == noted()[0]
        await do(pilot, "w", people="Ana Lind", part="hosts")
        assert (Level.PERIPHERAL, "hosts") == noted()[0]


@pytest.mark.parametrize("part", ["hosts (Mondays)", "hosts :)", "(hosts", "active", "a\nb", "\x1b[2J", "[/x]"])
def test_the_form_keeps_the_lines_that_were_not_touched(part: str) -> None:
    """Somebody's part and a place stay to the letter when a line is written below them."""
    names = {"ana": "Ana Lind", "li": "Li (TU)"}
    taker = Taker(person="ana", level=Level.CORE, part=part)
    hall = Place(kind="meeting room", text="Hall: upstairs")
    birds = fresh(Community, NOW, name="Birds", people=(taker,), places=(hall,))
    book = Book(people={key: fresh(Person, NOW, id=key, name=name) for key, name in names.items()})

    people = rewritten(takers(), book, birds, more="Li (TU) (active, hosts (Fri))")["people"]
    where = rewritten(places(), book, birds, more="room: Town hall")["places"]

    assert (taker, Taker(person="li", level=Level.ACTIVE, part="hosts (Fri)")) == people
    assert (hall, Place(kind="room", text="Town hall")) == where


@pytest.mark.parametrize(
    ("line", "name", "part"),
    [
        ("Ana (core, hosts (Mondays))", "Ana", "hosts (Mondays)"),
        ("Ana (core, hosts :))", "Ana", "hosts :)"),
        ("Zoe (TU) (core, hosts)", "Zoe (TU)", "hosts"),
        ("Zoe (core, hosts (Mondays))", "Zoe", "hosts (Mondays)"),
        ("Zoe", "Zoe", ""),
        ("(core)", "(core)", ""),
        ("Zoe (core", "Zoe (core", ""),
    ],
)
def test_a_line_of_the_form_names_whom_it_seems_to_name(line: str, name: str, part: str) -> None:
    """Whatever brackets there are in a name or a part."""
    book = Book(people={"ana": fresh(Person, NOW, id="ana", name="Ana")})
    given = Given(book=book, words=line, now=NOW, record=fresh(Community, NOW, name="Birds"))

    (taker,) = cast("tuple[Taker, ...]", takers().reads(given)["people"])

    known = {**book.people, **given.along}
    assert (name, part) == (known[taker.person].name, taker.part)


async def test_a_key_leads_to_the_records_behind_an_element(opened: Any, day: Records) -> None:
    """What feeds an element is listed, with its reason, and opens."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await mark(pilot, "rust")
        await pilot.press("enter")
        await pilot.pause()
        await mark(pilot, "behind:focus")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, BehindDialog)
        assert "learning entries in the last 3 weeks" in place.shown()

        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "A thing" in place.shown()


async def test_the_highlight_is_seen_at_the_end_of_a_long_page(opened: Any, day: Records) -> None:
    """The last row of a page that is longer than the screen stands on the screen, with its pointer."""
    place = opened(*day)
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await mark(pilot, "rust")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "▸" in place.shown()


async def test_the_mouse_marks_a_community_and_opens_it(opened: Any, day: Records) -> None:
    """A click shows it beside the list, a double click opens its page."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.click("#rows", offset=(6, 2))
        await pilot.pause()
        assert "Teaching with stories" in place.shown().split("│")[1]

        await pilot.click("#rows", offset=(6, 2), times=2)
        await pilot.pause()
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)


async def test_an_empty_place_says_how_to_begin(opened: Any) -> None:
    """Each view says what it is for."""
    place = opened()
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "n notes one that is" in " ".join(place.shown().split())
        await pilot.press("v", "v")
        await pilot.pause()
        assert "z puts a community out of sight" in place.shown()


async def test_the_form_reaches_every_blank_with_tab(opened: Any, day: Records) -> None:
    """Also where it is longer than the screen; what is not touched stays to the letter."""
    place = opened(*day)
    async with place.app.run_test(size=NARROW) as pilot:
        place.app.action_open("edit", ("rust",))
        await pilot.pause()
        assert isinstance(place.app.screen, Dialog)
        boxes = [one for one in place.app.screen.query("*") if isinstance(one, Input | Lines | Choice)]
        reached = set()
        for _ in boxes:
            assert place.app.focused is not None
            reached.add(place.app.focused.id)
            await pilot.press("tab")
        assert {one.id for one in boxes} == reached

        before = place.book.communities["rust"]
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert before == place.book.communities["rust"]


@pytest.mark.parametrize("stage", Stage)
def test_the_page_tells_its_stage_and_elements_in_the_words_of_the_field(stage: Stage, opened: Any) -> None:
    """What is going on, what one can do now, and of each quiet element one small step."""
    one = fresh(Community, NOW, name="Birds", stage=stage, stages=(StageMove(stage=stage, on=date(2026, 11, 1)),))
    place = opened(one)

    words = " ".join(head(page_of(place.book, one, NOW), 88).plain.split())

    text = STAGE_TEXTS[stage]
    for said in (text.title.casefold(), text.going_on, *text.now, *(ELEMENT_TEXTS[each].step for each in Element)):
        assert said in words


def test_the_checklists_come_when_they_are_needed(opened: Any) -> None:
    """The four phases while it is young, joining while one is in it, convening for the core, leaving at the end."""

    def lists(**fields: Any) -> set[str]:
        one = fresh(Community, NOW, name="Birds", **fields)
        titles = {section.title for section in page_of(opened(one).book, one, NOW).sections}
        return titles & {each.title for each in (*PHASES, JOINING, CONVENING, LEAVING)}

    phases = {phase.title for phase in PHASES}
    assert phases | {JOINING.title} == lists()
    assert phases | {JOINING.title, CONVENING.title} == lists(level=Level.CORE, stage=Stage.COALESCING)
    assert {JOINING.title} == lists(stage=Stage.MATURING)
    assert {JOINING.title, LEAVING.title} == lists(stage=Stage.TRANSFORMATION)
    assert {LEAVING.title} == lists(stage=Stage.MATURING, archived=True, left_on=NOW.date())


def test_people_stand_by_how_far_in_they_are(opened: Any, day: Records) -> None:
    """Core, active, peripheral, each with its own."""
    place = opened(*day)
    sections = page_of(place.book, place.book.communities["rust"], NOW).sections

    (peripheral,) = [one for one in sections if one.title == LEVEL_TEXTS[Level.PERIPHERAL].title]
    assert {"ana", "li"} == {row.id for row in peripheral.rows}


def test_the_phases_fold_to_one_line_once_it_has_grown_up(opened: Any) -> None:
    """It says how much was done; where nothing ever was, there is no line."""
    done = Tick(checklist=PHASES[0].key, item=PHASES[0].items[0].key, on=date(2026, 11, 1))

    def folded_line(**fields: Any) -> list[tuple[str, ...]]:
        one = fresh(Community, NOW, name="Birds", **fields)
        sections = page_of(opened(one).book, one, NOW).sections
        return [row.cells for section in sections if section.title == "From before" for row in section.rows]

    assert folded_line(stage=Stage.MATURING, phases=(done,)) == [("Getting started", "1 of 20 done", "")]
    assert folded_line(stage=Stage.COALESCING, phases=(done,)) == folded_line(stage=Stage.MATURING) == []


async def test_folded_phases_unfold_and_their_lines_are_ticked_there(opened: Any) -> None:
    """Enter on the line shows them, Enter on one of them notes something beside it, and the list says so."""
    done = Tick(checklist=PHASES[0].key, item=PHASES[0].items[0].key, on=NOW.date())
    place = opened(fresh(Community, NOW, id="birds", name="Birds", stage=Stage.MATURING, phases=(done,)))
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("2", "enter")
        await pilot.pause()
        await mark(pilot, "before:Getting started")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place.app.screen, ChecklistsDialog)
        await pilot.press("down")
        await do(pilot, "enter", note="Owls, mostly", done="done")
        assert isinstance(place.app.screen, ChecklistsDialog)
        assert "Owls, mostly" in place.shown()

    assert [NOW.date(), NOW.date()] == [one.on for one in place.book.communities["birds"].phases]


def test_a_line_that_is_done_says_when(opened: Any) -> None:
    """The sign, the line, what is noted beside it, the day."""
    item = PHASES[0].items[0]
    done = Tick(checklist=PHASES[0].key, item=item.key, on=date(2026, 11, 1), note="A walk")
    one = fresh(Community, NOW, name="Birds", phases=(done,))

    rows = [row.cells for section in page_of(opened(one).book, one, NOW).sections for row in section.rows]

    assert (f"✓ {item.text}", "A walk", "1 Nov") in rows


def test_joining_folds_once_it_is_filled_and_one_is_no_longer_new(opened: Any) -> None:
    """A line with a note counts as filled; for ninety days it stays in any case."""
    lines = tuple(Tick(checklist=JOINING.key, item=item.key, note="yes") for item in JOINING.items)

    def is_folded(joined: date, occasions: tuple[Tick, ...], left: date | None = None) -> bool:
        one = fresh(Community, NOW, name="Birds", joined_on=joined, left_on=left, occasions=occasions)
        sections = page_of(opened(one).book, one, NOW).sections
        folded = {row.id for section in sections for row in section.rows} & {f"before:{JOINING.title}"}
        assert bool(folded) is not (JOINING.title in {section.title for section in sections})
        return bool(folded)

    assert is_folded(date(2026, 1, 1), lines)
    assert not is_folded(date(2026, 1, 1), lines[1:])
    assert not is_folded(date(2026, 11, 1), lines)
    assert is_folded(date(2026, 11, 1), lines[1:], left=date(2026, 11, 3))


def test_each_purpose_says_what_it_is(opened: Any) -> None:
    """The first one and the others."""
    one = fresh(
        Community, NOW, name="Birds", purpose=Purpose.HELPING, other_purposes=(Purpose.KNOWLEDGE, Purpose.INNOVATION)
    )

    words = " ".join(head(page_of(opened(one).book, one, NOW), 88).plain.split())

    assert all(PURPOSES[each].text in words for each in (Purpose.HELPING, Purpose.KNOWLEDGE, Purpose.INNOVATION))


async def test_joining_keeps_how_far_in_one_was_and_what_was_noted(opened: Any) -> None:
    """Who only presses Enter is in it as they were before; why becomes a line that is done, a note stays a note."""
    noted = Tick(checklist=JOINING.key, item="runs", note="Ana, I think")
    place = opened(
        fresh(Community, NOW, id="birds", name="Birds", level=Level.CORE, why="Owls", occasions=(noted,)),
    )
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("2", "o")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()

    birds = place.book.communities["birds"]
    assert (Level.CORE, NOW.date()) == (birds.level, birds.joined_on)
    assert {noted, Tick(checklist=JOINING.key, item="why", on=NOW.date(), note="Owls")} == set(birds.occasions)


async def test_leaving_shows_what_was_noted_about_it_before(opened: Any) -> None:
    """It is there to be changed, and stays where it is not."""
    noted = Tick(checklist=LEAVING.key, item="keep", on=date(2026, 11, 1), note="The list")
    place = opened(fresh(Community, NOW, id="birds", name="Birds", occasions=(noted,)))
    async with place.app.run_test(size=NARROW) as pilot:
        await pilot.press("2", "O")
        await pilot.pause()
        assert "The list" in place.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()

    assert (noted,) == place.book.communities["birds"].occasions


def test_the_timeline_says_the_day_in_any_year_and_the_moves_of_one_day_newest_first(opened: Any) -> None:
    """Under "Dec 2024" stands which day it was."""
    moves = tuple(StageMove(stage=stage, on=date(2024, 12, 5)) for stage in (Stage.POTENTIAL, Stage.COALESCING))
    one = fresh(Community, NOW, name="Birds", stage=Stage.COALESCING, stages=moves)

    section = page_of(opened(one).book, one, NOW).sections[-1]

    told = [(row.cells[0], row.cells[2]) for row in section.rows]
    assert ("Dec 2024", [("moved to coalescing", "5 Dec"), ("began as potential", "5 Dec")]) == (section.title, told)


def test_what_happened_to_a_community_opens_what_changes_it(opened: Any) -> None:
    """And not the page again that is open."""
    moves = (StageMove(stage=Stage.POTENTIAL, on=date(2026, 11, 1)),)
    one = fresh(Community, NOW, id="birds", name="Birds", stages=moves, joined_on=date(2026, 11, 2))

    timeline = page_of(opened(one).book, one, NOW).sections[-1].rows

    assert [("edit", "birds"), ("stage", "birds")] == [row.does for row in timeline]


async def test_a_page_that_scrolls_is_laid_out_for_the_room_beside_its_scrollbar(opened: Any) -> None:
    """From the first: it looks no other when the member comes back to it."""
    place = opened(*demo_book(NOW).records())
    async with place.app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2")
        await pilot.pause(0.1)
        at_first = place.shown()
        await pilot.press("j", "k")
        await pilot.pause(0.1)

        assert place.app.screen.pane.max_scroll_y > 0
        assert at_first == place.shown()
