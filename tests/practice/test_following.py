"""Following: what promises do when their invitation is changed."""

from datetime import datetime, timedelta

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.community import Tick
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.practice.people import edit
from cop_tui.practice.say_yes import say_no, say_yes
from cop_tui.practice.show_up import excuse


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def test_open_promises_follow_an_invitation_that_is_changed(now: datetime) -> None:
    """But for what the member changed on them; closed ones stay as they were."""
    start = now + timedelta(days=1)
    invitation = fresh(Invitation, now, title="Rust", start=start, timezone="Europe/Berlin")
    book = holding(now, invitation)
    book = book.apply(say_yes(book, invitation, now=now))
    (promised,) = book.commitments.values()
    later = start + timedelta(hours=1)

    change = edit(book, invitation, now=now, title="Rust evening", start=later)
    assert "Changed Rust evening" == change.sentence
    followed = book.apply(change).commitments[promised.id]
    assert ("Rust evening", later) == (followed.what, followed.start)
    moved = book.apply(edit(book, promised, now=now, start=now))
    followed = moved.apply(edit(moved, invitation, now=now, title="Rust evening", start=later)).commitments[promised.id]
    assert ("Rust evening", now) == (followed.what, followed.start)
    closed = book.apply(excuse(book, promised, now=now))
    assert start == closed.apply(edit(closed, invitation, now=now, start=later)).commitments[promised.id].start
    assert 1 == len(edit(book, invitation, now=now, place="Room 2").put)


def test_a_series_whose_times_change_promises_its_new_ones(now: datetime) -> None:
    """From now on, and only after a yes; its title is followed without."""
    start = now + timedelta(days=1)
    series = fresh(Invitation, now, title="Rust", start=start, timezone="Europe/Berlin", recurrence="RRULE:FREQ=WEEKLY")
    book = holding(now, series)
    book = book.apply(say_yes(book, series, now=now))
    first = min(book.commitments.values(), key=lambda one: one.start or now)
    book = book.apply(excuse(book, first, now=now))

    renamed = book.apply(edit(book, series, now=now, title="Rust evening"))
    assert ["Rust", *["Rust evening"] * 8] == sorted(one.what for one in renamed.commitments.values())
    longer = book.apply(edit(book, series, now=now, end=start + timedelta(hours=1)))
    assert book.commitments.keys() == longer.commitments.keys()
    assert [None] == [one.end for one in longer.commitments.values() if one.outcome is Outcome.EXCUSED]
    rarer = edit(book, series, now=now, recurrence="RRULE:FREQ=WEEKLY;INTERVAL=2")
    assert 5 == len(book.apply(rarer).commitments)
    assert book.commitments == book.apply(rarer).apply(book.undoing(rarer)).commitments
    declined = book.apply(say_no(book, series, now=now))
    assert 1 == len(edit(declined, series, now=now, recurrence="RRULE:FREQ=DAILY").put)


def test_what_was_noted_on_coming_promises_stays_when_their_series_takes_longer(now: datetime) -> None:
    """That one still comes, a line that is ticked, words of one's own: only the time is another one."""
    start = now + timedelta(days=1)
    series = fresh(Invitation, now, title="Rust", start=start, timezone="Europe/Berlin", recurrence="RRULE:FREQ=WEEKLY")
    book = holding(now, series)
    book = book.apply(say_yes(book, series, now=now))
    first = min(book.commitments.values(), key=lambda one: one.start or now)
    ticked = (Tick(checklist="before-gathering", item="why", on=now.date(), note="Bring cake"),)
    noted = altered(first, now, what="Rust, with cake", confirmed_on=now, occasions=ticked, reflection="I look forward")
    book = book.apply(Change(sentence="", at=now, put=(noted,)))

    longer = book.apply(edit(book, series, now=now, end=start + timedelta(hours=2)))

    assert altered(noted, now, end=start + timedelta(hours=2)) == longer.commitments[first.id]
