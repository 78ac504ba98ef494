"""Following: what promises do when their invitation is changed."""

from datetime import datetime, timedelta

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Tick
from cop_tui.domain.invitation import Answer, Invitation
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.practice.people import edit
from cop_tui.practice.say_yes import say_no, say_yes
from cop_tui.practice.show_up import another_day, excuse


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def weekly(now: datetime, start: datetime) -> tuple[Book, Invitation]:
    """Return a book with a series every week from then on, said yes to, and the series."""
    series = fresh(
        Invitation,
        now,
        title="Rust",
        uid="week",
        start=start,
        end=start + timedelta(hours=1),
        timezone="Europe/Berlin",
        recurrence="RRULE:FREQ=WEEKLY",
    )
    book = holding(now, series)
    return book.apply(say_yes(book, series, now=now)), series


def first_of(book: Book) -> Commitment:
    """Return the promise that begins first."""
    return min((one for one in book.commitments.values() if one.start), key=lambda one: one.start or one.created)


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


def test_a_promise_that_is_under_way_takes_longer_with_its_series(now: datetime) -> None:
    """One that is over stays as it was, and stays."""
    book, series = weekly(now, now - timedelta(minutes=30))
    first = first_of(book)
    later, end = now + timedelta(hours=9), series.start and series.start + timedelta(hours=3)

    during = book.apply(edit(book, series, now=now, end=end))
    after = book.apply(edit(book, series, now=later, end=end))

    assert (end, first.end) == (during.commitments[first.id].end, after.commitments[first.id].end)


def test_one_gathering_that_becomes_a_series_promises_the_others_too(now: datetime) -> None:
    """And a series that becomes one gathering promises no others any more."""
    start = now + timedelta(days=1)
    single = fresh(Invitation, now, title="Rust", start=start, timezone="Europe/Berlin", answer=Answer.YES)
    book = holding(now, single)

    series = book.apply(edit(book, single, now=now, recurrence="RRULE:FREQ=WEEKLY"))
    single_again = series.apply(edit(series, single, now=now, recurrence=""))

    assert (9, [start]) == (len(series.commitments), [one.start for one in single_again.commitments.values()])


def test_a_series_that_meets_more_often_promises_what_is_new(now: datetime) -> None:
    """What was promised before stays beside it."""
    book, series = weekly(now, now + timedelta(days=1))

    daily = book.apply(edit(book, series, now=now, recurrence="RRULE:FREQ=DAILY"))

    assert book.commitments.keys() < daily.commitments.keys()
    assert 59 == len(daily.commitments)


def test_a_promise_that_was_moved_stays_where_it_is_when_only_words_change(now: datetime) -> None:
    """When the times of its series change too, it is where the series is: one edit may do both."""
    book, series = weekly(now, now + timedelta(days=1))
    first = first_of(book)
    book = book.apply(another_day(book, first, now + timedelta(days=2), now=now, all_day=True))
    moved = book.commitments[first.id]
    end = now + timedelta(days=1, hours=2)

    renamed = book.apply(edit(book, series, now=now, title="Rust evening")).commitments[first.id]
    longer = book.apply(edit(book, series, now=now, title="Rust evening", end=end)).commitments[first.id]

    assert ("Rust evening", moved.start, True) == (renamed.what, renamed.start, renamed.all_day)
    assert ("Rust evening", first.start, end, False, "Europe/Berlin") == (
        longer.what,
        longer.start,
        longer.end,
        longer.all_day,
        longer.timezone,
    )


def test_a_gathering_answered_on_its_own_stays_beside_a_series_that_changes(now: datetime) -> None:
    """Where its promise was lost it is made again, in the community of the series as it is now."""
    start = now + timedelta(days=1)
    _, series = weekly(now, start)
    one = fresh(Invitation, now, title="Rust", uid="week", start=start, occurrence=start, answer=Answer.YES)

    alone = holding(now, altered(series, now, answer=Answer.YES), one)
    after = alone.apply(edit(alone, series, now=now, community="c", end=start + timedelta(hours=3)))

    assert (one.id, "c") == (first_of(after).invitation, first_of(after).community)
