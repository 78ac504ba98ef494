"""Check-ins: one a day, days off, pauses."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
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
    assert (LEARNED,) == only(book).steps
    second = check_in(book, [YES, LEARNED, StepDone(step=Step.LEARN, did=("Learned: Unpin",))], now=now)
    book = book.apply(second)

    assert ("Checked in", "Added to today's check-in") == (first.sentence, second.sentence)
    assert (YES, StepDone(step=Step.LEARN, did=("Learned: Pin", "Learned: Unpin"))) == only(book).steps
    assert not check_in(book, [YES], now=now)
    assert now.date() == only(book).day
    assert 2 == len(book.apply(check_in(book, [], now=now + DAY)).check_ins)


def test_a_check_in_is_the_same_record_on_every_machine(now: datetime) -> None:
    """So that a merge makes one of two; every version of the program finds it by the same id."""
    assert check_in(Book(), [YES], now=now).put[0].id == check_in(Book(), [LEARNED], now=now).put[0].id
    assert {"6f0115e17c4752efb01a2640c69c56a5"} == {
        made.put[0].id for made in (check_in(Book(), [], now=now), skip_day(Book(), now=now))
    }
    assert "bc5b3ec6714152edbd720ffd4e523572" == pause(Book(), now=now).put[0].id


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
    with pytest.raises(Refused, match="You checked in today") as refused:
        skip_day(book, now=now)
    assert "There is nothing to skip" == refused.value.hint

    off = Book().apply(skip_day(Book(), now=now, note="ill"))
    change = check_in(off, [YES], now=now)
    assert "Checked in" == change.sentence
    assert (DayKind.DONE, (YES,)) == (only(off.apply(change)).kind, only(off.apply(change)).steps)


def test_a_pause_lasts_until_its_day_or_until_one_comes_back(now: datetime) -> None:
    """Then one may begin another."""
    until = now.date() + 9 * DAY
    dated = pause(Book(), now=now, until=until, note=" away ")
    open_end = pause(Book(), now=now)

    assert ("Paused the check-ins until Wed 2 Dec", "Paused the check-ins") == (dated.sentence, open_end.sentence)
    book = Book().apply(dated)
    assert ([(now.date(), DayKind.PAUSED, until)], "away") == (days(book), only(book).note)
    assert "" == only(Book().apply(open_end)).note
    assert pause(book, now=now + 10 * DAY)


def test_one_comes_back_from_a_pause(now: datetime) -> None:
    """It ends with yesterday; one begun today was none."""
    book = Book().apply(pause(Book(), now=now))
    change = resume(book, now=now + 3 * DAY)

    assert "Came back from the pause" == change.sentence
    assert [(now.date(), DayKind.PAUSED, now.date() + 2 * DAY)] == days(book.apply(change))
    assert [] == days(book.apply(resume(book, now=now)))


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


@pytest.mark.parametrize(
    ("verb", "sentence", "hint"),
    [
        (
            lambda paused, now: pause(paused, now=now + 9 * DAY),
            "Your check-ins are paused already",
            "Resume first to set another pause",
        ),
        (
            lambda _, now: pause(Book(), now=now, until=now.date() - DAY),
            "The pause would be over before it begins",
            "Give a day that is still to come",
        ),
        (lambda _, now: resume(Book(), now=now), "Your check-ins are not paused", "Check in whenever you like"),
    ],
)
def test_a_pause_that_can_not_be_is_refused(
    now: datetime, verb: Callable[[Book, datetime], Change], sentence: str, hint: str
) -> None:
    """With what to do instead; a pause includes its last day."""
    paused = Book().apply(pause(Book(), now=now, until=now.date() + 9 * DAY))

    with pytest.raises(Refused) as refused:
        verb(paused, now)

    assert (sentence, hint) == (refused.value.sentence, refused.value.hint)


def test_a_pause_may_be_one_day_long(now: datetime) -> None:
    """Today alone, said beforehand or by coming back tomorrow."""
    book = Book().apply(pause(Book(), now=now, until=now.date()))

    assert [(now.date(), DayKind.PAUSED, now.date())] == days(book)
    book = Book().apply(pause(Book(), now=now))
    assert [(now.date(), DayKind.PAUSED, now.date())] == days(book.apply(resume(book, now=now + DAY)))


def test_what_is_said_already_is_said_to_be(now: datetime) -> None:
    """A check-in with nothing more, and a day off that was taken: nothing is changed, and dated like a change."""
    done, off = Book().apply(check_in(Book(), [YES], now=now)), Book().apply(skip_day(Book(), now=now))

    found = (check_in(done, [YES], now=now), skip_day(off, now=now), check_in(Book(), [], now=now))

    assert ["Already checked in today", "Already took today off", "Checked in"] == [one.sentence for one in found]
    assert [(False, now), (False, now), (True, now)] == [(bool(one), one.at) for one in found]
