"""Check-ins: one a day, days off, pauses."""

from datetime import date, datetime, timedelta

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import CheckIn, DayKind, Step, StepDone
from cop_tui.domain.errors import Refused
from cop_tui.practice.check_in import check_in, pause, resume, skip_day

YES = StepDone(step=Step.SHOW_UP, did=("Said yes to Rust",))
LEARNED = StepDone(step=Step.LEARN, did=("Learned: Pin",))
DAY = timedelta(days=1)


def days(book: Book) -> list[tuple[date, DayKind, date | None]]:
    """Return the days that the book has something on, in order."""
    return sorted((one.day, one.kind, one.until) for one in book.check_ins.values())


def only(book: Book) -> CheckIn:
    """Return the one check-in of the book."""
    (one,) = book.check_ins.values()
    return one


def test_a_check_in_is_kept_once_a_day(now: datetime) -> None:
    """A second one adds to the first, in the order of the steps and without doubles."""
    first = check_in(Book(), [LEARNED], now=now)
    book = Book().apply(first)
    second = check_in(book, [YES, LEARNED, StepDone(step=Step.LEARN, did=("Learned: Unpin",))], now=now)
    book = book.apply(second)

    assert ("Checked in", "Added to today's check-in") == (first.sentence, second.sentence)
    assert (YES, StepDone(step=Step.LEARN, did=("Learned: Pin", "Learned: Unpin"))) == only(book).steps
    assert not check_in(book, [YES], now=now)
    assert now.date() == only(book).day
    assert 2 == len(book.apply(check_in(book, [], now=now + DAY)).check_ins)


def test_a_check_in_is_the_same_record_on_every_machine(now: datetime) -> None:
    """So that a merge makes one of two."""
    assert check_in(Book(), [YES], now=now).put[0].id == check_in(Book(), [LEARNED], now=now).put[0].id


def test_the_day_is_the_members(now: datetime) -> None:
    """Late in the evening it is not the next one yet."""
    late = now.replace(hour=23, minute=59)

    assert late.date() == only(Book().apply(check_in(Book(), [], now=late))).day


def test_a_day_off_is_said(now: datetime) -> None:
    """Once; today unless another day is named."""
    change = skip_day(Book(), now=now, note=" ill ")
    book = Book().apply(change)

    assert "Took today off" == change.sentence
    assert (now.date(), DayKind.SKIPPED, "ill") == (only(book).day, only(book).kind, only(book).note)
    assert not skip_day(book, now=now)
    assert "fever" == only(book.apply(skip_day(book, now=now, note="fever"))).note
    assert "Took tomorrow off" == skip_day(book, now=now, day=now.date() + DAY).sentence


def test_a_day_with_a_check_in_is_not_taken_off(now: datetime) -> None:
    """But a check-in on a day off makes it a day with one."""
    book = Book().apply(check_in(Book(), [YES], now=now))
    with pytest.raises(Refused, match="You checked in today"):
        skip_day(book, now=now)

    off = Book().apply(skip_day(Book(), now=now, note="ill"))
    change = check_in(off, [YES], now=now)
    assert "Checked in" == change.sentence
    assert (DayKind.DONE, (YES,)) == (only(off.apply(change)).kind, only(off.apply(change)).steps)


def test_a_pause_lasts_until_its_day_or_until_one_comes_back(now: datetime) -> None:
    """It is one pause at a time."""
    until = now.date() + 9 * DAY
    dated = pause(Book(), now=now, until=until, note=" away ")
    open_end = pause(Book(), now=now)

    assert ("Paused the check-ins until Wed 2 Dec", "Paused the check-ins") == (dated.sentence, open_end.sentence)
    book = Book().apply(dated)
    assert ([(now.date(), DayKind.PAUSED, until)], "away") == (days(book), only(book).note)
    with pytest.raises(Refused, match="paused already"):
        pause(book, now=now + 9 * DAY)
    assert pause(book, now=now + 10 * DAY)
    with pytest.raises(Refused, match="over before it begins"):
        pause(Book(), now=now, until=now.date() - DAY)


def test_one_comes_back_from_a_pause(now: datetime) -> None:
    """It ends with yesterday; one begun today was none, and without one there is nothing to resume."""
    book = Book().apply(pause(Book(), now=now))
    change = resume(book, now=now + 3 * DAY)

    assert "Came back from the pause" == change.sentence
    assert [(now.date(), DayKind.PAUSED, now.date() + 2 * DAY)] == days(book.apply(change))
    assert [] == days(book.apply(resume(book, now=now)))
    with pytest.raises(Refused, match="not paused"):
        resume(Book(), now=now)


def test_a_check_in_ends_a_pause(now: datetime) -> None:
    """Whoever checks in is back; undo brings both back."""
    book = Book().apply(pause(Book(), now=now))
    later = now + 3 * DAY
    change = check_in(book, [YES], now=later)
    after = book.apply(change)

    assert "Checked in" == change.sentence
    assert [
        (now.date(), DayKind.PAUSED, now.date() + 2 * DAY),
        (later.date(), DayKind.DONE, None),
    ] == days(after)
    assert days(book) == days(after.apply(book.undoing(change)))


def test_a_second_check_in_ends_a_pause_that_came_between(now: datetime) -> None:
    """Also where it adds nothing else."""
    book = Book().apply(check_in(Book(), [YES], now=now))
    book = book.apply(pause(book, now=now))

    assert [(now.date(), DayKind.DONE, None)] == days(book.apply(check_in(book, [YES], now=now)))
