"""The first look: the same as the whole book shows, then the whole book itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.benchmarks.books import NOW as BOOK_ENDS
from tests.benchmarks.books import records_of
from tests.tui.conftest import NOW, Opened

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.invitation import Answer, Invitation
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.agenda import agenda
from cop_tui.practice.first_look import OF_THE_WHOLE, FirstLook, first_look
from cop_tui.practice.on_this_day import on_this_day
from cop_tui.practice.rhythm import rhythm
from cop_tui.practice.say_yes import promise, top_up
from cop_tui.practice.tell import tell
from cop_tui.settings.table import Settings
from cop_tui.storage import migrations
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.app import CopApp, run_app
from cop_tui.tui.deeds.table import DEEDS, fits
from cop_tui.tui.desk import Desk
from cop_tui.tui.screens.today_rows import sections
from cop_tui.tui.screens.today_side import year_ago_words

NORMAL = (120, 36)
Records = tuple[Record, ...]


def book_of(*records: Any) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), size=st.integers(60, 500), back=st.integers(0, 3_000), days=st.integers(1, 60))
def test_the_part_shows_what_the_whole_shows(seed: int, size: int, back: int, days: int) -> None:
    """Whatever the book and the day: rows, keys, readings and the tabs' counts are those of the whole book."""
    now = BOOK_ENDS - timedelta(days=back)
    book = book_of(*records_of(size, seed))
    whole = book.apply(top_up(book, now=now))

    seen = first_look(book, now, days=days)

    assert (seen.agenda, seen.now) == (agenda(whole, now, days=days), now)
    assert {reading: reading(whole, now) for reading in OF_THE_WHOLE} == seen.readings
    assert sections(whole, seen.agenda, now, days=days) == sections(seen.book, seen.agenda, now, days=days)
    assert (whole.me, whole.is_blank) == (seen.book.me, seen.book.is_blank)
    for entry in seen.readings[on_this_day]:
        assert year_ago_words(whole, entry, now) == year_ago_words(seen.book, entry, now)
    for record in (*seen.agenda.due, *seen.agenda.waiting, *seen.agenda.upcoming):
        assert seen.book.find(record.id) == whole.find(record.id)
        for deed in DEEDS.values():
            assert fits(deed, whole, record, now) == fits(deed, seen.book, record, now)


def test_a_series_is_topped_up() -> None:
    """What the days since the last change add to it is seen, too."""
    weekly = fresh(
        Invitation, NOW, title="Weekly circle", start=NOW - timedelta(days=69), timezone="Europe/Berlin",
        recurrence="RRULE:FREQ=WEEKLY", answer=Answer.YES,
    )  # fmt: skip

    seen = first_look(book_of(weekly), NOW, days=7)

    assert [one.what for one in seen.agenda.upcoming] == ["Weekly circle"]
    assert seen.book.commitments == {one.id: one for one in seen.agenda.upcoming}


def test_the_part_is_small() -> None:
    """Of all the records of ten years, a few: what it is for is to be handed over quickly."""
    seen = first_look(book_of(*records_of(2_000)), BOOK_ENDS, days=7)

    assert len(list(seen.book.records())) < 100


def test_a_book_of_what_is_over_is_not_blank() -> None:
    """Nobody is welcomed who told a story once."""
    seen = first_look(book_of(fresh(Story, NOW, on=NOW, body="It rained.")), NOW, days=7)

    assert not seen.book.is_blank
    assert sections(seen.book, seen.agenda, NOW)[0].title == "Your day is clear"


@dataclass
class Early:
    """An app that was given a first sight, and how often its notebook was opened."""

    app: CopApp
    """The app."""
    opened: list[str] = field(default_factory=list)
    """What stood on the screen whenever the notebook was opened."""


Begin = Callable[..., Early]


@pytest.fixture
def early(opened: Any) -> Begin:
    """Return what opens an app on records that were seen, and are in a file."""

    def begin(
        *records: Any,
        days: int = 7,
        after: Callable[[Path], object] = Path.exists,
        start: str = "today",
        welcomed: bool = True,
    ) -> Early:
        there: Opened = opened(*records, days=days, welcomed=welcomed)
        path = there.notebook.path
        seen = looked_at(path, days)
        after(path)

        def open_notebook() -> Notebook:
            shown = "\n".join(strip.text for strip in one.app.screen._compositor.render_strips())
            one.opened.append(shown)
            return Notebook.open(path, now=NOW)

        one = Early(CopApp(Desk(open_notebook, lambda: NOW, there.app.desk.settings, seen=seen), start=start))
        one.app.animation_level = "none"
        return one

    return begin


def looked_at(path: Path, days: int = 7) -> FirstLook:
    """Return what was seen first of a file."""
    peeked = Notebook.peek(path)
    assert peeked is not None
    return first_look(peeked[0], NOW, days=days, version=peeked[1])


def text_of(app: CopApp) -> str:
    """Return what stands on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize("size", [(80, 24), NORMAL, (160, 45)])
async def test_today_stands_there_before_the_notebook_is_opened(early: Begin, day: Records, size: Any) -> None:
    """All of it but what is beside the list where there is much room; and then it is the same."""
    one = early(*day)
    async with one.app.run_test(size=size) as pilot:
        await pilot.pause()
        after = text_of(one.app)

        assert one.app.desk.is_whole
        (before,) = one.opened
        assert "Did you show up?" in before
        assert "Rust evening" in before
        if size == (160, 45):
            assert "Compiler circle" in before
            assert before != after
        else:
            assert before == after


async def test_it_looks_like_an_app_that_opened_it_at_once(early: Begin, opened: Any, day: Records) -> None:
    """In the widest terminal, too: what is shown beside the list has come."""
    at_once: Opened = opened(*day)
    async with at_once.app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        expected = text_of(at_once.app)
    one = early(*day)
    async with one.app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()

        assert text_of(one.app) == expected


async def test_the_load_before_a_yes_is_that_of_the_whole_book(early: Begin, day: Records) -> None:
    """Promises beyond the days that Today looks ahead count in the week of an invitation."""
    monday, wednesday, friday = (NOW + timedelta(days=days, hours=-1) for days in (7, 9, 11))
    circle = fresh(Invitation, NOW, id="far", title="Winter circle", start=friday, timezone="Europe/Berlin")
    notes = promise(Book(), "Bring the notes", now=NOW, start=wednesday).put
    cake = promise(Book(), "Bring the cake", now=NOW, start=monday).put
    one = early(circle, *notes, *cake)
    async with one.app.run_test(size=NORMAL) as pilot:
        await pilot.pause()

        assert "Bring the cake" in one.opened[0]
        assert "already" not in one.opened[0]
        assert "already 2 yeses that week" in text_of(one.app)


def write_more(path: Path) -> None:
    """Do what another program does at that moment."""
    elsewhere = Notebook.open(path, now=NOW)
    elsewhere.apply(promise(elsewhere.book, "Bring the cake", now=NOW, start=NOW + timedelta(days=2)))
    elsewhere.apply(tell(elsewhere.book, "It rained.", now=NOW))


async def test_what_was_written_in_between_is_read(early: Begin, day: Records) -> None:
    """Another program wrote after the first sight: rows and readings are those of the book as it is now."""
    one = early(*day, after=write_more)
    async with one.app.run_test(size=NORMAL) as pilot:
        await pilot.pause()

        assert "Bring the cake" not in one.opened[0]
        assert "Bring the cake" in text_of(one.app)
        days = one.app.desk.read(rhythm).days
        assert next(day.count for day in days if day.day == NOW.date()) > 0


async def test_what_was_written_in_between_is_seen_before_it_is_taken_back(early: Begin, day: Records) -> None:
    """`u`, typed before the notebook was opened, is not meant for what another program did."""
    one = early(*day, after=write_more)
    async with one.app.run_test(size=NORMAL, notifications=True) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert "It rained." in {story.body for story in one.app.desk.book.stories.values()}
        assert "another undo" in text_of(one.app)

        await pilot.press("u")
        await pilot.pause()
        assert "It rained." not in {story.body for story in one.app.desk.book.stories.values()}


@pytest.mark.parametrize("error", [RuntimeError("odd"), MemoryError(), KeyboardInterrupt()])
async def test_whatever_goes_wrong_is_handed_to_the_shell(early: Begin, day: Records, error: BaseException) -> None:
    """Which says it in a line; nothing of the notebook is printed with it."""
    one = early(*day)

    def fail() -> Notebook:
        raise error

    one.app.desk._open_notebook = fail
    async with one.app.run_test(size=NORMAL) as pilot:
        await pilot.pause()

    assert (one.app.return_code, one.app.failure) == (1, error)


async def test_nobody_is_welcomed_to_a_notebook_that_was_emptied_in_between(early: Begin, day: Records) -> None:
    """It was theirs a moment ago, also where no backup tells so."""

    def empty(path: Path) -> None:
        rmtree(path.with_name("backups"))
        path.write_bytes(b"")

    one = early(*day, after=empty, welcomed=False)
    async with one.app.run_test(size=NORMAL) as pilot:
        await pilot.pause()

        assert one.app.desk.book.is_blank
        assert type(one.app.screen).__name__ == "TodayScreen"


async def test_readings_are_kept_where_nobody_wrote(early: Begin, day: Records) -> None:
    """They are made once for a book, in whichever process."""
    one = early(*day)
    before = {reading: one.app.desk.read(reading) for reading in OF_THE_WHOLE}
    async with one.app.run_test(size=NORMAL) as pilot:
        await pilot.pause()

        assert one.app.desk.is_whole
        assert all(one.app.desk.read(reading) is before[reading] for reading in OF_THE_WHOLE)


@pytest.mark.parametrize("key", ["y", "j"])
async def test_a_key_meets_the_whole_book(early: Begin, day: Records, monkeypatch: Any, key: str) -> None:
    """Pressed before the notebook was opened, it opens it, whatever the key does."""
    monkeypatch.setattr(CopApp, "_begin", lambda _: None)
    one = early(*day)
    async with one.app.run_test(size=NORMAL) as pilot:
        assert not one.app.desk.is_whole
        await pilot.press(key)
        await pilot.pause()

        assert len(one.opened) == 1
        assert (one.app.desk.book.commitments["circle"].outcome is Outcome.KEPT) == (key == "y")


@pytest.mark.parametrize("does", ["do", "undo", "poll", "choose"])
def test_the_desk_does_nothing_to_what_was_only_seen(does: str, tmp_path: Path) -> None:
    """Whoever changes something changes the whole book."""
    path = tmp_path / "notebook.json"
    Notebook.open(path, now=NOW).apply(tell(Book(), "It rained.", now=NOW))
    seen = looked_at(path)
    desk = Desk(lambda: Notebook.open(path, now=NOW), lambda: NOW, Settings(), seen=seen)

    calls: dict[str, Callable[[], object]] = {
        "do": lambda: desk.do(tell(desk.book, "It cleared.", now=NOW)),
        "undo": desk.undo,
        "poll": desk.poll,
        "choose": lambda: desk.choose(days=3),
    }
    calls[does]()

    assert desk.is_whole
    assert {"do": 2, "undo": 0, "poll": 1, "choose": 1}[does] == len(Notebook.open(path, now=NOW).book.stories)


def test_time_goes_on_when_the_notebook_is_open(tmp_path: Path) -> None:
    """Until then it is the moment of the sight, so that its readings and the time go together."""
    path = tmp_path / "notebook.json"
    Notebook.open(path, now=NOW).apply(tell(Book(), "It rained.", now=NOW))
    seen = looked_at(path)
    later = NOW + timedelta(minutes=2)
    told: list[datetime] = []
    desk = Desk(lambda: Notebook.open(path, now=NOW), lambda: later, Settings(), seen=seen)
    desk.watch(lambda: told.append(desk.now()))

    assert desk.now() == NOW
    assert desk.poll() is False
    assert desk.now() == later
    assert told == [later, later]


@pytest.mark.parametrize("start", ["today", "check-in"])
@pytest.mark.parametrize("key", ["", "y", "c"])
async def test_a_notebook_that_broke_in_between_is_told(early: Begin, day: Records, key: str, start: str) -> None:
    """The app ends, and whoever called it gets the reason, to say it in words."""

    def spoil(path: Path) -> None:
        path.write_text("{", encoding="utf-8")

    one = early(*day, after=spoil, start=start)
    async with one.app.run_test(size=NORMAL) as pilot:
        if key:
            await pilot.press(key)
        await pilot.pause()

    assert one.app.return_code == 1
    assert isinstance(one.app.failure, NotebookError)


async def test_the_check_in_opens_on_the_whole_book(early: Begin, day: Records) -> None:
    """When Today was there for a moment."""
    one = early(*day, start="check-in")
    async with one.app.run_test(size=NORMAL) as pilot:
        await pilot.pause()

        assert one.app.desk.is_whole
        assert one.app.screen.has_class("check-in")


def test_what_was_read_of_a_part_does_not_stay(tmp_path: Path) -> None:
    """A reading that the first look did not make is made anew when the whole book is there."""
    path = tmp_path / "notebook.json"
    notebook = Notebook.open(path, now=NOW)
    for words in ("It rained.", "It cleared.", "It snowed."):
        notebook.apply(tell(notebook.book, words, now=NOW))
    desk = Desk(lambda: Notebook.open(path, now=NOW), lambda: NOW, Settings(), seen=looked_at(path))

    def stories(book: Book, _: datetime) -> int:
        return len(book.stories)

    assert desk.read(stories) == 1
    desk.settle()
    assert desk.read(stories) == 3


def test_the_reason_reaches_the_shell(early: Begin, day: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is raised when the terminal is the shell's again."""
    desk = early(*day).app.desk
    monkeypatch.setattr(CopApp, "run", lambda app: setattr(app, "failure", NotebookError("It is gone")))

    with pytest.raises(NotebookError, match="It is gone"):
        run_app(desk)


def test_a_peek_touches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file, an empty one, an older one: what opening it would do more than read is left to the opening."""
    path = tmp_path / "notebook.json"
    assert Notebook.peek(path) is None
    path.write_bytes(b" \n")
    assert Notebook.peek(path) is None
    path.write_bytes(b'{"meta":{"1":{"schema":1}}}')
    assert Notebook.peek(path) is not None
    monkeypatch.setattr(migrations, "STEPS", [lambda _: None])
    assert Notebook.peek(path) is None
    for wrong in (b"{", b'{"meta":{"1":{"schema":3}}}', b'{"_default":{}}'):
        path.write_bytes(wrong)
        assert Notebook.peek(path) is None
    path.unlink()
    path.mkdir()
    assert Notebook.peek(path) is None
    assert {one.name for one in tmp_path.iterdir()} == {"home", "notebook.json"}


def test_a_peek_is_what_opening_reads(tmp_path: Path) -> None:
    """The same records, and the version that tells that nobody wrote in between."""
    path = tmp_path / "notebook.json"
    notebook = Notebook.open(path, now=NOW)
    notebook.apply(Change(sentence="Began", at=NOW, put=records_of(100)))

    peeked = Notebook.peek(path)

    assert peeked is not None
    book, version = peeked
    assert list(book.records()) == list(notebook.book.records())
    assert version == Notebook.open(path, now=NOW).version
    notebook.apply(tell(notebook.book, "It rained.", now=NOW))
    assert version != notebook.version
