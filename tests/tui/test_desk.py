"""The desk: readings made once, listeners told, nothing written by looking."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused, WrongUse
from cop_tui.practice.say_yes import promise
from cop_tui.settings.table import Settings
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.desk import Desk

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        """Begin at nine on a Monday."""
        self.shows = NOW

    def __call__(self) -> datetime:
        """Return what it shows."""
        return self.shows


@pytest.fixture
def clock() -> Clock:
    """Return a clock."""
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Desk:
    """Return a desk with an empty notebook on it."""
    return Desk(lambda: Notebook.open(tmp_path / "notebook.json", now=NOW), clock, Settings())


def test_a_reading_is_made_once_a_book_and_minute(desk: Desk, clock: Clock) -> None:
    """However often screens ask, the book is gone through once, until it or the minute is another."""
    made: list[datetime] = []

    def reading(book: Book, now: datetime) -> int:
        made.append(now)
        return len(book.commitments)

    assert (desk.read(reading), desk.read(reading), len(made)) == (0, 0, 1)

    desk.do(promise(desk.book, "Bring cake", now=desk.now()))
    assert (desk.read(reading), desk.read(reading), len(made)) == (1, 1, 2)

    clock.shows += timedelta(seconds=59)
    desk.poll()
    assert (desk.read(reading), len(made)) == (1, 2)

    clock.shows += timedelta(seconds=1)
    desk.poll()
    assert (desk.read(reading), len(made)) == (1, 3)


def test_whoever_watches_is_told_until_they_no_longer_do(desk: Desk, clock: Clock) -> None:
    """A change, an undo and a new minute each tell once."""
    told: list[str] = []
    end = desk.watch(lambda: told.append("other"))

    desk.do(promise(desk.book, "Bring cake", now=desk.now()))
    assert len(told) == 1
    assert desk.undo() == "Promised Bring cake"
    assert len(told) == 2
    clock.shows += timedelta(minutes=1)
    desk.poll()
    assert len(told) == 3

    end()
    desk.do(promise(desk.book, "Bring tea", now=desk.now()))
    assert len(told) == 3


def test_a_change_that_does_nothing_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    """Saying the same thing twice makes no file and no step to undo."""
    desk.do(Change(sentence="Nothing", at=NOW))

    assert list(tmp_path.glob("notebook.json")) == []
    with pytest.raises(Refused):
        desk.undo()


def test_polling_tells_whether_someone_else_wrote(desk: Desk, tmp_path: Path) -> None:
    """What another program wrote is there after a poll, and only then is it told."""
    assert desk.poll() is False
    elsewhere = Notebook.open(tmp_path / "notebook.json", now=NOW)
    elsewhere.apply(promise(elsewhere.book, "Bring cake", now=NOW))

    assert desk.poll() is True
    assert [one.what for one in desk.book.commitments.values()] == ["Bring cake"]
    assert desk.poll() is False


def test_settings_that_are_chosen_hold_at_once(desk: Desk) -> None:
    """Whoever watches is told, and reads anew; what can't be chosen changes nothing and tells nobody."""
    told: list[int] = []
    desk.do(promise(desk.book, "Bring cake", now=NOW, start=NOW + timedelta(days=20)))
    desk.watch(lambda: told.append(len(desk.agenda.upcoming)))

    desk.choose(days=30)
    assert ([1], 30) == (told, desk.settings.days)

    with pytest.raises(WrongUse):
        desk.choose(days=0)
    assert ([1], 30) == (told, desk.settings.days)
