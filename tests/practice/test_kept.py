"""What came of promises, by month and by community, and what is on the days of a month."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.moment import whole_day
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.kept import day_of_promise, kept_by_month, kept_by_name
from cop_tui.practice.month import by_day, weeks_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def book_of(*records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def promise(outcome: Outcome, start: datetime | None = None, **fields: Any) -> Commitment:
    """Return a promise with what came of it."""
    return fresh(
        Commitment,
        NOW,
        what="Tea",
        outcome=outcome,
        start=start,
        timezone="Europe/Berlin" if start and not fields.get("all_day") else "",
        closed_on=NOW,
        **fields,
    )


def test_each_month_counts_its_own() -> None:
    """By the day of the gathering, in the member's zone; without a date by the day it was closed; open ones nowhere."""
    midnight = datetime(2026, 10, 1, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    book = book_of(
        promise(Outcome.KEPT, midnight),
        promise(Outcome.MISSED, midnight - timedelta(hours=1)),
        promise(Outcome.EXCUSED),
        promise(Outcome.OPEN, NOW),
        promise(Outcome.KEPT, NOW - timedelta(days=800)),
    )

    months = kept_by_month(book, NOW, months=3)

    assert [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)] == [one.first for one in months]
    assert [(0, 1, 0), (1, 0, 0), (0, 0, 1)] == [(one.kept.kept, one.kept.missed, one.kept.excused) for one in months]


def test_communities_come_by_name_and_what_is_of_none_last() -> None:
    """A community that is gone counts as none; one with only open promises is left out."""
    book = book_of(
        fresh(Community, NOW, id="rust", name="rust"),
        fresh(Community, NOW, id="birds", name="Birds"),
        fresh(Community, NOW, id="new", name="New"),
        promise(Outcome.KEPT, NOW, community="rust"),
        promise(Outcome.MISSED, NOW, community="birds"),
        promise(Outcome.OPEN, NOW, community="new"),
        promise(Outcome.KEPT, NOW, community="gone"),
        promise(Outcome.KEPT, NOW),
    )

    found = kept_by_name(book)

    assert [("Birds", 0), ("rust", 1), ("on your own", 2)] == [(one.name, one.kept.kept) for one in found]


@given(st.dates())
def test_a_page_has_six_weeks_with_the_whole_month_in_them(day: date) -> None:
    """Monday first; at the very ends of the calendar there may be none."""
    weeks = weeks_of(day)

    if weeks:
        days = [one for week in weeks for one in week]
        assert 42 == len(days)
        assert 0 == days[0].weekday()
        assert sorted(set(days)) == days
        assert {one for one in days if (one.year, one.month) == (day.year, day.month)} >= {day.replace(day=1), day}
    else:
        assert (day.year, day.month) == (9999, 12)


def test_a_day_has_its_promises_in_order() -> None:
    """Those about the whole day first, then by the hour; what is not kept by the filter is left out."""
    day = NOW.date()
    late, early = promise(Outcome.OPEN, NOW.replace(hour=20)), promise(Outcome.OPEN, NOW.replace(hour=8))
    whole = promise(Outcome.OPEN, whole_day(day), all_day=True)
    other = promise(Outcome.OPEN, NOW + timedelta(days=1))
    book = book_of(late, early, whole, other)

    found = by_day(book, NOW, day, day, is_kept=lambda _: True)
    narrowed = by_day(book, NOW, day, day, is_kept=lambda one: one.id == late.id)

    assert {day: (whole, early, late)} == found
    assert {day: (late,)} == narrowed


@pytest.mark.parametrize(
    ("start", "timezone", "zone", "day"),
    [
        ("2026-10-01T00:30+03:00", "Europe/Berlin", "Europe/Berlin", date(2026, 10, 1)),
        ("2026-10-01T00:30+03:00", "", "Europe/Berlin", date(2026, 9, 30)),
        ("2026-10-01T00:30+02:00", "Europe/Berlin", "America/New_York", date(2026, 9, 30)),
    ],
)
def test_a_promise_is_counted_on_its_day_where_the_member_is(start: str, timezone: str, zone: str, day: date) -> None:
    """By the hour that was agreed on the clock of its own zone, even where the rules of that have changed since."""
    one = fresh(Commitment, NOW, what="Tea", start=datetime.fromisoformat(start), timezone=timezone)

    assert day == day_of_promise(one, NOW.astimezone(ZoneInfo(zone)))


def test_a_promise_for_a_whole_day_is_counted_on_that_day_everywhere() -> None:
    """Midnight UTC is still the day before in New York, and the promise is not."""
    one = fresh(Commitment, NOW, what="Tea", start=whole_day(NOW.date()), all_day=True)

    assert NOW.date() == day_of_promise(one, NOW.astimezone(ZoneInfo("America/New_York")))


def test_promises_of_one_month_are_added_up() -> None:
    """Two that were kept are two."""
    (this,) = kept_by_month(book_of(promise(Outcome.KEPT, NOW), promise(Outcome.KEPT, NOW)), NOW, months=1)

    assert 2 == this.kept.kept


def test_communities_of_one_name_always_come_in_the_same_order() -> None:
    """By their ids, whichever promise was noted first."""
    communities = [fresh(Community, NOW, id=one, name="Birds") for one in "ba"]
    promises = [promise(Outcome.KEPT, NOW, community=one) for one in "ba"]

    assert ["a", "b"] == [one.community for one in kept_by_name(book_of(*communities, *promises))]


@pytest.mark.parametrize(
    ("start", "zone", "day"),
    [
        ("2026-11-23T23:30-12:00", "Pacific/Kiritimati", date(2026, 11, 25)),
        ("2026-11-23T00:30+14:00", "Etc/GMT+12", date(2026, 11, 21)),
    ],
)
def test_a_day_has_what_another_clock_puts_two_days_off(start: str, zone: str, day: date) -> None:
    """From one end of the day's line to the other it is the day after tomorrow, and the promise is found there."""
    one = fresh(Commitment, NOW, what="Tea", start=datetime.fromisoformat(start))
    now = NOW.astimezone(ZoneInfo(zone))

    assert [day] == list(by_day(book_of(one), now, day, day, is_kept=lambda _: True))
