"""Entries that come back."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.learning import FollowUp, Learning
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.practice.ask_again import ask_again

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def learned(ago: int, *asked: int) -> Learning:
    """Return an entry of so many days ago, asked about so many days ago."""
    follow_ups = tuple(FollowUp(on=NOW - number * DAY) for number in asked)
    return fresh(Learning, NOW, text="x", on=NOW - ago * DAY, follow_ups=follow_ups)


@pytest.mark.parametrize(
    ("ago", "asked", "after"),
    [
        (-1, (), None),
        (29, (), None),
        (30, (), 30),
        (89, (), 30),
        (40, (20,), 30),
        (40, (10,), None),
        (40, (5, 20), None),
        (90, (), 90),
        (90, (60,), 90),
        (100, (10,), None),
        (364, (), 90),
        (365, (), None),
        (366, (), None),
    ],
)
def test_learning_comes_back_after_30_and_after_90_days(ago: int, asked: tuple[int, ...], after: int | None) -> None:
    """Until it was asked about since; after a year it rests."""
    found = ask_again(book_of(learned(ago, *asked)), NOW)

    assert ([after] if after else []) == [one.after for one in found]


def test_value_stories_come_back_and_other_stories_do_not() -> None:
    """A story with a cycle is one of value."""
    on = NOW - 95 * DAY
    value = fresh(Story, NOW, on=on, cycles=(Cycle(cycle=Value.IMMEDIATE, text="x", on=on),))

    (one,) = ask_again(book_of(value, fresh(Story, NOW, on=on)), NOW)

    assert (value, "You told it three months ago: what came of it since?") == (one.record, one.why)


def test_what_came_back_last_is_asked_first() -> None:
    """A month or three months after it was noted."""
    a, b, c = learned(92), learned(31), learned(30)

    found = ask_again(book_of(a, b, c), NOW)

    assert [c, b, a] == [one.record for one in found]
    assert "You noted it a month ago: did you use it, and what came of it?" == found[0].why
    assert NOW.date() == found[0].since


def test_an_empty_book_asks_nothing() -> None:
    """There is nothing to come back."""
    assert () == ask_again(Book(), NOW)
