"""Show up: what became of a promise."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.practice.show_up import another_day, excuse, missed, release, reopen, showed_up

Verb = Callable[..., Change]


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def meeting(now: datetime, **fields: object) -> Commitment:
    """Return a promise to show up this morning."""
    start = now - timedelta(hours=1)
    given = {"start": start, "end": now, "timezone": "Europe/Berlin"}
    return altered(fresh(Commitment, now, what="Rust"), now, **(given | fields))


def move(book: Book, promised: Commitment, *, now: datetime) -> Change:
    """Move a promise to tomorrow."""
    return another_day(book, promised, now + timedelta(days=1), now=now)


@pytest.mark.parametrize(
    ("verb", "outcome", "done"),
    [
        (showed_up, Outcome.KEPT, "Showed up at"),
        (missed, Outcome.MISSED, "Missed"),
        (excuse, Outcome.EXCUSED, "Excused"),
        (release, Outcome.RELEASED, "Released"),
    ],
)
def test_an_open_promise_is_closed(now: datetime, verb: Verb, outcome: Outcome, done: str) -> None:
    """Each outcome is dated and takes a note; the same once more is refused unless it adds a note."""
    promised = meeting(now)
    book = holding(now, promised)
    change = verb(book, promised, now=now, note=" good talk ")
    book = book.apply(change)
    closed = book.commitments[promised.id]

    assert (f"{done} Rust, Mon 23 Nov 08:00", now) == (change.sentence, change.at)
    assert (outcome, now.astimezone(UTC), "good talk") == (closed.outcome, closed.closed_on, closed.reflection)
    with pytest.raises(Refused, match=f"is {outcome} already"):
        verb(book, promised, now=now)
    again = verb(book, promised, now=now + timedelta(days=1), note="and tea")
    closed = book.apply(again).commitments[promised.id]
    assert (now.astimezone(UTC), "good talk\n\nand tea") == (closed.closed_on, closed.reflection)
    assert change.sentence == again.sentence


def test_an_outcome_may_be_corrected(now: datetime) -> None:
    """The sentence says what it was."""
    promised = meeting(now, outcome=Outcome.MISSED, closed_on=now)
    change = showed_up(holding(now, promised), promised, now=now)

    assert "Showed up at Rust, Mon 23 Nov 08:00 (was missed)" == change.sentence


def test_what_was_to_be_done_is_done(now: datetime) -> None:
    """Also before its day, and without a day."""
    for start in (now + timedelta(days=9), None):
        promised = meeting(now, kind=Promise.DO, start=start, end=None)
        assert showed_up(holding(now, promised), promised, now=now).sentence.startswith("Done: Rust")


@pytest.mark.parametrize("verb", [showed_up, missed])
def test_a_gathering_may_be_closed_before_its_day(now: datetime, verb: Verb) -> None:
    """It was brought forward, or the member knows better: their word counts."""
    tomorrow = meeting(now, start=now + timedelta(days=1), end=None)

    assert verb(holding(now, tomorrow), tomorrow, now=now)


def test_a_promise_is_moved_to_another_day(now: datetime) -> None:
    """It lasts as long as before, and is asked about anew."""
    promised = meeting(now, confirmed_on=now)
    start = datetime(2026, 11, 27, 18, 0, tzinfo=ZoneInfo("America/New_York"))
    change = another_day(holding(now, promised), promised, start, now=now)
    (after,) = change.put

    assert isinstance(after, Commitment)
    assert ("Moved Rust, Sat 28 Nov 00:00 (Fri 18:00 in New York)", now) == (change.sentence, change.at)
    assert (start, start + timedelta(hours=1), "America/New_York", None) == (
        after.start,
        after.end,
        after.timezone,
        after.confirmed_on,
    )


def test_a_promise_may_become_one_for_a_day(now: datetime) -> None:
    """Then it has no hours, and no end that would be some."""
    promised = meeting(now)
    (after,) = another_day(holding(now, promised), promised, now + timedelta(days=1), now=now, all_day=True).put

    assert isinstance(after, Commitment)
    assert (datetime(2026, 11, 24, tzinfo=UTC), None, True, "") == (
        after.start,
        after.end,
        after.all_day,
        after.timezone,
    )


def test_a_closed_promise_is_reopened_before_it_is_moved(now: datetime) -> None:
    """Then nothing came of it yet."""
    promised = meeting(now, outcome=Outcome.KEPT, closed_on=now)
    book = holding(now, promised)

    change = reopen(book, promised, now=now)
    book = book.apply(change)
    assert ("Reopened Rust, Mon 23 Nov 08:00 (was kept)", now) == (change.sentence, change.at)
    assert (Outcome.OPEN, None) == (book.commitments[promised.id].outcome, book.commitments[promised.id].closed_on)
    assert another_day(book, promised, now, now=now)


@pytest.mark.parametrize(
    ("verb", "outcome", "sentence", "hint"),
    [
        (showed_up, Outcome.KEPT, "is kept already", "Add a note to it, or choose another outcome"),
        (move, Outcome.KEPT, "is closed: kept", "Reopen it to move it"),
        (reopen, Outcome.OPEN, "is open", "There is nothing to take back"),
    ],
)
def test_what_a_promise_is_already_it_does_not_become(
    *, now: datetime, verb: Verb, outcome: Outcome, sentence: str, hint: str
) -> None:
    """It is refused with what the promise is, and what to do instead."""
    promised = meeting(now, outcome=outcome)

    with pytest.raises(Refused) as refused:
        verb(holding(now, promised), promised, now=now)

    assert (f"Rust, Mon 23 Nov 08:00 {sentence}", hint) == (refused.value.sentence, refused.value.hint)


def test_a_moment_in_no_named_zone_is_on_the_members_own_clock(now: datetime) -> None:
    """An offset alone says nothing of summer and winter."""
    start = datetime(2026, 11, 27, 18, 0, tzinfo=timezone(timedelta(hours=3)))
    promised = meeting(now)

    (after,) = another_day(holding(now, promised), promised, start, now=now).put

    assert ("2026-11-27T16:00:00+01:00", "Europe/Berlin") == (
        getattr(after, "start", now).isoformat(),
        getattr(after, "timezone", None),
    )


@pytest.mark.parametrize("verb", [showed_up, missed, excuse, release, reopen])
def test_a_promise_that_is_gone_cannot_be_closed(now: datetime, verb: Verb) -> None:
    """Another window removed it."""
    with pytest.raises(NotFound):
        verb(Book(), meeting(now), now=now)


def test_a_very_long_promise_is_cut_in_the_sentence_only(now: datetime) -> None:
    """Its words stay as they are, control characters and all."""
    words = "Read \x1b[31m\n" + "x" * 10_000
    promised = meeting(now, what=words)
    change = showed_up(holding(now, promised), promised, now=now)
    (after,) = change.put

    assert words == getattr(after, "what", None)
    assert len(change.sentence) < 120
    assert "…" in change.sentence
    assert "\n" not in change.sentence
