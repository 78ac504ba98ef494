"""A month of promises: what is on each of its days."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment
from cop_tui.practice.kept import day_of_promise

WEEKS = 6
"""Weeks that a page of a calendar has."""


def weeks_of(day: date) -> tuple[tuple[date, ...], ...]:
    """Return the weeks on the page of a day's month, Monday first; always as many, so that nothing jumps.

    At the ends of the calendar the weeks that there are not are left out.
    """
    first = day.replace(day=1)
    try:
        monday = first - timedelta(days=first.weekday())
        return tuple(tuple(monday + timedelta(days=7 * week + one) for one in range(7)) for week in range(WEEKS))
    except OverflowError:
        return ()


def by_day(
    book: Book, now: datetime, first: date, last: date, *, is_kept: Callable[[Commitment], bool]
) -> Mapping[date, tuple[Commitment, ...]]:
    """Return the promises of each day from a first to a last one, in the order of their hours.

    `is_kept` tells of a promise whether it is shown. Promises without a date are on no day.
    """
    found: dict[date, list[Commitment]] = {}
    # A zone may move a promise by a day: look closer only at those that can be meant.
    low, high = first.toordinal() - 2, last.toordinal() + 2
    for one in book.commitments.values():
        if one.start is not None and low <= one.start.toordinal() <= high and is_kept(one):
            day = day_of_promise(one, now)
            if first <= day <= last:
                found.setdefault(day, []).append(one)
    return {day: tuple(sorted(ones, key=_order)) for day, ones in found.items()}


def _order(one: Commitment) -> tuple[bool, datetime, str, str]:
    assert one.start is not None  # noqa: S101 - only those with a date are on a day
    return not one.all_day, one.start, one.what.casefold(), one.id
