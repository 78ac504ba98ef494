"""What a yes promises: the gatherings of an invitation, and what is said of single ones of a series."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.invitation import Answer, Invitation
from cop_tui.domain.moment import whole_day
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.gatherings import HORIZON, gatherings, is_ahead, one_of, overrides_of, series_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TUESDAY = datetime(2026, 11, 24, 18, tzinfo=NOW.tzinfo)
MINUTE = timedelta(minutes=1)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def weekly(**fields: Any) -> Invitation:
    """Return a series on Tuesdays at 18:00 in Berlin, for two hours."""
    usual: dict[str, Any] = {"start": TUESDAY, "end": TUESDAY + timedelta(hours=2), "timezone": "Europe/Berlin"}
    return fresh(Invitation, NOW, title="Rust", recurrence="RRULE:FREQ=WEEKLY", **({"uid": "rust"} | usual | fields))


def moved(start: datetime, **fields: Any) -> Invitation:
    """Return an invitation that moves the gathering of 1 December to another start."""
    occurrence = datetime(2026, 12, 1, 17, tzinfo=UTC)
    return fresh(Invitation, NOW, title="Rust", uid="rust", occurrence=occurrence, start=start, **fields)


def test_another_series_of_the_same_uid_moves_nothing() -> None:
    """Only an invitation for one occurrence does."""
    first, twin = weekly(id="a"), weekly(id="b")
    single = moved(TUESDAY)

    assert (single,) == overrides_of(book_of(first, twin, single), first)


def test_a_series_without_a_uid_is_known_by_its_id() -> None:
    """As one that the member wrote here."""
    own = weekly(uid="", id="own")
    single = fresh(Invitation, NOW, title="Rust", uid="own", occurrence=TUESDAY.astimezone(UTC))

    assert own == series_of(book_of(own, single), single)
    assert (single,) == overrides_of(book_of(own, single), own)


def test_one_gathering_of_a_series_has_an_end_and_no_answer_yet() -> None:
    """What was said to the whole is not said of it."""
    series = weekly(answer=Answer.YES, answered_on=NOW)

    one = one_of(book_of(series), series, TUESDAY + timedelta(days=7), now=NOW)

    assert one is not None
    assert (TUESDAY + timedelta(days=7), TUESDAY + timedelta(days=7, hours=2)) == (one.start, one.end)
    assert (Answer.WAITING, None) == (one.answer, one.answered_on)


def test_a_moved_gathering_stands_where_it_was_moved_to() -> None:
    """In the order of their hours, with the end that it has now."""
    start = TUESDAY - timedelta(hours=3)
    series, single = weekly(), moved(start, end=start + timedelta(hours=1))

    found = gatherings(book_of(series, single), series, now=NOW)

    assert [start, TUESDAY, TUESDAY + timedelta(days=14)] == [one.start for one in found[:3]]
    assert start + timedelta(hours=1) == found[0].end


def is_promised(single: Invitation, now: datetime = NOW) -> bool:
    """Tell whether a yes to the series takes in this moved gathering."""
    series = weekly()
    return single in [one.invitation for one in gatherings(book_of(series, single), series, now=now)]


def test_a_yes_promises_what_begins_within_the_horizon() -> None:
    """What was moved to its very end, or by the clock of its zone beyond it, is not yet promised."""
    ends = NOW + HORIZON
    as_kept = (ends - 30 * MINUTE).astimezone(timezone(timedelta(hours=2)))

    assert (True, False) == (is_promised(moved(ends - MINUTE)), is_promised(moved(ends)))
    assert (True, False) == (is_promised(moved(as_kept)), is_promised(moved(as_kept, timezone="Europe/Berlin")))


def test_a_yes_promises_the_days_that_begin_within_the_horizon() -> None:
    """By the midnight of whoever looks."""
    now = datetime(2026, 11, 22, 20, tzinfo=ZoneInfo("America/New_York"))
    last, beyond = (whole_day((now + HORIZON + timedelta(days=days)).date()) for days in (0, 1))

    assert (True, False) == (
        is_promised(moved(last, all_day=True), now),
        is_promised(moved(beyond, all_day=True), now),
    )


@pytest.mark.parametrize(("end", "ahead"), [(NOW - MINUTE, False), (NOW, True), (NOW + MINUTE, True)])
def test_a_gathering_is_not_over_before_its_end(end: datetime, ahead: bool) -> None:
    """The moment at which it ends still belongs to it."""
    start = NOW - timedelta(hours=2)

    assert ahead == is_ahead(start, end, NOW, fresh(Invitation, NOW, title="x", start=start, end=end))
