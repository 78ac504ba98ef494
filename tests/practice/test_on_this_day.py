"""This day in earlier years."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.learning import Learning
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.on_this_day import on_this_day

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def told(year: int, month: int, day: int, hour: int = 12, zone: ZoneInfo = BERLIN) -> Story:
    """Return a story of this moment."""
    return fresh(Story, NOW, on=datetime(year, month, day, hour, tzinfo=zone))


def test_the_newest_year_comes_first() -> None:
    """Stories and learning; within a year in the order of the day; never today itself or a year to come."""
    last_year, later, long_ago = told(2025, 11, 23, 8), told(2025, 11, 23, 20), told(2019, 11, 23)
    learned = fresh(Learning, NOW, text="x", on=datetime(2024, 11, 23, 12, tzinfo=BERLIN))
    others = (told(2026, 11, 23), told(2027, 11, 23), told(2025, 11, 22), told(2025, 10, 23), told(2025, 5, 23))

    assert (last_year, later, learned, long_ago) == on_this_day(
        book_of(long_ago, later, learned, *others, last_year), NOW
    )


def test_where_there_is_none_there_is_none() -> None:
    """Nothing from a month ago stands in."""
    assert () == on_this_day(book_of(told(2026, 10, 23)), NOW)
    assert () == on_this_day(Book(), NOW)


def test_29_february_is_told_on_the_28th_where_there_is_no_29th() -> None:
    """In a leap year it has its own day."""
    book = book_of(told(2024, 2, 29), told(2025, 2, 28))

    assert 2 == len(on_this_day(book, datetime(2027, 2, 28, 9, tzinfo=BERLIN)))
    assert 1 == len(on_this_day(book, datetime(2028, 2, 28, 9, tzinfo=BERLIN)))
    assert 1 == len(on_this_day(book, datetime(2028, 2, 29, 9, tzinfo=BERLIN)))


def test_the_day_is_the_members() -> None:
    """New Year's Eve in New York is New Year in Berlin."""
    eve = told(2025, 12, 31, 23, ZoneInfo("America/New_York"))

    assert (eve,) == on_this_day(book_of(eve), datetime(2027, 1, 1, 9, tzinfo=BERLIN))
    assert () == on_this_day(book_of(eve), datetime(2026, 12, 31, 9, tzinfo=BERLIN))
