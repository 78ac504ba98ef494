"""The check-in, as a member goes through it: a few keys and a few words, and the notebook has it all."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.change import Change
from cop_tui.domain.check_in import DayKind, Step
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.invitation import Answer, Offer
from cop_tui.domain.record import Record
from cop_tui.practice.tell import tell
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.screens.check_in import CheckInScreen

NORMAL, NARROW = (120, 36), (80, 24)

Records = tuple[Record, ...]

SPELLED = {" ": "space", "@": "at", "+": "plus", "[": "left_square_bracket", "]": "right_square_bracket", "/": "slash"}


def outcome_of(today: Any, promise: str) -> Outcome:
    """Return what is written of a promise."""
    outcome: Outcome = today.book.commitments[promise].outcome
    return outcome


async def go_on_to(pilot: Pilot[Any], step: Step) -> int:
    """Pass questions over until this step; return how many keys that took."""
    keys = 0
    while pilot.app.screen.talk.question.step is not step:  # type: ignore[attr-defined]  # it is the check-in
        await pilot.press("enter")
        await pilot.pause()
        keys += 1
    return keys


async def write(pilot: Pilot[Any], words: str) -> None:
    """Type words into whatever has the focus."""
    await pilot.press(*(SPELLED.get(letter, letter) for letter in words))


def typical(day: Records) -> Records:
    """Return a book for the typical day: two yeses due, one invitation, nothing near its cut-off."""
    return tuple(one for one in day if one.id not in {"tonight", "lunch", "launch", "reviews"})


async def test_a_typical_day_takes_at_most_fourteen_keys(opened: Any, day: Records) -> None:
    """Two yeses due, one invitation, one line learned, one line told: the keys besides the words are counted."""
    today = opened(*typical(day))
    keys = 0

    async with today.app.run_test(size=NORMAL) as pilot:

        async def press(*pressed: str) -> None:
            nonlocal keys
            keys += len(pressed)
            await pilot.press(*pressed)
            await pilot.pause()

        await press("c")
        await press("y", "enter")
        await press("y", "enter")
        await press("y")
        keys += await go_on_to(pilot, Step.LEARN)
        await write(pilot, "a borrow is a loan")
        await press("enter")
        keys += await go_on_to(pilot, Step.TELL)
        await write(pilot, "nobody minded")
        await press("enter")
        await press("enter")

        assert not isinstance(today.app.screen, CheckInScreen)

    book = today.book
    assert keys <= 14
    assert {book.commitments[one].outcome for one in ("circle", "notes")} == {Outcome.KEPT}
    assert book.invitations["breakfast"].answer is Answer.YES
    assert "a borrow is a loan" in {one.text for one in book.learning.values()}
    assert "nobody minded" in {one.body for one in book.stories.values()}
    (kept,) = [one for one in book.check_ins.values() if one.day.isoformat() == "2026-11-23"]
    assert kept.kind is DayKind.DONE
    assert [one.step for one in kept.steps] == [Step.SHOW_UP, Step.LEARN, Step.TELL]


async def test_each_step_is_one_write(opened: Any, day: Records) -> None:
    """However many answers a step gathers, the file is written once for it, and undo takes it back as one."""
    today = opened(*typical(day))
    writes: list[Change] = []
    apply = today.notebook.apply

    def counted(change: Change, **more: Any) -> Any:
        writes.append(change)
        return apply(change, **more)

    today.notebook.apply = counted
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c", "y", "enter", "y", "enter")
        await pilot.pause()
        assert writes == []

        await pilot.press("y")
        await pilot.pause()
        assert len(writes) == 1
        assert outcome_of(today, "circle") == Outcome.KEPT

        await pilot.press("escape", "u")
        await pilot.pause()
    assert outcome_of(today, "circle") == Outcome.OPEN
    assert today.book.invitations["breakfast"].answer is Answer.WAITING


async def test_leaving_half_way_keeps_what_was_answered(opened: Any, day: Records) -> None:
    """Escape in the middle of a step writes the answers so far."""
    today = opened(*typical(day))
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c", "m")
        await write(pilot, "I was ill")
        await pilot.press("enter", "escape")
        await pilot.pause()

        assert not isinstance(today.app.screen, CheckInScreen)
    assert today.book.commitments["circle"].outcome is Outcome.MISSED
    assert today.book.commitments["circle"].reflection == "I was ill"
    assert today.book.commitments["notes"].outcome is Outcome.OPEN


async def test_leaving_at_once_changes_nothing(opened: Any, day: Records) -> None:
    """Who only looks in has not checked in."""
    today = opened(*typical(day))
    before = today.book
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c", "escape")
        await pilot.pause()
    assert today.book is before


async def test_passing_everything_over_is_a_check_in_too(opened: Any, day: Records) -> None:
    """The member was here; the rhythm goes on."""
    today = opened(*typical(day))
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c")
        for _ in range(20):
            await pilot.press("enter")
        await pilot.pause()
    (kept,) = [one for one in today.book.check_ins.values() if one.day.isoformat() == "2026-11-23"]
    assert kept.steps == ()


async def test_the_last_answer_of_a_step_can_be_taken_back(opened: Any, day: Records) -> None:
    """Before a step is written, u goes back one answer and nothing is in the file."""
    today = opened(*typical(day))
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c", "m", "enter", "u")
        await pilot.press("y", "enter", "escape")
        await pilot.pause()
    assert today.book.commitments["circle"].outcome is Outcome.KEPT


async def test_the_hour_of_a_day_is_read_in_full(opened: Any, day: Records) -> None:
    """Where there is room, no moment of the first step is cut."""
    today = opened(*day)
    today.time[0] += timedelta(hours=4)
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c")
        await pilot.pause()

        assert "tomorrow 12:30" in today.shown()


async def test_no_key_is_offered_that_does_nothing_here(opened: Any, day: Records) -> None:
    """While a line is typed, / stands for itself and is not told as the search; nor is c, which is done already."""
    today = opened(*typical(day))
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c")
        assert "/ search" in today.shown().splitlines()[-1]
        assert "check in" not in today.shown().splitlines()[-1]

        await pilot.press("y")
        await pilot.pause()

        assert "/ search" not in today.shown().splitlines()[-1]


async def test_another_day_is_understood_while_it_is_typed(opened: Any, day: Records) -> None:
    """R asks for a day in plain words, echoes the exact date, and moves the promise; nonsense is said to be so."""
    today = opened(*typical(day))
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await pilot.press("c", "r")
        await write(pilot, "no such day")
        await pilot.press("enter")
        await pilot.pause()
        assert today.app.screen.query_one(Input).value == "no such day"

        today.app.screen.query_one(Input).value = "fri 18:30"
        await pilot.pause()
        assert "Fri 27 Nov 18:30" in today.shown()
        await pilot.press("enter", "escape")
        await pilot.pause()
    start = today.book.commitments["circle"].start
    assert start is not None
    assert start.isoformat() == "2026-11-27T18:30:00+01:00"


async def test_a_line_says_who_and_where_it_belongs(opened: Any, day: Records) -> None:
    """@ names people and + a community, in the line itself; completion offers the names."""
    today = opened(*typical(day))
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c")
        await go_on_to(pilot, Step.LEARN)
        await write(pilot, "a loan has a due date @Li")
        await pilot.press("right")
        await write(pilot, " +rust study group")
        await pilot.press("enter", "escape")
        await pilot.pause()
    (learned,) = [one for one in today.book.learning.values() if one.text.startswith("a loan")]
    assert learned.text == "a loan has a due date"
    assert learned.people == ("li",)
    assert learned.community == "rust"


async def test_a_spark_becomes_a_proposal(opened: Any, day: Records) -> None:
    """Y keeps the draft: a proposal to the people who share the subject."""
    today = opened(*typical(day))
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c")
        await go_on_to(pilot, Step.INVITE)
        await pilot.press("e")
        await pilot.pause()
        assert today.app.screen.query_one(Input).value == "Learn compilers together"
        await write(pilot, ", twice")
        await pilot.press("enter", "escape")
        await pilot.pause()
    (proposed,) = [one for one in today.book.invitations.values() if one.title == "Learn compilers together, twice"]
    assert proposed.kind is Offer.PROPOSAL
    assert {one.person for one in proposed.recipients} == {"ana", "li", "kofi"}


async def test_what_another_program_wrote_meanwhile_stays(opened: Any, day: Records, tmp_path: Path, now: Any) -> None:
    """The answers are brought onto the file as it is by then."""
    today = opened(*typical(day))
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("c", "y", "enter")
        other = Notebook.open(tmp_path / "notebook.json", now=now)
        other.apply(tell(other.book, "told elsewhere", now=now))
        await pilot.press("escape")
        await pilot.pause()
    assert today.book.commitments["circle"].outcome is Outcome.KEPT
    assert "told elsewhere" in {one.body for one in today.book.stories.values()}


async def test_where_nothing_can_be_written_the_words_stay(opened: Any, day: Records) -> None:
    """A full disk is told in a sentence; the question stands, with what was typed, to be tried again."""
    today = opened(*typical(day))
    apply = today.notebook.apply

    def full(_: Change, **__: Any) -> Any:
        raise NotebookError("The disk is full; the notebook is as it was", "Make room and try again")

    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await pilot.press("c")
        await go_on_to(pilot, Step.TELL)
        today.notebook.apply = full
        await write(pilot, "nobody minded")
        await pilot.press("enter")
        await pilot.pause()
        assert today.app.screen.query_one(Input).value == "nobody minded"
        assert any("The disk is full" in one.message for one in today.app._notifications)

        today.notebook.apply = apply
        await pilot.press("enter")
        await pilot.pause()
    assert "nobody minded" in {one.body for one in today.book.stories.values()}


HOSTILE = ("[/x]", "[WIP] [Anna]", "[@click=app.quit]x[/]", "é 你好 👩‍👩‍👧", "\x1b[31mred", "\u202eabc", "a" * 10_000)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_texts_stand_as_they_are(opened: Any, day: Records, text: str, now: Any) -> None:
    """Whatever a title holds, every step of the check-in shows it literally and goes on."""
    from cop_tui.domain.record import altered

    named = tuple(
        altered(one, now, **{field: text})
        for one, field in ((one, _title_field(one)) for one in day)
        if field and one.id in {"circle", "breakfast", "ana", "kofi-compilers", "ana-compilers", "li-compilers", "rust"}
    )
    today = opened(*(one for one in day if one.id not in {two.id for two in named}), *named)
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("c")
        await pilot.pause()
        if text.isascii() and text.isprintable() and len(text) < 100:
            assert text in today.shown()
        assert "\x1b" not in today.shown()
        for _ in range(20):
            await pilot.press("enter")
        await pilot.pause()

        assert not isinstance(today.app.screen, CheckInScreen)


def _title_field(record: Record) -> str:
    if isinstance(record, Community):
        return "name"
    fields = ("what", "title", "name", "subject")
    return next((one for one in fields if one in record.__struct_fields__), "")


@pytest.mark.parametrize("size", [NORMAL, NARROW], ids=["120x36", "80x24"])
@pytest.mark.parametrize("theme", ["hearth", "daylight"])
def test_the_first_step_looks_as_it_should(
    opened: Any, day: Records, snap_compare: Any, size: tuple[int, int], theme: str
) -> None:
    """What was due, what is near, what waits: rows with their keys below."""
    assert snap_compare(opened(*day, theme=theme, start="check-in").app, terminal_size=size)


@pytest.mark.parametrize("size", [NORMAL, NARROW], ids=["120x36", "80x24"])
def test_a_line_looks_as_it_should(opened: Any, day: Records, snap_compare: Any, size: tuple[int, int]) -> None:
    """A question with its reason, and a line to type straight away."""
    today = opened(*day, start="check-in")
    today.app.cursor_blink = False
    keys = ["y", "enter", "y", "enter", *["enter"] * 4]
    assert snap_compare(today.app, press=keys, terminal_size=size)


def test_the_end_looks_as_it_should(opened: Any, day: Records, snap_compare: Any) -> None:
    """What today added, the rhythm, the next yes."""
    today = opened(*typical(day), start="check-in")
    keys = ["y", "enter", "m", "enter", "y", *["enter"] * 5]
    assert snap_compare(today.app, press=keys, terminal_size=NORMAL)
